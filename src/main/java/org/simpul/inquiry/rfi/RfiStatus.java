package org.simpul.inquiry.rfi;

/** How far a request is for whoever asks. */
public enum RfiStatus {
    DRAFT,
    PENDING_APPROVAL,
    ISSUED,
    CLOSED,
    CANCELLED,
    EXPIRED;

    boolean isOver() {
        return this == CLOSED || this == EXPIRED;
    }
}
