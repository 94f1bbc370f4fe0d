package org.simpul.statistics;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Records that are alike in everything that is counted.
 *
 * @param records how many
 * @param contributors the institutions that contributed to each of them, on each side that the rule must hold on
 * @param values by dimension of the population, in its order
 */
record Fact(long records, List<Set<UUID>> contributors, List<String> values) {}
