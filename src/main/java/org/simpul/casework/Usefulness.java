package org.simpul.casework;

/** How much a referral gave the FIU; its own thought, told of twenty referrals together and never of one. */
public enum Usefulness {
    HIGH,
    MEDIUM,
    LOW,
    NONE
}
