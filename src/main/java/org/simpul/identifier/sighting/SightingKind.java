package org.simpul.identifier.sighting;

/** What was seen of an identifier. */
public enum SightingKind {
    SEEN,
    /** It was met, and is not what the list says. */
    FALSE_POSITIVE,
    /** It is no longer used. */
    EXPIRED
}
