package org.simpul.lead;

import java.time.LocalDate;
import java.util.UUID;
import org.simpul.identifier.Identifier;

/**
 * That a lead holds an identifier.
 *
 * @param from the partner's id
 */
public record LeadMatch(
        UUID leadId, UUID from, Identifier identifier, LeadSource source, LocalDate observedOn, boolean childAtRisk) {}
