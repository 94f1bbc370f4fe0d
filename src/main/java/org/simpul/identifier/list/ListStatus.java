package org.simpul.identifier.list;

/** What is done with the draft of a list; what was published stays as it is. */
public enum ListStatus {
    /** Its draft takes changes. */
    OPEN,
    /** Its draft waits for a second person. */
    PENDING_APPROVAL,
    /** Its draft is approved and goes out with the next edition. */
    SCHEDULED
}
