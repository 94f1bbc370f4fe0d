package org.simpul.inquiry.rfi;

/** How far one of those who are asked is; both sides see the same. */
public enum ThreadStatus {
    DELIVERED,
    ACKNOWLEDGED,
    CLARIFICATION,
    OVERDUE,
    ANSWERED,
    PARTIAL,
    NIL,
    REFUSED,
    USE_REPORTED,
    CLOSED
}
