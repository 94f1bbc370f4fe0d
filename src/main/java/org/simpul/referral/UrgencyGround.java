package org.simpul.referral;

/** What makes a referral P1; a closed list. */
public enum UrgencyGround {
    LIVE_OR_SCHEDULED_ABUSE,
    TRAVEL_TO_A_CHILD,
    EXTORTION_UNDER_WAY,
    SELF_HARM_RISK
}
