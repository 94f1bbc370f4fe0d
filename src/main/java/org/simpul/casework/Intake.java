package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.FourEyes;
import org.simpul.referral.FormCode;
import org.simpul.referral.Submission;
import org.simpul.referral.Urgency;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** What the FIU does with one referral, whatever number of versions it has. */
@Entity
@DynamicUpdate
class Intake {
    @Id
    UUID id;

    UUID owner;
    UUID referralId;
    UUID referralOwner;
    UUID versionId;
    int versionNumber;
    String reference;

    @Enumerated(EnumType.STRING)
    Urgency urgency;

    @Enumerated(EnumType.STRING)
    IntakeStatus status;

    @Nullable
    String reason;

    @Enumerated(EnumType.STRING)
    FormCode formCode;

    Instant receivedAt;

    @Nullable
    Instant acknowledgeBy;

    Instant dueAt;

    @Nullable
    Instant finishedAt;

    /** When the submitter wrote last. */
    @Nullable
    Instant answeredAt;

    @Nullable
    Instant withdrawalAskedAt;

    /** The message that asked. */
    @Nullable
    UUID withdrawalRequestId;

    boolean unread;
    UUID[] toldIn;

    /** Who works on it. */
    @Nullable
    UUID assignedTo;

    @Nullable
    Instant acknowledgedAt;

    @Nullable
    UUID acknowledgedBy;

    /** When what is retained is looked at again. */
    @Nullable
    LocalDate reviewOn;

    @Nullable
    Instant reviewRemindedAt;

    @Nullable
    UUID reopeningProposedBy;

    @Enumerated(EnumType.STRING)
    ClockStage clockStage;

    @Nullable
    Instant warnAt;

    int score;
    String[] scoreReasons;
    int[] scorePoints;

    /** When the standing rule disseminated it, or failed to. */
    @Nullable
    Instant ruledAt;

    /** The version whose protected subjects can be compared with those of other intakes. */
    @Nullable
    UUID comparedVersion;

    /** Whether what was sealed before is still to be masked for whom its version protects. */
    boolean protectionPending;

    long revision;

    static Intake of(Submission submission, UUID fiu, IntakeClocks clocks, Instant now) {
        Intake intake = new Intake();
        intake.id = Ids.next();
        intake.owner = fiu;
        intake.referralId = submission.referralId();
        intake.referralOwner = submission.owner();
        intake.reference = submission.reference();
        intake.status = IntakeStatus.RECEIVED;
        intake.formCode = FormCode.COMPLETE;
        intake.receivedAt = now;
        intake.toldIn = new UUID[0];
        intake.clockStage = ClockStage.RUNNING;
        intake.scored(List.of());
        intake.follow(submission);
        intake.protectionPending = true;
        intake.setClocks(clocks, now);
        return intake;
    }

    /**
     * A later version takes the place of the one before. What comes back to triage after a decision, or stays decided and
     * waits to be read, has its whole time anew; of what waits already, a raised urgency shortens the time, and nothing
     * lengthens it.
     *
     * @return the step that it was
     */
    IntakeStep advance(Submission submission, IntakeClocks clocks, Instant now) {
        boolean raised = submission.urgency().compareTo(urgency) < 0;
        boolean waited = waits();
        follow(submission);
        boolean reopens = raised && (urgency == Urgency.P1 || status != IntakeStatus.CLOSED);
        IntakeStep step = reopens ? IntakeStep.RAISE_URGENCY : IntakeStep.NEW_VERSION;
        status = step.to(status);
        if (status != IntakeStatus.CLOSED) {
            reopeningProposedBy = null;
        }
        protectionPending = true;
        unread = unread || !status.isUndecided();
        revision++;
        if (!waited) {
            due(clocks.decideBy(urgency, now), clocks);
        }
        if (raised || !waited) {
            setClocks(clocks, now);
        }
        return step;
    }

    /** A sealed dissemination has told whom this referral protects: urgent, whatever the submitter says. */
    void toldIn(List<UUID> disseminations, IntakeClocks clocks, Instant now) {
        Set<UUID> all = new LinkedHashSet<>(List.of(toldIn));
        all.addAll(disseminations);
        toldIn = all.toArray(UUID[]::new);
        unread = true;
        urgency = Urgency.P1;
        revision++;
        setClocks(clocks, now);
    }

    /** The submitter has written: what waited for its answer is looked at again, all else waits to be read. */
    void answered(Instant at, IntakeClocks clocks, Instant now) {
        answeredAt = at;
        if (IntakeStep.ANSWER.leavesFrom(status)) {
            status = IntakeStep.ANSWER.to(status);
            due(clocks.decideBy(urgency, now), clocks);
        }
        toBeRead(clocks, now);
        revision++;
    }

