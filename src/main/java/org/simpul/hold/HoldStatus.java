package org.simpul.hold;

/** How far a hold is. */
public enum HoldStatus {
    DRAFT,
    PENDING_APPROVAL,
    REQUESTED,
    EXECUTED,
    EXTENDED,
    RELEASED,
    EXPIRED,
    REFUSED,
    CANCELLED
}
