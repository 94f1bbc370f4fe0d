package org.simpul.hold;

/** Why an institution did not do what it was asked. */
public enum RefusalReason {
    ACCOUNT_UNKNOWN,
    ACCOUNT_CLOSED,
    NO_BALANCE,
    FORM_DEFECT
}
