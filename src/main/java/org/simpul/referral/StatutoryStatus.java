package org.simpul.referral;

/** Whether the report that the law asks for beside the referral has been filed (R12). */
public enum StatutoryStatus {
    PENDING,
    FILED,
    NOT_REQUIRED
}
