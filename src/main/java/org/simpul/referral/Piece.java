package org.simpul.referral;

/**
 * One thing that a referral has or lacks.
 *
 * @param code what to do about it, a key under {@code violation.} in {@code problems_*.properties}
 * @param weight what it counts in the score
 */
record Piece(String field, String code, Need need, int weight, boolean present) {

    /** Whether a referral can be handed over without it. */
    enum Need {
        REQUIRED,
        RECOMMENDED
    }

    boolean isMissing(Need which) {
        return !present && need == which;
    }
}
