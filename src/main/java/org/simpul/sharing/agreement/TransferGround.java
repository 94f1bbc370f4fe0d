package org.simpul.sharing.agreement;

/**
 * What lets person-level data leave the country (UU 27/2022, Art. 56). The consent of whoever it is about is none here:
 * asking for it would tip off.
 */
public enum TransferGround {
    /** The other country protects personal data at least as well (paragraph 2). */
    EQUAL_PROTECTION,
    /** Adequate and binding safeguards are agreed (paragraph 3). */
    BINDING_SAFEGUARDS
}
