package org.simpul.referral;

/** How soon the FIU must act: P1 a child at imminent risk, P2 and P3 within working days. */
public enum Urgency {
    P1,
    P2,
    P3
}
