package org.simpul.hold;

/** Where the reason for a hold came from; the FIU's own knowledge. */
public enum OriginKind {
    INTAKE,
    CASE,
    /** A hold that was told to the FIU: an agency's order, an institution's postponement. */
    HOLD
}
