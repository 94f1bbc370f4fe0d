package org.simpul.hold;

/** Why (UU 8/2010, articles 26 and 65); never where that is known from. */
public enum HoldGround {
    SUSPECTED_PROCEEDS,
    ACCOUNT_FOR_PROCEEDS,
    FALSE_DOCUMENTS,
    SUSPECTED_OFFENCE
}
