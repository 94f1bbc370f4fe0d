package org.simpul.identifier.screening;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much may be screened on a day, and how files are. */
@ConfigMapping(prefix = "simpul.screening")
public interface ScreeningConfig {

    /** Screenings of one institution. */
    @WithDefault("10000")
    int perParticipant();

    /** Screenings of one person or machine of it. */
    @WithDefault("10000")
    int perPerson();

    /** Values in files of one institution on a day. */
    @WithDefault("5000000")
    int valuesPerParticipant();

    /** Rows of one file. */
    @WithDefault("1000000")
    int mostRows();

    /** Rows of a file that are asked by one statement, and after which its progress moves. */
    @WithDefault("10000")
    int batchRows();

    /** Refusals kept of one file; the others are counted. */
    @WithDefault("10000")
    int keptRefusals();

    /** How long a run can be read after it was opened. */
    @WithDefault("P7D")
    Duration resultsKept();

    /** After which a file that has not moved is taken to have lost its reader. */
    @WithDefault("PT1H")
    Duration interruptedAfter();

    /** How often runs are looked for that have expired or lost their reader; {@code off} for never. */
    @WithDefault("10m")
    String clockEvery();
}
