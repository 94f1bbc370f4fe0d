package org.simpul.referral.basis;

/** What a legal basis allows. */
public enum BasisUse {
    /** A reporting entity refers to the FIU. */
    REFERRAL,
    /** The FIU disseminates to law enforcement. */
    DISSEMINATION
}
