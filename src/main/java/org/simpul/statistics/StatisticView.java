package org.simpul.statistics;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.typology.Bilingual;

/**
 * What one statistic counts, and what of it is never shown.
 *
 * @param id in its address, e.g. {@code referrals-by-offence}
 * @param population the records that it divides: two statistics of one population count the same ones
 * @param categories all there are, in order
 * @param fewestContributors institutions behind a count, at least; none of them had a hand in more than half of it
 * @param fewestRecords behind a count, at least
 * @param roundedTo every count is a multiple of it
 */
@Schema(name = "Statistic")
record StatisticView(
        String id,
        Bilingual title,
        Bilingual definition,
        String population,
        String dimension,
        List<String> categories,
        int fewestContributors,
        int fewestRecords,
        int roundedTo) {

    static StatisticView of(Statistic statistic, StatisticsConfig config) {
        return new StatisticView(
                statistic.id(),
                statistic.title(),
                statistic.definition(),
                statistic.population().name().toLowerCase(Locale.ROOT),
                statistic.dimension().name().toLowerCase(Locale.ROOT),
                statistic.dimension().categories(config),
                Cell.FEWEST_CONTRIBUTORS,
                Cell.FEWEST_RECORDS,
                Cell.STEP);
    }
}
