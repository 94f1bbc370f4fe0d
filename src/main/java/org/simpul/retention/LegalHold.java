package org.simpul.retention;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.FourEyes;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.NotifiedObjects.NotifiedObject;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;

/** What the FIU must keep whatever its period says; its own. */
@Entity
@DynamicUpdate
class LegalHold {
    static final String KIND = "LEGAL_HOLD";

    @Id
    UUID id;

    UUID owner;

    @Enumerated(EnumType.STRING)
    HeldKind objectKind;

    UUID objectId;
    String reason;
    String askedBy;
    String officialReference;
    LocalDate reviewOn;

    /** The review that was reminded of last. */
    @Nullable
    LocalDate remindedOn;

    @Enumerated(EnumType.STRING)
    LegalHoldStatus status;

    long revision;
    UUID draftedBy;
    Instant draftedAt;

    @Nullable
    UUID setBy;

    @Nullable
    Instant setAt;

    @Nullable
    String liftingReason;

    @Nullable
    UUID liftingAskedBy;

    @Nullable
    UUID liftedBy;

    @Nullable
    Instant liftedAt;

    @Nullable
    String decisionReason;

    static LegalHold of(DraftLegalHold form, Caller caller, Instant now) {
        LegalHold hold = new LegalHold();
        hold.id = Ids.next();
        hold.owner = caller.participantId();
        hold.objectKind = form.object().kind();
        hold.objectId = form.object().id();
        hold.reason = form.reason();
        hold.askedBy = form.askedBy();
        hold.officialReference = form.officialReference();
        hold.reviewOn = form.reviewOn();
        hold.status = LegalHoldStep.DRAFT.to(LegalHoldStatus.DRAFTED);
        hold.draftedBy = caller.person();
        hold.draftedAt = now;
        return hold;
    }

    /** @throws Problem STATE_CONFLICT when it does not stand where the step begins */
    void take(LegalHoldStep step) {
        if (!step.leavesFrom(status)) {
            throw Problem.stateConflict("legal_hold_step_not_open");
        }
        status = step.to(status);
        revision++;
    }

    void askLifting(String why, Caller caller) {
        take(LegalHoldStep.ASK_LIFTING);
        liftingReason = why;
        liftingAskedBy = caller.person();
    }

    /** @throws Problem STATE_CONFLICT when nothing waits, SAME_PERSON for who asked for what is decided on */
    void decide(LegalHoldStep step, @Nullable String why, Caller caller, Instant now) {
        UUID maker = status == LegalHoldStatus.LIFTING_ASKED ? liftingAskedBy : draftedBy;
        take(step);
        FourEyes.require(caller, List.of(maker));
        decisionReason = why;
        switch (step) {
            case SET -> {
                setBy = caller.person();
                setAt = now;
            }
            case LIFT -> {
                liftedBy = caller.person();
                liftedAt = now;
            }
            case KEEP -> {
                liftingReason = null;
                liftingAskedBy = null;
            }
            default -> {}
        }
    }

    NotifiedObject object() {
        return new NotifiedObject(objectKind.notified(), objectId);
    }

    AuditedObject audited() {
        return new AuditedObject(KIND, id, owner);
    }
}
