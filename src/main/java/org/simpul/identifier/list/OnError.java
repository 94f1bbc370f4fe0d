package org.simpul.identifier.list;

/** What becomes of a file in which something is wrong, chosen before it is sent. */
public enum OnError {
    /** Nothing of it is stored. */
    REJECT_ALL,
    /** Its sound rows are stored, up to where it breaks off. */
    KEEP_VALID
}
