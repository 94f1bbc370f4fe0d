package org.simpul.referral;

/** What a message is for. */
public enum MessageKind {
    MESSAGE,
    /** The submitter asks the FIU to withdraw the referral, with its reason. */
    WITHDRAWAL_REQUEST
}
