package org.simpul.urgency;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.FourEyes;
import org.simpul.shared.Problem;

/** Something that took effect at once, and is reviewed by a second person afterwards. */
@Entity
@DynamicUpdate
@SQLRestriction("purged_at is null")
class AloneAct {
    @Id
    UUID id;

    UUID owner;

    @Enumerated(EnumType.STRING)
    AloneKind kind;

    UUID objectId;
    UUID objectOwner;

    @Enumerated(EnumType.STRING)
    UrgencyGround ground;

    /** Null where the standing rule acted. */
    @Nullable
    UUID personId;

    @Nullable
    String reason;

    /** Everybody who had a hand in what was done. */
    UUID[] makers;

    /** Of what was sealed or opened. */
    String contentDigest;

    /** Why a colleague had returned it before. */
    @Nullable
    String returnedReason;

    Instant at;
    Instant reviewBy;

    @Nullable
    Instant overdueToldAt;

    @Nullable
    UUID reviewedBy;

    @Nullable
    Instant reviewedAt;

    @Nullable
    @Enumerated(EnumType.STRING)
    Verdict verdict;

    @Nullable
    String reviewReason;

    /** @throws Problem STATE_CONFLICT when it was reviewed before, SAME_PERSON for who made it, FORBIDDEN for a machine */
    void review(Caller reviewer, Verdict given, String why, Instant now) {
        if (reviewedAt != null) {
            throw Problem.stateConflict("reviewed_already");
        }
        FourEyes.require(reviewer, List.of(makers));
        reviewedBy = reviewer.person();
        reviewedAt = now;
        verdict = given;
        reviewReason = why;
    }

    boolean isOverdue(Instant now) {
        return reviewedAt == null && !reviewBy.isAfter(now);
    }
}
