package org.simpul.sharing.agreement;

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
import org.simpul.shared.Problem;

/** What the FIU has agreed with a foreign FIU, which reads it once it is in force. */
@Entity
@DynamicUpdate
class Agreement {
    @Id
    UUID id;

    UUID owner;
    UUID recipient;

    @Enumerated(EnumType.STRING)
    AgreementStatus status;

    String reference;
    LocalDate signedOn;
    Instant endsAt;
    boolean personLevel;

    @Nullable
    @Enumerated(EnumType.STRING)
    TransferGround transferGround;

    @Nullable
    String conditions;

    UUID proposedBy;
    Instant proposedAt;
    String digest;

    @Nullable
    UUID decidedBy;

    @Nullable
    Instant decidedAt;

    @Nullable
    String declineReason;

    @Nullable
    UUID endedBy;

    @Nullable
    Instant endedAt;

    /** @throws Problem STATE_CONFLICT when its status does not allow it */
    void take(AgreementStep step) {
        if (!step.leavesFrom(status)) {
            throw Problem.stateConflict("agreement_step_not_open");
        }
        status = step.to(status);
    }

    /** @throws Problem SAME_PERSON for who proposed it */
    void decided(Caller caller, Instant now) {
        FourEyes.require(caller, List.of(proposedBy));
        decidedBy = caller.person();
        decidedAt = now;
    }
}
