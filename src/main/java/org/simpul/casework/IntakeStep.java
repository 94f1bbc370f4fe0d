package org.simpul.casework;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.access.Permission.CASE_REOPEN;
import static org.simpul.access.Permission.CASE_WORK;
import static org.simpul.access.Permission.DISSEMINATION_APPROVE;
import static org.simpul.access.Permission.P1_ACT_ALONE;
import static org.simpul.access.Permission.REFERRAL_TRIAGE;
import static org.simpul.casework.IntakeStatus.CLOSED;
import static org.simpul.casework.IntakeStatus.DISSEMINATED;
import static org.simpul.casework.IntakeStatus.INFORMATION_REQUESTED;
import static org.simpul.casework.IntakeStatus.IN_TRIAGE;
import static org.simpul.casework.IntakeStatus.RECEIVED;
import static org.simpul.casework.IntakeStatus.REJECTED_INVALID;
import static org.simpul.casework.IntakeStatus.RETAINED;
import static org.simpul.casework.IntakeStatus.UNDER_ANALYSIS;
import static org.simpul.casework.IntakeStatus.WITHDRAWN;

/** The one table of how an intake moves. Steps without a permission are the clerk's, and follow from another act. */
enum IntakeStep implements Transition<IntakeStatus> {
    RECEIVE(Set.of(), RECEIVED, null, "a referral of which there is no intake", CaseworkAct.INTAKE_RECEIVED),
    /** Or take over from a colleague who is gone: what is in hands already stays where it is. */
    TAKE(
            Set.of(RECEIVED, IN_TRIAGE, INFORMATION_REQUESTED),
            from -> from == RECEIVED ? IN_TRIAGE : from,
            REFERRAL_TRIAGE,
            "",
            CaseworkAct.INTAKE_TAKEN),
    REJECT_INVALID(
            Set.of(RECEIVED),
            REJECTED_INVALID,
            REFERRAL_TRIAGE,
            "a reason, and what is missing",
            CaseworkAct.INTAKE_REJECTED),
    ACCEPT(Set.of(IN_TRIAGE), UNDER_ANALYSIS, REFERRAL_TRIAGE, "", CaseworkAct.INTAKE_ACCEPTED),
    NOT_ACCEPTED(
            Set.of(IN_TRIAGE), IntakeStatus.NOT_ACCEPTED, REFERRAL_TRIAGE, "a reason", CaseworkAct.INTAKE_NOT_ACCEPTED),
    REQUEST_INFORMATION(
            Set.of(IN_TRIAGE),
            INFORMATION_REQUESTED,
            REFERRAL_TRIAGE,
            "what is missing",
            CaseworkAct.INTAKE_INFORMATION_REQUESTED),
    /** The submitter answered on the board what it was asked for. */
    ANSWER(
            Set.of(INFORMATION_REQUESTED, REJECTED_INVALID),
            IN_TRIAGE,
            null,
            "the submitter's answer",
            CaseworkAct.INTAKE_ANSWER_RECEIVED),
    NEW_VERSION(
            EnumSet.allOf(IntakeStatus.class),
            IntakeStep::onNewVersion,
            null,
            "a version with no higher urgency",
            CaseworkAct.INTAKE_VERSION_RECEIVED),
    RAISE_URGENCY(
            EnumSet.allOf(IntakeStatus.class),
            IntakeStep::onRaisedUrgency,
            null,
            "a version with a higher urgency; of what is closed, a P1",
            CaseworkAct.INTAKE_VERSION_RECEIVED),
    RETAIN(
            Set.of(UNDER_ANALYSIS),
            RETAINED,
            CASE_WORK,
            "a reason, and a day on which it is reviewed",
            CaseworkAct.INTAKE_RETAINED),
    RESUME(Set.of(RETAINED), UNDER_ANALYSIS, CASE_WORK, "", CaseworkAct.INTAKE_RESUMED),
    DISSEMINATE(
            Set.of(UNDER_ANALYSIS),
            DISSEMINATED,
            DISSEMINATION_APPROVE,
            "rows of it stand in a dissemination that is approved",
            CaseworkAct.INTAKE_DISSEMINATED),
    DISSEMINATE_ALONE(
            Set.of(UNDER_ANALYSIS),
            DISSEMINATED,
            P1_ACT_ALONE,
            "a P1 with rows in a dissemination that one person releases alone",
            CaseworkAct.INTAKE_DISSEMINATED),
    CLOSE(Set.of(DISSEMINATED), CLOSED, CASE_WORK, "", CaseworkAct.INTAKE_CLOSED),
    PROPOSE_REOPENING(
            Set.of(CLOSED), CLOSED, CASE_WORK, "a reason; none is proposed", CaseworkAct.INTAKE_REOPENING_PROPOSED),
    REOPEN(Set.of(CLOSED), UNDER_ANALYSIS, CASE_REOPEN, "proposed by another person", CaseworkAct.INTAKE_REOPENED),
    DECLINE_REOPENING(Set.of(CLOSED), CLOSED, CASE_REOPEN, "one is proposed", CaseworkAct.INTAKE_REOPENING_DECLINED),
    /** The submitter asked for it; the FIU applies it, or goes on. */
    WITHDRAW(
            Set.of(RECEIVED, IN_TRIAGE, INFORMATION_REQUESTED, UNDER_ANALYSIS, RETAINED),
            WITHDRAWN,
            REFERRAL_TRIAGE,
            "the submitter asked for it; a reason",
            CaseworkAct.INTAKE_WITHDRAWN),
    /** A new version, or what was told before, has been read; the status stays. */
    NOTE_VERSION(
            EnumSet.allOf(IntakeStatus.class),
            UnaryOperator.identity(),
            REFERRAL_TRIAGE,
            "something is unread",
            CaseworkAct.INTAKE_VERSION_NOTED);

