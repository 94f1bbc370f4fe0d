package org.simpul.inquiry.interest;

/** How an interest is; one whose time, or whose matter, is over is ENDED by that alone. */
enum InterestStatus {
    LIVE,
    /** Whoever it meets, the FIU alone learns of it. */
    SILENT,
    WITHDRAWN,
    ENDED
}
