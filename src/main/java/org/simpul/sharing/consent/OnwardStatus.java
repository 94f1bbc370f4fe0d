package org.simpul.sharing.consent;

/** How far an onward disclosure is. */
public enum OnwardStatus {
    PENDING_APPROVAL,
    DISCLOSED,
    DECLINED,
    RECALLED
}
