package org.simpul.referral;

/** What an institution answers when it is asked to keep something. */
public enum PreservationAnswerKind {
    PRESERVED,
    ALREADY_OVERWRITTEN,
    NOT_HELD
}
