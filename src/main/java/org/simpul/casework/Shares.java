package org.simpul.casework;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts made so coarse that they tell nothing of one referral: out of twenty or more, in percent rounded to five, and
 * without the groups of fewer than five, as if those were not there.
 */
final class Shares {
    /** Fewer are never told of (R10). */
    static final long FEWEST = 20;

    private static final long SMALLEST_GROUP = 5;
    private static final long STEP = 5;
    private static final double WHOLE = 100;

    private Shares() {}

    static boolean areMany(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum() >= FEWEST;
    }

    /** @return whether at least two groups are told of: of one alone the share would tell each referral's */
    static boolean areMixed(Collection<Long> counts) {
        return counts.stream().filter(count -> count >= SMALLEST_GROUP).count() >= 2;
    }

    /** @return a share for each value, 0 for one that has fewer than five */
    static <E extends Enum<E>> Map<E, Integer> of(Class<E> type, Map<E, Long> counts) {
        long all = counts.values().stream()
                .filter(count -> count >= SMALLEST_GROUP)
                .mapToLong(Long::longValue)
                .sum();
        Map<E, Integer> shares = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            long count = counts.getOrDefault(value, 0L);
            shares.put(value, count < SMALLEST_GROUP ? 0 : rounded(count * WHOLE / all));
        }
        return shares;
    }

    private static int rounded(double percent) {
        return (int) (Math.round(percent / STEP) * STEP);
    }

    /** @return the band that a number of twenty or more lies in */
    static String band(long count) {
        if (count < 50) {
            return "20-49";
        }
        if (count < 100) {
            return "50-99";
        }
        return count < 200 ? "100-199" : "200+";
    }
}
