package org.simpul.referral;

/** What the FIU tells the submitter. Nothing else, ever (R1). */
public enum NoticeKind {
    RECEIVED,
    INFORMATION_REQUESTED,
    /** At a fixed time after receipt, whatever happened. */
    FINISHED
}
