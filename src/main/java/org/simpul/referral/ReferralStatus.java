package org.simpul.referral;

/** Where a referral stands with its owner. While a later version is written, it is a draft again. */
public enum ReferralStatus {
    DRAFT,
    PENDING_APPROVAL,
    SUBMITTED
}
