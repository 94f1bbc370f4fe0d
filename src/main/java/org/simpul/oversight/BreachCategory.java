package org.simpul.oversight;

/** What was broken. */
enum BreachCategory {
    /** Somebody read what they may not. */
    CONFIDENTIALITY,
    /** Somebody changed what they may not. */
    INTEGRITY,
    /** It was lost, or out of reach. */
    AVAILABILITY
}
