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

    /** Rows in files of one institution on a day, also those that are not asked. */
    @WithDefault("5000000")
    int valuesPerParticipant();

    /** Rows of one file. */
    @WithDefault("1000000")
    int mostRows();

    /** Hits of one file, over all lists. */
    @WithDefault("1000000")
    int mostHits();

    /** Runs of one institution that wait for their file. */
    @WithDefault("100")
    int mostOpen();

    /** Files that the hub screens at the same time. */
    @WithDefault("4")
    int atOnce();

    /** Files of one institution that the hub screens at the same time. */
    @WithDefault("2")
    int atOncePerInstitution();

    /** Rows of a file that are asked by one statement, and after which its progress moves. */
    @WithDefault("10000")
    int batchRows();

    /** Refusals kept of one file; the others are counted. */
    @WithDefault("10000")
    int keptRefusals();

    /** Hits and refusals that are deleted in one transaction. */
    @WithDefault("10000")
    int deletedRows();

    /** How long a run can be read after it was opened. */
    @WithDefault("P7D")
    Duration resultsKept();

    /** After which a file that has not moved is taken to have lost its reader; longer than one may be sent. */
    @WithDefault("PT1H")
    Duration interruptedAfter();

    /** How often runs are looked for that have expired or lost their reader; {@code off} for never. */
    @WithDefault("10m")
    String clockEvery();
}
