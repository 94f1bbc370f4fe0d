package org.simpul.safeguard;

/** Where the one who asks sees the reference of a protected subject. */
public enum UnmaskingKind {
    /** A reporting entity in its own referral. */
    REFERRAL,
    /** The FIU in what was submitted to it. */
    INTAKE,
    /** A named officer in a dissemination. */
    DISSEMINATION
}
