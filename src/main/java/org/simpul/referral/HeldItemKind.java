package org.simpul.referral;

/** What kind of record the institution holds. */
public enum HeldItemKind {
    KYC,
    CCTV,
    DEVICE_LOG,
    CHAT_LOG,
    ACCESS_LOG,
    CALL_RECORDING,
    OTHER
}
