package org.simpul.casework;

/** What an agency tells about a dissemination. */
public enum ResponseKind {
    ACKNOWLEDGEMENT,
    OUTCOME
}
