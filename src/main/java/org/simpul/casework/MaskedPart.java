package org.simpul.casework;

/** Where in a dissemination something may tell who is protected. */
enum MaskedPart {
    TITLE,
    LETTER_NUMBER,
    NARRATIVE,
    CAVEATS,
    /** What those who handed it on have added to them. */
    ADDED_CAVEATS,
    /** A subject: its name and its identifiers. */
    SUBJECT,
    IDENTIFIER,
    FROM,
    TO,
    CHANNEL,
    REMARK
}
