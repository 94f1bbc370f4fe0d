package org.simpul.lead;

import java.util.List;

/**
 * Leads that hold one of some identifiers.
 *
 * @param more whether there are more than are told
 */
public record LeadMatches(List<LeadMatch> matches, boolean more) {}
