package org.simpul.casework;

/** What a recipient still owes the FIU for what it was given. */
public enum Owed {
    /** That it says what came of it. */
    OUTCOME,
    /** That it confirms that what was recalled is deleted. */
    DELETION,
    NOTHING
}
