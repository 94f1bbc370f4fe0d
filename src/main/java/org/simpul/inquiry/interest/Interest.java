package org.simpul.inquiry.interest;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

/** That an agency looks at an identifier or a name, of which a keyed digest alone is kept. */
@Entity
@DynamicUpdate
class Interest {
    @Id
    UUID id;

    UUID owner;
    String reference;
    String matter;
    String kind;
    byte[] digest;
    String desk;
    String contact;
    UUID registeredBy;
    Instant registeredAt;
    Instant endsAt;

    /** When the clock found its time to be over. */
    @Nullable
    Instant endedAt;

    @Nullable
    Instant silentUntil;

    @Nullable
    String silenceReason;

    @Nullable
    UUID silencedBy;

    @Nullable
    UUID withdrawnBy;

    @Nullable
    Instant withdrawnAt;

    /** @param liveMatters numbers of the agency's matters that are live */
    InterestStatus statusAt(Instant now, Set<String> liveMatters) {
        if (withdrawnAt != null) {
            return InterestStatus.WITHDRAWN;
        }
        if (!endsAt.isAfter(now) || !liveMatters.contains(matter)) {
            return InterestStatus.ENDED;
        }
        // until the clock has ended it, and whoever was met meanwhile is told
        return silentUntil == null ? InterestStatus.LIVE : InterestStatus.SILENT;
    }

    /** @throws Problem STATE_CONFLICT when its status does not allow it */
    void requireOpen(InterestStep step, Instant now, Set<String> liveMatters) {
        if (!step.from().contains(statusAt(now, liveMatters))) {
            throw Problem.stateConflict("interest_is_over");
        }
    }
}
