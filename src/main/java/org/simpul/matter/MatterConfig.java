package org.simpul.matter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long persons can be read under a matter. */
@ConfigMapping(prefix = "simpul.matter")
interface MatterConfig {

    /** From a registration, or an extension, to the end at most. */
    @WithDefault("P730D")
    Duration longest();

    /** How long before the end its registrar is told. */
    @WithDefault("P14D")
    Duration warnBefore();

    /** How often it is looked for matters that end; {@code off} for never. */
    @WithDefault("10m")
    String clockEvery();
}
