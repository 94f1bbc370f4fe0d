package org.simpul.urgency;

/** What makes a referral P1, and what lets one person act alone (R8); a closed list. */
public enum UrgencyGround {
    LIVE_OR_SCHEDULED_ABUSE,
    TRAVEL_TO_A_CHILD,
    EXTORTION_UNDER_WAY,
    SELF_HARM_RISK
}
