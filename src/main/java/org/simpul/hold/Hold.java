package org.simpul.hold;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

/** The file of whoever asked for it, or did it; the other side sees its versions alone. */
@Entity
@SQLRestriction("retention_is_open('HOLD', owner, rested_at)")
@DynamicUpdate
class Hold {
    private static final Set<HoldStatus> RUNNING =
            EnumSet.of(HoldStatus.REQUESTED, HoldStatus.EXECUTED, HoldStatus.EXTENDED);

    @Id
    UUID id;

    UUID owner;
    UUID counterparty;

    @Enumerated(EnumType.STRING)
    HoldKind kind;

    @Enumerated(EnumType.STRING)
    HoldStatus status;

    long revision;

    @Nullable
    String returnReason;

    UUID createdBy;
    Instant createdAt;

    @Nullable
    Instant endsAt;

    @Nullable
    Instant executedAt;

    @Nullable
    Instant warnedAt;

    /** When its clock has something to say next. */
    @Nullable
    Instant lookAt;

    /** @throws Problem STATE_CONFLICT when its status does not allow it */
    void take(HoldTransition step) {
        if (!allows(step)) {
            throw Problem.stateConflict("hold_step_not_open");
        }
        status = step.to(status);
        revision++;
    }

    boolean allows(HoldTransition step) {
        return step.from().contains(status);
    }

    boolean isRunning() {
        return RUNNING.contains(status);
    }
}
