package org.simpul.interop.tabular;

import org.simpul.audit.AuditExport;

/** Acts that are taken out, as they are to be written. */
record AuditFile(AuditExport export, Format format) {

    /** How a file is written. */
    enum Format {
        CSV,
        /** JSON, one entry in each line. */
        LINES
    }
}
