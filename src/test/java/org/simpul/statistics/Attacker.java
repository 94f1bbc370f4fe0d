package org.simpul.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has all tables of one population and draws conclusions: a count that is shown was rounded to five, what is
 * not shown is zero or more, and every table has the same sum. Knows nothing of how it was decided what is shown.
 */
final class Attacker {
    private static final long UNKNOWN = 1_000_000_000;

    /** What a number can be, both ends included. */
    record Interval(long low, long high) {
        long width() {
            return high - low;
        }

        boolean holds(long number) {
            return low <= number && number <= high;
        }
    }

    private final List<Map<String, Interval>> tables = new ArrayList<>();
    private Interval sum;

    /** @param whole the number of records, for one who has it from elsewhere */
    Attacker(List<Map<String, Integer>> shown, @Nullable Long whole) {
        for (Map<String, Integer> table : shown) {
            Map<String, Interval> cells = new LinkedHashMap<>();
            table.forEach((category, count) ->
                    cells.put(category, count == null ? new Interval(0, UNKNOWN) : new Interval(count - 2, count + 2)));
            tables.add(cells);
        }
        sum = whole == null ? new Interval(0, UNKNOWN) : new Interval(whole, whole);
        boolean narrowed = true;
        while (narrowed) {
            narrowed = narrow();
        }
    }

    private boolean narrow() {
        Interval before = sum;
        boolean narrowed = false;
        for (Map<String, Interval> table : tables) {
            long low = table.values().stream().mapToLong(Interval::low).sum();
            long high = table.values().stream().mapToLong(Interval::high).sum();
            sum = new Interval(Math.max(sum.low(), low), Math.min(sum.high(), high));
            for (Map.Entry<String, Interval> cell : table.entrySet()) {
                Interval known = cell.getValue();
                Interval next = new Interval(
                        Math.max(known.low(), sum.low() - (high - known.high())),
                        Math.min(known.high(), sum.high() - (low - known.low())));
                narrowed |= !next.equals(known);
                low += next.low() - known.low();
                high += next.high() - known.high();
                cell.setValue(next);
            }
        }
        return narrowed || !before.equals(sum);
    }

    Interval of(int table, String category) {
        return tables.get(table).get(category);
    }
}
