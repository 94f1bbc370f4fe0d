package org.simpul.casework;

/** What an agency tells about a dissemination. */
public enum ResponseKind {
    ACKNOWLEDGEMENT,
    INVESTIGATION,
    OUTCOME,
    CLOSURE,
    /** Of what was recalled: the notice was read. */
    RECALL_READ,
    /** Of what was recalled: what was taken out of it is deleted. */
    DELETION_CONFIRMED,
    /** Of what was recalled: a law orders that it is kept. */
    KEPT_BY_LAW
}
