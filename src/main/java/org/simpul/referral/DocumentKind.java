package org.simpul.referral;

/** What kind of document is named in the place of an attachment. */
public enum DocumentKind {
    KYC_FORM,
    ACCOUNT_OPENING,
    STATEMENT,
    TRANSFER_SLIP,
    CORRESPONDENCE,
    /** Attached to the report that was filed through goAML. */
    GOAML_ATTACHMENT,
    OTHER
}
