package org.simpul.oversight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;

/** The thresholds of the rules. */
@ConfigMapping(prefix = "simpul.oversight.anomalies")
interface AnomalyConfig {

    /** Distinct objects that one person reads within an hour of the clock; an item needs more. */
    @WithDefault("100")
    int objectsInAnHour();

    /** Searches of one day that have led to nothing; an item needs as many. */
    @WithDefault("3")
    int unusedSearches();

    /** Days that a search has to be used in. */
    @WithDefault("14")
    int useWithinDays();

    /** Reads of one day out of hours; an item needs as many. */
    @WithDefault("5")
    int readsOutOfHours();

    /** Working hours on Monday to Friday, in the hub's time zone. */
    @WithDefault("06:00")
    LocalTime workFrom();

    @WithDefault("20:00")
    LocalTime workUntil();
}
