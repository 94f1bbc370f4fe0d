package org.simpul.referral;

/** How old a subject is, as far as the institution knows. */
public enum AgeBand {
    UNDER_13,
    AGE_13_17,
    AGE_18_24,
    ADULT,
    UNKNOWN;

    /** Under 18 in any role is protected (R3; Indonesian Law 35/2014 art. 1). */
    public boolean isMinor() {
        return this == UNDER_13 || this == AGE_13_17;
    }
}
