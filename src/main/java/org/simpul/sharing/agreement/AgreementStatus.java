package org.simpul.sharing.agreement;

/** How far an agreement is; with each counterpart at most one is LIVE. */
public enum AgreementStatus {
    PROPOSED,
    LIVE,
    DECLINED,
    /** Another was proposed or approved in its place. */
    REPLACED,
    ENDED
}
