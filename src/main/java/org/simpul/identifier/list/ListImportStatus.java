package org.simpul.identifier.list;

/** How far a file is. */
public enum ListImportStatus {
    /** It is awaited. */
    OPEN,
    RUNNING,
    /** Its rows, or its sound ones, are in the draft. */
    STORED,
    /** Nothing of it is. */
    REFUSED
}
