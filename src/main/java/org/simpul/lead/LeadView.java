package org.simpul.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.identifier.Identifier;

/**
 * A lead, as the FIU reads it.
 *
 * @param from name of the partner
 */
@Schema(name = "Lead")
record LeadView(
        UUID id,
        String from,
        LeadSource source,
        LocalDate observedOn,
        boolean childAtRisk,
        Instant receivedAt,
        List<Identifier> identifiers) {}
