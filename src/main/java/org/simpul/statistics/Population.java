package org.simpul.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Records that some statistics count, each of them all of those records in another division. No record is in two
 * populations, and none in two quarters: two tables have the sum of a population in common, and nothing else.
 */
enum Population {
    /** Referrals by the quarter in which the FIU received them; contributed by whoever submitted them. */
    REFERRALS(Dimension.OFFENCE, Dimension.SECTOR, Dimension.URGENCY, Dimension.ACKNOWLEDGEMENT),
    /** Disseminations by the quarter of their approval; contributed by those whose referrals stand behind them. */
    DISSEMINATIONS(Dimension.PRODUCT),
    /**
     * Outcomes that agencies recorded, without those that were corrected meanwhile; contributed by those whose referrals
     * stand behind them, and by the agencies: what is shown must hold on either side.
     */
    OUTCOMES(Dimension.OUTCOME),
    /**
     * Typologies that a referral cites, once for each of its typologies, by the quarter of the referral's receipt;
     * contributed by whoever submitted it.
     */
    CITATIONS(Dimension.TYPOLOGY),
    /** Institutions that the FIU asked for information, once for each request; contributed by them. */
    REQUESTS(Dimension.ANSWER, Dimension.SECTOR),
    /** Reports on entries of the FIU's lists, however often each says it was seen; contributed by the reporter. */
    SIGHTINGS(Dimension.TYPOLOGY, Dimension.SIGHTING);

    private final List<Dimension> dimensions;

    Population(Dimension... dimensions) {
        this.dimensions = List.of(dimensions);
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    List<Statistic> statistics() {
        return Arrays.stream(Statistic.values())
                .filter(statistic -> statistic.population() == this)
                .toList();
    }
}
