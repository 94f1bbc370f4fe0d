package org.simpul.identifier.list;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;

/** How much lists hold, and how what they say ages. */
@ConfigMapping(prefix = "simpul.identifier-lists")
public interface ListConfig {

    /** Entries of one list at most. */
    @WithDefault("10000000")
    long mostEntries();

    /** Rows that are stored by one statement, and after which the progress of a file moves. */
    @WithDefault("10000")
    int batchRows();

    /** After which a file that has not moved is taken to have lost its reader. */
    @WithDefault("PT4H")
    Duration interruptedAfter();

    /** Errors and warnings kept of one file; the others are counted. */
    @WithDefault("10000")
    int keptFindings();

    /**
     * How old an edition may be since which changes are told; whoever has an older one takes the snapshot. The database
     * lets what was taken off go a day later ({@code resting_list_entry}), so more is refused at start.
     */
    @DurationMax(days = 92)
    @WithDefault("P92D")
    Duration changesKept();

    /** How often it is looked for editions that are due; {@code off} for never. */
    @WithDefault("10m")
    String clockEvery();

    /** How often it is looked for what newest editions left out, to sweep it; {@code off} for never. */
    @WithDefault("1m")
    String sweepEvery();

    /** Batches that one look sweeps of a list; it goes on with the next. */
    @WithDefault("100")
    int sweptBatches();

    /** Curves by name, which entries choose from. */
    Map<String, Curve> decay();

    /**
     * How confidence falls: c · (1 − (t / lifetime)^(1 / speed)), as in MISP's decaying of indicators (Mokaddem et al.,
     * arXiv:1902.03914).
     */
    interface Curve {

        /** After which nothing is left. */
        Duration lifetime();

        /** 1 falls evenly; above 1 it falls fast at first, below 1 late. */
        @WithDefault("1")
        double speed();
    }
}
