package org.simpul.casework;

/** How far a standing rule is; at most one is LIVE. */
public enum StandingRuleStatus {
    PROPOSED,
    LIVE,
    DECLINED,
    /** Another was proposed or approved in its place. */
    REPLACED,
    ENDED
}
