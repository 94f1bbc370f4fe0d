package org.simpul.inquiry.pointer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

/** That an agency may ask the pointer under matters of one offence: set by two persons of the FIU, or not at all. */
@Entity
@DynamicUpdate
class PointerSwitch {
    @Id
    UUID id;

    UUID owner;
    UUID agency;
    String predicateOffence;
    String reason;
    Instant endsAt;

    @Enumerated(EnumType.STRING)
    PointerSwitchStatus status;

    String digest;
    UUID proposedBy;
    Instant proposedAt;

    @Nullable
    UUID decidedBy;

    @Nullable
    Instant decidedAt;

    @Nullable
    String declineReason;

    /** Null where its time was over. */
    @Nullable
    UUID endedBy;

    @Nullable
    Instant endedAt;

    /** @throws Problem STATE_CONFLICT when its status does not allow it */
    void requireOpen(PointerSwitchStep step, Instant now) {
        if (!step.from().contains(statusAt(now))) {
            throw Problem.stateConflict("pointer_step_not_open");
        }
    }

    void decided(PointerSwitchStep step, UUID person, Instant now) {
        status = step.to(status);
        decidedBy = person;
        decidedAt = now;
    }

    void end(@Nullable UUID person, Instant at) {
        status = PointerSwitchStep.SWITCH_OFF.to(status);
        endedBy = person;
        endedAt = at;
    }

    PointerSwitchStatus statusAt(Instant now) {
        return status == PointerSwitchStatus.ON && !endsAt.isAfter(now) ? PointerSwitchStatus.OFF : status;
    }
}
