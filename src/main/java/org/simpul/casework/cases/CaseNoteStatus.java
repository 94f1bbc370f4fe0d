package org.simpul.casework.cases;

/** What a note is: one of the case, or a text that lost against another one and waits to be merged or dropped. */
public enum CaseNoteStatus {
    KEPT,
    CONFLICTING,
    MERGED,
    DROPPED
}
