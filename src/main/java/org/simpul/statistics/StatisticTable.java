package org.simpul.statistics;

import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One statistic by quarter, newest first.
 *
 * @param id of the statistic
 */
@Schema(name = "StatisticTable")
public record StatisticTable(String id, List<OfQuarter> quarters) {

    /**
     * A quarter, as it was published and as it stays.
     *
     * @param quarter e.g. {@code 2026-Q1}, in the hub's time zone
     * @param shown the sum of the counts that are shown, and of nothing else
     */
    @Schema(name = "StatisticQuarter")
    public record OfQuarter(String quarter, List<CategoryCount> counts, int shown) {

        static OfQuarter of(String quarter, List<CategoryCount> counts) {
            return new OfQuarter(
                    quarter,
                    counts,
                    counts.stream()
                            .map(CategoryCount::count)
                            .filter(Objects::nonNull)
                            .mapToInt(Integer::intValue)
                            .sum());
        }
    }
}
