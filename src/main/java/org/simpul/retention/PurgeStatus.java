package org.simpul.retention;

/** How far a purge is. */
public enum PurgeStatus {
    /** Counted; nothing is deleted. */
    DRY_RUN,
    ORDERED,
    DECLINED,
    /** The job is at it, or will be. */
    APPROVED,
    FINISHED
}
