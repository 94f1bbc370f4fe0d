package org.simpul.casework;

import java.util.Locale;

/** What the triage score counts. Nationality, age and gender are not in it, and must never be (R9). */
public enum TriageReason {
    /** The ground of a P1. */
    GROUND,
    CHILD_VICTIM,
    /** The weights that the FIU gave to the cited red flags. */
    RED_FLAGS,
    /** Other referrals that hold the same identifier. */
    LINKS,
    RECENT_PAYMENT,
    RECENT_SUSPICION,
    IDENTIFIED,
    PAYMENTS;

    /** @return key of its text under {@code violation.} */
    String textKey() {
        return "triage_" + name().toLowerCase(Locale.ROOT);
    }
}
