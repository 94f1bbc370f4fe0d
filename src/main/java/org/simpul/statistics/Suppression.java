package org.simpul.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides what of a table is shown. A category that may not be known is left out; and since somebody may know the whole,
 * e.g. from another table of the same records, what is left when the shown is taken from it must not tell of a category
 * either: together it may be known, which one of them alone never may. Until that holds, the smallest category that is
 * shown is left out as well. A category without records is treated like every other one.
 *
 * <p>After A. Hundepool et al., <i>Statistical Disclosure Control</i>, Wiley 2012, on tables: a frequency and a dominance
 * rule, with secondary suppression.
 */
final class Suppression {
    private Suppression() {}

    /**
     * @param categories all there are, in the order of the table
     * @param facts by category; every record is in one
     * @return a rounded count for each category that is shown, null for each that is not
     */
    static List<CategoryCount> counts(List<String> categories, Map<String, List<Fact>> facts) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        categories.forEach(category -> cells.put(category, Cell.of(facts.getOrDefault(category, List.of()))));
        Set<String> hidden = new HashSet<>();
        List<String> shown = new ArrayList<>();
        cells.forEach((category, cell) -> (cell.mayBeKnown() ? shown : hidden).add(category));
        shown.sort(Comparator.comparingLong(category -> cells.get(category).records()));
        Deque<String> smallest = new ArrayDeque<>(shown);
        while (!hidden.isEmpty() && !smallest.isEmpty() && !mayBeLeft(hidden, facts)) {
            hidden.add(smallest.poll());
        }
        return categories.stream()
                .map(category -> new CategoryCount(
                        category,
                        hidden.contains(category) ? null : cells.get(category).rounded()))
                .toList();
    }

    private static boolean mayBeLeft(Set<String> hidden, Map<String, List<Fact>> facts) {
        return Cell.of(hidden.stream()
                        .flatMap(category -> facts.getOrDefault(category, List.of()).stream())
                        .toList())
                .mayBeKnown();
    }
}
