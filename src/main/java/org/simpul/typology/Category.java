package org.simpul.typology;

/** What a red flag looks at. CONTEXT (nationality, age, gender, place alone) weighs nothing. */
public enum Category {
    TRANSACTION_PATTERN,
    ACCOUNT_PROFILE,
    REMARK,
    NETWORK,
    DEVICE,
    VIRTUAL_ASSET,
    MERCHANT,
    TRAVEL,
    ADVERSE_INFORMATION,
    CONTEXT
}
