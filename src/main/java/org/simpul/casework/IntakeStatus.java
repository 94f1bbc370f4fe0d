package org.simpul.casework;

/** How far the FIU is with a referral. Nobody else ever learns it. */
public enum IntakeStatus {
    RECEIVED,
    IN_TRIAGE,
    REJECTED_INVALID,
    INFORMATION_REQUESTED,
    NOT_ACCEPTED,
    UNDER_ANALYSIS,
    RETAINED,
    DISSEMINATED,
    CLOSED,
    /** The submitter asked for it, and the FIU agreed. */
    WITHDRAWN;

    /** Whether triage is still to say something; these make the queue. */
    boolean isUndecided() {
        return this == RECEIVED || this == IN_TRIAGE || this == INFORMATION_REQUESTED;
    }
}
