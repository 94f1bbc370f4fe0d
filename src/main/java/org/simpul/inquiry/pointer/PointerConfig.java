package org.simpul.inquiry.pointer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How often the pointer may be asked, how long an answer takes, and how long a switch runs. */
@ConfigMapping(prefix = "simpul.pointer")
interface PointerConfig {

    /** Searches of an agency in a day that begins at midnight of {@code simpul.time-zone}, whatever they find. */
    @WithDefault("200")
    @Min(1)
    int perAgency();

    /** The same, of one person. */
    @WithDefault("40")
    @Min(1)
    int perPerson();

    /**
     * How long looking at the FIU's holdings takes, found or not; longer than the look-ups themselves need on this
     * machine, and never under 20 ms.
     */
    @WithDefault("PT0.05S")
    Duration takes();

    /** A switch ends within this time. */
    @WithDefault("P365D")
    Duration longest();
}
