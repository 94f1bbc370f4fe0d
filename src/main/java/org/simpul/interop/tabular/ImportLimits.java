package org.simpul.interop.tabular;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one file may hold. */
@ConfigMapping(prefix = "simpul.imports")
interface ImportLimits {

    /** Bytes of one file; the edge takes no more than 256 MiB. */
    @WithDefault("268435456")
    long maxBytes();

    /** Data rows of one file. */
    @WithDefault("2000000")
    long maxRows();

    /** Characters of one row, so that a quote that is never closed does not fill the memory. */
    @WithDefault("65536")
    int maxRowLength();

    /** Rows that are committed together, and after which the progress moves. */
    @WithDefault("5000")
    int chunkRows();
}
