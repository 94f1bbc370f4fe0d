package org.simpul.access;

/** What a member institution is. */
public enum ParticipantKind {
    REPORTING_ENTITY,
    FIU,
    LAW_ENFORCEMENT,
    SUPERVISOR,
    PARTNER,
    FOREIGN_FIU,
    OPERATOR
}
