package org.simpul.referral;

/** Where a referral stands with its owner. While a later version is written, it is a draft again. */
public enum ReferralStatus {
    DRAFT,
    PENDING_APPROVAL,
    SUBMITTED,
    /** Submitted, and its owner has asked for it to be withdrawn; that asking stands, whatever is corrected later. */
    WITHDRAWAL_ASKED,
    /** A draft that nobody touched and that was never submitted; its content is gone. */
    EXPIRED
}
