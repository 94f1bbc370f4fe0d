package org.simpul.referral;

/** How good the form of a submission was; says nothing about its subject matter. */
public enum FormCode {
    COMPLETE,
    MISSING_FIELD,
    LATE,
    NARRATIVE_UNCLEAR
}
