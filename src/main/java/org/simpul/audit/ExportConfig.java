package org.simpul.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the audit is taken out at once. */
@ConfigMapping(prefix = "simpul.audit.export")
interface ExportConfig {

    /** Entries of one file at the most. */
    @WithDefault("100000")
    int rows();

    /** From the first instant of one file to its end, at the most. */
    @WithDefault("P93D")
    Duration span();
}
