package org.simpul.safeguard;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Purpose;
import org.simpul.shared.Problem;

/** A request to see who a protected subject is, and what became of it. Holds no detail. */
@Entity
@DynamicUpdate
@SQLRestriction("purged_at is null")
class Unmasking {
    @Id
    UUID id;

    UUID owner;

    @Enumerated(EnumType.STRING)
    UnmaskingKind objectKind;

    UUID objectId;
    UUID versionId;
    UUID subjectId;
    String reference;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    /** The matter of an agency; null for the others. */
    @Nullable
    String matter;

    String reason;

    @Enumerated(EnumType.STRING)
    UnmaskingStatus status;

    UUID requestedBy;
    Instant requestedAt;

    @Nullable
    UUID decidedBy;

    @Nullable
    Instant decidedAt;

    @Nullable
    String declineReason;

    /** Until when the details are open to the one who asked. */
    @Nullable
    Instant closesAt;

    /** The P1 act of one person that stands in the place of the second one, until it is reviewed. */
    @Nullable
    UUID aloneActId;

    void approve(UUID person, Instant now, Duration open) {
        status = UnmaskingStatus.APPROVED;
        decidedBy = person;
        decidedAt = now;
        closesAt = now.plus(open);
    }

    void decline(UUID person, Instant now, String why) {
        status = UnmaskingStatus.DECLINED;
        decidedBy = person;
        decidedAt = now;
        declineReason = why;
    }

    void openAlone(UUID aloneAct, Instant now, Duration open) {
        status = UnmaskingStatus.APPROVED;
        aloneActId = aloneAct;
        closesAt = now.plus(open);
    }

    /** @throws Problem STATE_CONFLICT when it was decided, or has waited too long */
    void requireUndecided(Instant now, Duration within) {
        if (status != UnmaskingStatus.REQUESTED) {
            throw Problem.stateConflict("unmasking_decided");
        }
        if (!now.isBefore(requestedAt.plus(within))) {
            throw Problem.stateConflict("unmasking_too_old");
        }
    }

    /** @throws Problem STATE_CONFLICT before the approval and after the time is over */
    void requireOpen(Instant now) {
        if (closesAt == null || !now.isBefore(closesAt)) {
            throw Problem.stateConflict("unmasking_not_open");
        }
    }
}
