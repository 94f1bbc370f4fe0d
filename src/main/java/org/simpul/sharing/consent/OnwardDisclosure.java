package org.simpul.sharing.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.shared.Problem;
import org.simpul.sharing.Handling;
import org.simpul.sharing.Pap;
import org.simpul.sharing.Tlp;

/** That what was received is to be handed on: the giver's own, until a second person approves it. */
@Entity
@DynamicUpdate
class OnwardDisclosure {
    @Id
    UUID id;

    UUID owner;
    UUID consentId;
    UUID[] recipients;
    String legalBasis;
    String tlp;
    String pap;

    @Nullable
    String caveats;

    Instant until;

    @Enumerated(EnumType.STRING)
    OnwardStatus status;

    String digest;

    @Nullable
    String reason;

    UUID draftedBy;
    Instant draftedAt;

    @Nullable
    UUID decidedBy;

    @Nullable
    Instant decidedAt;

    /** Rows of the ledger by which it was handed on, one for each recipient. */
    UUID[] disclosures = {};

    @Nullable
    UUID recalledBy;

    @Nullable
    Instant recalledAt;

    @Nullable
    String recallReason;

    Handling handling() {
        return new Handling(Tlp.of(tlp), Pap.of(pap));
    }

    /** @throws Problem STATE_CONFLICT when it was decided on */
    void decide(OnwardStep step, Caller caller, Instant now) {
        if (!step.leavesFrom(status)) {
            throw Problem.stateConflict("not_pending_approval");
        }
        status = step.to(status);
        decidedBy = caller.person();
        decidedAt = now;
    }

    /** @throws Problem STATE_CONFLICT when it was not handed on, or is taken back already */
    void recall(Caller caller, Instant now, String why) {
        if (!OnwardStep.RECALL.leavesFrom(status)) {
            throw Problem.stateConflict("nothing_to_recall");
        }
        status = OnwardStep.RECALL.to(status);
        recalledBy = caller.person();
        recalledAt = now;
        recallReason = why;
    }
}
