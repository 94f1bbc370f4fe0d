package org.simpul.safeguard;

/** How far a request to unmask is. */
enum UnmaskingStatus {
    REQUESTED,
    APPROVED,
    DECLINED
}
