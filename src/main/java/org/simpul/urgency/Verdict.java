package org.simpul.urgency;

/** What the second person thinks of an act alone, after it took effect. */
public enum Verdict {
    UPHELD,
    /** It stays in effect: what was told can't be untold. It alerts the approvers and the overseer. */
    NOT_UPHELD
}
