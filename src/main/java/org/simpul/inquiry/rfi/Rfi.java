package org.simpul.inquiry.rfi;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Purpose;
import org.simpul.shared.Problem;

/** The file of whoever asks; those who are asked see versions of their own alone. */
@Entity
@SQLRestriction("retention_is_open('RFI', owner, coalesce(closed_at, rested_at))")
@DynamicUpdate
class Rfi {
    @Id
    UUID id;

    UUID owner;

    @Enumerated(EnumType.STRING)
    RfiStatus status;

    long revision;

    @Nullable
    String returnReason;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    String predicateOffence;
    String legalBasis;

    /** The FIU's; of an agency the matter. */
    @Nullable
    UUID caseId;

    @Nullable
    String matter;

    /** Of what crosses a border. */
    @Nullable
    String egmontReference;
    /** An agency's search that it asks on after; null without. */
    @Nullable
    UUID searchId;

    @JdbcTypeCode(SqlTypes.JSON)
    String question;

    boolean preserve;
    boolean urgent;

    /** When an answer is wanted; null for the deadline of the configuration. */
    @Nullable
    Instant answerBy;

    String tlp;
    String pap;

    /** Whom the FIU asks; null of an agency, which asks the FIU. */
    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    String scope;

    UUID[] writtenBy;

    @Nullable
    UUID approvedBy;

    /** A P1 that one person issued. */
    @Nullable
    UUID aloneActId;

    @Nullable
    String digest;

    Instant createdAt;

    @Nullable
    Instant issuedAt;

    @Nullable
    Instant closedAt;

    @Nullable
    Integer nilReturns;

    @Nullable
    Instant lookAt;

    /** @throws Problem STATE_CONFLICT when its status does not allow it */
    void take(RfiTransition step) {
        if (!step.leavesFrom(status)) {
            throw Problem.stateConflict("rfi_step_not_open");
        }
        status = step.to(status);
        revision++;
    }

    /** Whoever wrote on it or handed it over can't approve it. */
    void writtenBy(UUID person) {
        writtenBy = Writers.with(writtenBy, person);
    }

    /** Those who wrote on what a second person approves. */
    static final class Writers {
        private Writers() {}

        static UUID[] with(UUID @Nullable [] before, UUID person) {
            Set<UUID> writers = new LinkedHashSet<>(before == null ? List.of() : List.of(before));
            writers.add(person);
            return writers.toArray(UUID[]::new);
        }
    }
}
