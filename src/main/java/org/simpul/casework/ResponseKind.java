package org.simpul.casework;

/** What an agency tells about a dissemination. */
public enum ResponseKind {
    ACKNOWLEDGEMENT,
    INVESTIGATION,
    OUTCOME,
    CLOSURE,
    /** Of what was recalled: what was taken out of it is deleted. */
    DELETION_CONFIRMED
}
