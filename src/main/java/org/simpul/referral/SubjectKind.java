package org.simpul.referral;

/** What a subject is. */
public enum SubjectKind {
    NATURAL_PERSON,
    LEGAL_ENTITY,
    UNKNOWN
}
