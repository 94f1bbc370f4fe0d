package org.simpul.referral.basis;

/** Whether a legal basis can be named. Proposals are seen by the FIU alone. */
public enum BasisStatus {
    PROPOSED,
    APPROVED,
    DECLINED,
    /** Not to be named any more; what was sealed under it keeps it. */
    RETIRED
}
