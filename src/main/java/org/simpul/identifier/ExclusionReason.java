package org.simpul.identifier;

/** Why an identifier that many payments share says nothing about those who use it. */
public enum ExclusionReason {
    /** A collection or virtual account, through which a merchant or a biller is paid by everybody. */
    COLLECTION_ACCOUNT,
    /** An institution's own settlement account. */
    SETTLEMENT_ACCOUNT,
    GOVERNMENT,
    CHARITY,
    REGULATOR
}
