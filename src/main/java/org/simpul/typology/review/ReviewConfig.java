package org.simpul.typology.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The clock of a review of a typology's draft. */
@ConfigMapping(prefix = "simpul.typology.review")
interface ReviewConfig {

    /** Within how many working days after the day on which the copy was shown. */
    @WithDefault("10")
    @Min(1)
    int withinWorkingDays();

    /** How long before that end reviewers who have said nothing are reminded. */
    @WithDefault("PT48H")
    Duration warnBefore();

    /** How often it is looked for reviews that are due; {@code off} for never. */
    @WithDefault("1h")
    String clockEvery();
}
