package org.simpul.matrix;

import java.util.Locale;

/** How the object that the operation names stands to the caller's institution. */
enum Relation {
    /** It owns it; for an operation that names no object: the operation itself. */
    OWN,
    /** A live disclosure reaches it. */
    DISCLOSED,
    /** It was disclosed, and the disclosure has been recalled or has expired. */
    RECALLED,
    /** It is there and hidden. */
    OTHERS,
    /** There is no such object. */
    ABSENT;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return whether the caller must not learn that the object is there */
    boolean isHidden() {
        return this == RECALLED || this == OTHERS;
    }
}
