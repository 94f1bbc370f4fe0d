package org.simpul.casework;

/** By what a referral is linked. */
public enum LinkKind {
    /** The same canonical identifier stands in both. */
    IDENTIFIER,
    /** Names of two open subjects are alike: possibly the same person. */
    NAME,
    /** A hotline or a platform gave an identifier of it. */
    LEAD
}
