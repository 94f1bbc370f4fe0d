package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
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

    boolean unread;
    UUID[] toldIn;

    long revision;

    static Intake of(Submission submission, UUID fiu, CaseworkConfig clocks, Instant now) {
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
        intake.follow(submission);
        intake.setClocks(clocks, now);
        return intake;
    }

    /**
     * A later version takes the place of the one before. What comes back to triage after a decision, or stays decided and
     * waits to be read, has its whole time anew; of what waits already, a raised urgency shortens the time, and nothing
     * lengthens it.
     */
    void advance(Submission submission, CaseworkConfig clocks, Instant now) {
        boolean raised = submission.urgency().compareTo(urgency) < 0;
        boolean waited = waits();
        follow(submission);
        status = IntakeStep.onNewVersion(status, raised);
        unread = unread || !status.isUndecided();
        revision++;
        if (!waited) {
            dueAt = now.plus(clocks.decideWithin(urgency));
        }
        if (raised || !waited) {
            setClocks(clocks, now);
        }
    }

    /** A sealed dissemination has told whom this referral protects: urgent, whatever the submitter says. */
    void toldIn(List<UUID> disseminations, CaseworkConfig clocks, Instant now) {
        Set<UUID> all = new LinkedHashSet<>(List.of(toldIn));
        all.addAll(disseminations);
        toldIn = all.toArray(UUID[]::new);
        unread = true;
        urgency = Urgency.P1;
        revision++;
        setClocks(clocks, now);
    }

    private boolean waits() {
        return unread || status.isUndecided();
    }

    /**
     * @throws Problem FORBIDDEN when the caller's roles do not take this step, STATE_CONFLICT when the status does not
     *     allow it
     */
    void take(IntakeStep step, Caller caller) {
        if (!caller.may(step.permission())) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        if (!step.leavesFrom(status)) {
            throw Problem.stateConflict("step_not_open");
        }
        if (step == IntakeStep.NOTE_VERSION) {
            note();
        }
        status = step.from(status);
        revision++;
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

    private void setClocks(CaseworkConfig clocks, Instant now) {
        acknowledgeBy = urgency == Urgency.P1 ? now.plus(clocks.p1AcknowledgeWithin()) : null;
        Instant decide = now.plus(clocks.decideWithin(urgency));
        dueAt = dueAt == null || decide.isBefore(dueAt) ? decide : dueAt;
    }
}
