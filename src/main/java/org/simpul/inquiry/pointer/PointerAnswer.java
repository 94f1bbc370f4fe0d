package org.simpul.inquiry.pointer;

/** What an agency is told; both are written with the same number of letters. */
public enum PointerAnswer {
    /** The FIU holds information: ask. */
    HELD,
    /** Nothing that the pointer counts. */
    NONE
}
