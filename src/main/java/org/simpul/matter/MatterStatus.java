package org.simpul.matter;

/** Whether persons are read under it: while it is live, and its time has not come. */
enum MatterStatus {
    LIVE,
    EXPIRED,
    CLOSED
}
