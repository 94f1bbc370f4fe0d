package org.simpul.referral;

/** OPEN takes one upload and is then RUNNING, which ends in PUBLISHED (all rows) or FAILED (none). */
public enum ImportStatus {
    OPEN,
    RUNNING,
    PUBLISHED,
    FAILED
}
