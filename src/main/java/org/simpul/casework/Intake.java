package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
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
        intake.follow(submission);
        intake.setClocks(clocks, now);
        return intake;
    }

    /**
     * A later version takes the place of the one before. What comes back to triage after a decision has its whole time
     * anew; of what is undecided, a raised urgency shortens the time, and nothing lengthens it.
     */
    void advance(Submission submission, CaseworkConfig clocks, Instant now) {
        boolean raised = submission.urgency().compareTo(urgency) < 0;
        boolean decided = !status.isUndecided();
        follow(submission);
        status = IntakeStep.onNewVersion(status, raised);
        revision++;
        boolean broughtBack = decided && status.isUndecided();
        if (broughtBack) {
            dueAt = now.plus(clocks.decideWithin(urgency));
        }
        if (raised || broughtBack) {
            setClocks(clocks, now);
        }
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
        status = step.to();
        revision++;
    }

    private void follow(Submission submission) {
        versionId = submission.versionId();
        versionNumber = submission.number();
        urgency = submission.urgency();
    }

    private void setClocks(CaseworkConfig clocks, Instant now) {
        acknowledgeBy = urgency == Urgency.P1 ? now.plus(clocks.p1AcknowledgeWithin()) : null;
        Instant decide = now.plus(clocks.decideWithin(urgency));
        dueAt = dueAt == null || decide.isBefore(dueAt) ? decide : dueAt;
    }
}
