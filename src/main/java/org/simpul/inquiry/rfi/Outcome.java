package org.simpul.inquiry.rfi;

/** What an answer says. */
public enum Outcome {
    ANSWERED,
    /** More follows. */
    PARTIAL,
    /** Nothing is held. */
    NIL,
    /** By authorities alone, with a reason. */
    REFUSED;

    boolean hasRows() {
        return this == ANSWERED || this == PARTIAL;
    }
}
