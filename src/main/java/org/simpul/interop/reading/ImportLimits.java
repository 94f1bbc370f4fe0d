package org.simpul.interop.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How much one file may hold, and how long one may watch it being read. */
@ConfigMapping(prefix = "simpul.imports")
public interface ImportLimits {

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

    /**
     * Where a file waits that can't be read as it comes: a folder of this hub alone, from which old ones are removed.
     * Below the folder for temporary files when it is left out.
     */
    Optional<Path> spoolFolder();

    /** Parts of a workbook: more than a spreadsheet writes are an attack. */
    @WithDefault("1000")
    int maxParts();

    /** Bytes of a workbook's parts together, once unpacked. */
    @WithDefault("1610612736")
    long maxUnpackedBytes();

    /** How many times larger a part may be than it is packed; the first mebibyte is free. */
    @WithDefault("200")
    int maxUnpackedRatio();

    /** Bytes of the texts that a workbook keeps once for all its cells, which must be held in memory. */
    @WithDefault("67108864")
    long maxSharedTexts();

    /** Elements of one entry, transaction or person in an XML file. */
    @WithDefault("20000")
    int maxElements();

    /** Characters of one entry, transaction or person in an XML file, and of one row of a sheet, names counted in. */
    @WithDefault("1048576")
    int maxRecordLength();

    /** Levels of elements in an XML file. */
    @WithDefault("60")
    int maxDepth();

    /** Persons and entities of one report. */
    @WithDefault("200")
    int maxSubjects();

    /** Files that the hub reads at the same time. */
    @WithDefault("8")
    int atOnce();

    /** Files of one institution that the hub reads at the same time. */
    @WithDefault("2")
    int atOncePerInstitution();

    /** How long the sending and reading of one file may last. */
    @WithDefault("PT30M")
    Duration deadline();

    /** How often a stream of progress looks; also its heartbeat. */
    @WithDefault("PT1S")
    Duration watchEvery();

    /** How long a stream lasts: no longer than the token that opened it. */
    @WithDefault("PT5M")
    Duration watchFor();

    /** Streams that one person may have open at the same time. */
    @WithDefault("4")
    int watchersPerPerson();
}