    /** Kind of the event that tells of an intake that is a P1 now, with its id. */
    static final String URGENT = "intake.urgent";

    private static final Set<IntakeStep> FOLLOWING =
            EnumSet.of(RECEIVE, ANSWER, NEW_VERSION, RAISE_URGENCY, DISSEMINATE, DISSEMINATE_ALONE);

    private final TransitionEdge<IntakeStatus> edge;

    IntakeStep(
            Set<IntakeStatus> from, IntakeStatus to, @Nullable Permission permission, String guard, CaseworkAct act) {
        this(from, before -> to, permission, guard, act);
    }

    IntakeStep(
            Set<IntakeStatus> from,
            UnaryOperator<IntakeStatus> to,
            @Nullable Permission permission,
            String guard,
            CaseworkAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<IntakeStatus> edge() {
        return edge;
    }

    /** Of a P1 alone. */
    @Override
    public Optional<String> event() {
        return this == RECEIVE || this == NEW_VERSION || this == RAISE_URGENCY ? Optional.of(URGENT) : Optional.empty();
    }

    /** Whether somebody decides it on the intake itself; the others follow from another act. */
    boolean isDecision() {
        return !FOLLOWING.contains(this);
    }

    /** Whether the submitter is asked for what is missing: it learns that, and not which of the two steps it was. */
    boolean asksTheSubmitter() {
        return this == REQUEST_INFORMATION || this == REJECT_INVALID;
    }

    boolean needsReason() {
        return switch (this) {
            case REJECT_INVALID, NOT_ACCEPTED, RETAIN, WITHDRAW, PROPOSE_REOPENING -> true;
            default -> false;
        };
    }

    /** An answer brings back what waited for one. */
    static IntakeStatus onAnswer(IntakeStatus status) {
        return ANSWER.leavesFrom(status) ? ANSWER.to(status) : status;
    }

    /**
     * A new version brings back what waited for one, and what would not be looked at again; what the FIU works with
     * stays. What is closed one version alone does not reopen.
     */
    private static IntakeStatus onNewVersion(IntakeStatus status) {
        return switch (status) {
            case INFORMATION_REQUESTED, REJECTED_INVALID, NOT_ACCEPTED, RETAINED, WITHDRAWN -> IN_TRIAGE;
            case RECEIVED, IN_TRIAGE, UNDER_ANALYSIS, DISSEMINATED, CLOSED -> status;
        };
    }

    /** A raised urgency also brings back what the FIU works with, and what is closed: a child does not wait for two. */
    private static IntakeStatus onRaisedUrgency(IntakeStatus status) {
        return status == RECEIVED ? RECEIVED : IN_TRIAGE;
    }
}
