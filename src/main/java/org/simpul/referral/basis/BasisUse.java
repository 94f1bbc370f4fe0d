package org.simpul.referral.basis;

/** What a legal basis allows. */
public enum BasisUse {
    /** A reporting entity refers to the FIU. */
    REFERRAL,
    /** The FIU disseminates to law enforcement. */
    DISSEMINATION,
    /** Somebody asks, orders or tells what is done with the money in an account. */
    HOLD,
    /** Somebody asks for information. */
    RFI
}
