package org.simpul.matter;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

@Entity
@SQLRestriction(
        "retention_is_open('MATTER', owner, case status when 'LIVE' then null when 'CLOSED' then changed_at else expires_at end)")
@DynamicUpdate
class Matter {
    @Id
    UUID id;

    UUID owner;
    String number;
    String offence;
    UUID registeredBy;
    Instant registeredAt;
    Instant expiresAt;

    @Enumerated(EnumType.STRING)
    MatterStatus status;

    /** Of its last step that a person took. */
    @Nullable
    String reason;

    @Nullable
    UUID changedBy;

    @Nullable
    Instant changedAt;

    @Nullable
    Instant warnedAt;

    /** @throws Problem STATE_CONFLICT when it is closed */
    void take(MatterStep step) {
        if (!step.from().contains(status)) {
            throw Problem.stateConflict("matter_closed");
        }
        status = step.to(status);
    }

    /** By its time, whether or not the clock has looked. */
    MatterStatus statusAt(Instant now) {
        return status == MatterStatus.LIVE && !expiresAt.isAfter(now) ? MatterStatus.EXPIRED : status;
    }
}
