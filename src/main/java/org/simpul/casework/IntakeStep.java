package org.simpul.casework;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;

import static org.simpul.access.Permission.CASE_WORK;
import static org.simpul.access.Permission.DISSEMINATION_APPROVE;
import static org.simpul.access.Permission.REFERRAL_TRIAGE;
import static org.simpul.casework.IntakeStatus.CLOSED;
import static org.simpul.casework.IntakeStatus.DISSEMINATED;
import static org.simpul.casework.IntakeStatus.INFORMATION_REQUESTED;
import static org.simpul.casework.IntakeStatus.IN_TRIAGE;
import static org.simpul.casework.IntakeStatus.RECEIVED;
import static org.simpul.casework.IntakeStatus.REJECTED_INVALID;
import static org.simpul.casework.IntakeStatus.RETAINED;
import static org.simpul.casework.IntakeStatus.UNDER_ANALYSIS;

/** The one table of how an intake moves: from where, to where, who may, and what the audit says. */
enum IntakeStep {
    TAKE(Set.of(RECEIVED), IN_TRIAGE, REFERRAL_TRIAGE, CaseworkAct.INTAKE_TAKEN),
    REJECT_INVALID(Set.of(RECEIVED), REJECTED_INVALID, REFERRAL_TRIAGE, CaseworkAct.INTAKE_REJECTED),
    ACCEPT(Set.of(IN_TRIAGE), UNDER_ANALYSIS, REFERRAL_TRIAGE, CaseworkAct.INTAKE_ACCEPTED),
    NOT_ACCEPTED(Set.of(IN_TRIAGE), IntakeStatus.NOT_ACCEPTED, REFERRAL_TRIAGE, CaseworkAct.INTAKE_NOT_ACCEPTED),
    REQUEST_INFORMATION(
            Set.of(IN_TRIAGE), INFORMATION_REQUESTED, REFERRAL_TRIAGE, CaseworkAct.INTAKE_INFORMATION_REQUESTED),
    RETAIN(Set.of(UNDER_ANALYSIS), RETAINED, CASE_WORK, CaseworkAct.INTAKE_RETAINED),
    RESUME(Set.of(RETAINED), UNDER_ANALYSIS, CASE_WORK, CaseworkAct.INTAKE_RESUMED),
    DISSEMINATE(Set.of(UNDER_ANALYSIS), DISSEMINATED, DISSEMINATION_APPROVE, CaseworkAct.INTAKE_DISSEMINATED),
    CLOSE(Set.of(DISSEMINATED), CLOSED, CASE_WORK, CaseworkAct.INTAKE_CLOSED),
    /** A new version, or what was told before, has been read; the status stays. */
    NOTE_VERSION(EnumSet.allOf(IntakeStatus.class), null, REFERRAL_TRIAGE, CaseworkAct.INTAKE_VERSION_NOTED);

    private final Set<IntakeStatus> from;
    private final @Nullable IntakeStatus to;
    private final Permission permission;
    private final CaseworkAct act;

    IntakeStep(Set<IntakeStatus> from, @Nullable IntakeStatus to, Permission permission, CaseworkAct act) {
        this.from = from;
        this.to = to;
        this.permission = permission;
        this.act = act;
    }

    boolean leavesFrom(IntakeStatus status) {
        return from.contains(status);
    }

    /** @return where the step leads from a status that it leaves from */
    IntakeStatus from(IntakeStatus status) {
        return to == null ? status : to;
    }

    Permission permission() {
        return permission;
    }

    CaseworkAct act() {
        return act;
    }

    /** Follows from an approved dissemination, never from a decision on the intake itself. */
    boolean followsFromDissemination() {
        return this == DISSEMINATE;
    }

    /** Whether the submitter is asked for what is missing: it learns that, and not which of the two steps it was. */
    boolean asksTheSubmitter() {
        return this == REQUEST_INFORMATION || this == REJECT_INVALID;
    }

    boolean needsReason() {
        return this == REJECT_INVALID || this == NOT_ACCEPTED || this == RETAIN;
    }

    /**
     * A new version brings back what waited for one, and what would not be looked at again; what the FIU works with
     * stays, unless the urgency is raised. What is closed one version alone does not reopen.
     */
    static IntakeStatus onNewVersion(IntakeStatus status, boolean raised) {
        return switch (status) {
            case RECEIVED, IN_TRIAGE -> status;
            case INFORMATION_REQUESTED, REJECTED_INVALID, NOT_ACCEPTED, RETAINED -> IN_TRIAGE;
            case CLOSED -> CLOSED;
            case UNDER_ANALYSIS, DISSEMINATED -> raised ? IN_TRIAGE : status;
        };
    }
}
