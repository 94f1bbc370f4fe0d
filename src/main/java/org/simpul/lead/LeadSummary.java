package org.simpul.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A lead in the FIU's list, without what it holds.
 *
 * @param from name of the partner
 */
@Schema(name = "LeadSummary")
record LeadSummary(
        UUID id, String from, LeadSource source, LocalDate observedOn, boolean childAtRisk, Instant receivedAt) {}
