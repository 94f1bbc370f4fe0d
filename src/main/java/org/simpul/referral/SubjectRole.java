package org.simpul.referral;

/** The part that a subject plays in what is suspected. */
public enum SubjectRole {
    SUSPECTED_OFFENDER,
    CONSUMER,
    FACILITATOR,
    MULE,
    BENEFICIARY,
    ACCOUNT_HOLDER,
    RELATIVE,
    POSSIBLE_CHILD_VICTIM,
    POSSIBLE_ADULT_VICTIM,
    WITNESS;

    /** Whoever is suspected of the offence itself, or of moving its money. */
    boolean isSuspected() {
        return this == SUSPECTED_OFFENDER || this == CONSUMER || this == FACILITATOR || this == MULE;
    }

    /** A possible victim is protected whatever its age (R3). */
    public boolean isVictim() {
        return this == POSSIBLE_CHILD_VICTIM || this == POSSIBLE_ADULT_VICTIM;
    }
}
