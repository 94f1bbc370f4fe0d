package org.simpul.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Some records taken together: one category, or all that is left when the others are taken from the whole.
 *
 * @param contributed on each side, records by the institution that contributed to them
 */
record Cell(long records, List<Map<UUID, Long>> contributed) {
    /** Fewer institutions are never told of. */
    static final int FEWEST_CONTRIBUTORS = 5;

    /** Fewer records are never told of. */
    static final int FEWEST_RECORDS = 10;

    /** What is told is a multiple of it. */
    static final int STEP = 5;

    static Cell of(Collection<Fact> facts) {
        long records = 0;
        List<Map<UUID, Long>> contributed = new ArrayList<>();
        for (Fact fact : facts) {
            records += fact.records();
            for (int side = 0; side < fact.contributors().size(); side++) {
                if (contributed.size() == side) {
                    contributed.add(new HashMap<>());
                }
                Set<UUID> institutions = fact.contributors().get(side);
                Map<UUID, Long> counted = contributed.get(side);
                institutions.forEach(institution -> counted.merge(institution, fact.records(), Long::sum));
            }
        }
        return new Cell(records, contributed);
    }

    /** Whether it may be known: of many records, by many institutions, none of which had a hand in more than half. */
    boolean mayBeKnown() {
        return records >= FEWEST_RECORDS && contributed.stream().allMatch(this::isSpread);
    }

    private boolean isSpread(Map<UUID, Long> side) {
        return side.size() >= FEWEST_CONTRIBUTORS && side.values().stream().allMatch(count -> 2 * count <= records);
    }

    int rounded() {
        return Math.toIntExact(Math.round(records / (double) STEP) * STEP);
    }
}