    private void toBeRead(IntakeClocks clocks, Instant now) {
        if (!waits()) {
            unread = true;
            due(clocks.decideBy(urgency, now), clocks);
        }
    }

    boolean isNewAnswer(Instant at) {
        return answeredAt == null || at.isAfter(answeredAt);
    }

    boolean isNewRequest(Instant at) {
        return withdrawalAskedAt == null || at.isAfter(withdrawalAskedAt);
    }

    /** It is noted and moves no status: what follows is for the FIU to decide. */
    void withdrawalAsked(UUID messageId, Instant at, IntakeClocks clocks, Instant now) {
        withdrawalAskedAt = at;
        withdrawalRequestId = messageId;
        toBeRead(clocks, now);
        revision++;
    }

    /** Whether somebody is still to decide or to read something. */
    boolean waits() {
        return unread || status.isUndecided();
    }

    /**
     * @throws Problem FORBIDDEN when the caller's roles do not take this step, STATE_CONFLICT when the status does not
     *     allow it, SAME_PERSON for who would reopen what it proposed to reopen
     */
    void take(IntakeStep step, Caller caller) {
        if (!step.permission().map(caller::may).orElse(false)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        if (!step.leavesFrom(status)) {
            throw Problem.stateConflict("step_not_open");
        }
        if (step == IntakeStep.WITHDRAW && withdrawalAskedAt == null) {
            throw Problem.stateConflict("no_withdrawal_asked");
        }
        switch (step) {
            case TAKE -> assignedTo = caller.person();
            case NOTE_VERSION -> note();
            case PROPOSE_REOPENING -> proposeReopening(caller);
            case REOPEN -> reopen(caller);
            case DECLINE_REOPENING -> endReopening();
            default -> {
                // the status alone moves
            }
        }
        status = step.to(status);
        revision++;
    }

    /** @return whether nobody had acknowledged it before */
    boolean acknowledge(Caller caller, Instant now) {
        if (acknowledgedAt != null) {
            return false;
        }
        acknowledgedAt = now;
        acknowledgedBy = caller.person();
        return true;
    }

    /** Retained until somebody looks at it again. */
    void reviewOn(@Nullable LocalDate day) {
        reviewOn = day;
        reviewRemindedAt = null;
    }

    void scored(List<TriageScore.Reason> reasons) {
        score = TriageScore.sum(reasons);
        scoreReasons = reasons.stream().map(reason -> reason.code().name()).toArray(String[]::new);
        scorePoints = reasons.stream().mapToInt(TriageScore.Reason::points).toArray();
    }

    List<TriageScore.Reason> reasons() {
        return IntStream.range(0, scoreReasons.length)
                .mapToObj(i -> new TriageScore.Reason(TriageReason.valueOf(scoreReasons[i]), scorePoints[i]))
                .toList();
    }

    private void proposeReopening(Caller caller) {
        if (reopeningProposedBy != null) {
            throw Problem.stateConflict("reopening_proposed");
        }
        reopeningProposedBy = caller.person();
    }

    private void reopen(Caller caller) {
        FourEyes.require(caller, endReopening());
    }

    private List<UUID> endReopening() {
        if (reopeningProposedBy == null) {
            throw Problem.stateConflict("no_reopening_proposed");
        }
        List<UUID> proposer = List.of(reopeningProposedBy);
        reopeningProposedBy = null;
        return proposer;
    }

    private void note() {
        if (!unread) {
            throw Problem.stateConflict("nothing_unread");
        }
        unread = false;
    }

    private void follow(Submission submission) {
        boolean moreUrgent = unread && urgency.compareTo(submission.urgency()) < 0;
        versionId = submission.versionId();
        versionNumber = submission.number();
        urgency = moreUrgent ? urgency : submission.urgency();
    }

    private void setClocks(IntakeClocks clocks, Instant now) {
        acknowledgeBy = clocks.acknowledgeBy(urgency, now);
        acknowledgedAt = null;
        acknowledgedBy = null;
        Instant decide = clocks.decideBy(urgency, now);
        // a clock that has passed says nothing more: what is urgent only now has its own
        boolean passed = urgency == Urgency.P1 && dueAt != null && !dueAt.isAfter(now);
        if (dueAt == null || decide.isBefore(dueAt) || passed) {
            due(decide, clocks);
        }
    }

    private void due(Instant at, IntakeClocks clocks) {
        dueAt = at;
        warnAt = clocks.warnAt(urgency, at);
        clockStage = ClockStage.RUNNING;
    }
}
