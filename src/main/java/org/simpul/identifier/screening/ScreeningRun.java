package org.simpul.identifier.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.IdentifierType;
import org.simpul.shared.Problem;

/** A file of values on its way, and what came of it. */
@Entity
@DynamicUpdate
class ScreeningRun {
    @Id
    UUID id;

    @Column(updatable = false)
    UUID owner;

    @Nullable
    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    IdentifierType type;

    @Nullable
    @Column(updatable = false)
    String scope;

    @Enumerated(EnumType.STRING)
    ScreeningRunStatus status = ScreeningRunStatus.OPEN;

    @Nullable
    String failure;

    long rowsRead;
    long rowsRefused;
    long rowsMatched;
    long hits;

    @Column(updatable = false)
    UUID openedBy;

    @Column(updatable = false)
    Instant openedAt;

    Instant movedAt;

    @Nullable
    Instant finishedAt;

    @Column(updatable = false)
    Instant expiresAt;

    /** @throws Problem STATE_CONFLICT when it does not stand where the step leaves from */
    void move(ScreeningRunStep step, Instant now) {
        if (!step.leavesFrom(status)) {
            throw Problem.stateConflict(
                    step == ScreeningRunStep.SEND ? "screening_run_not_open" : "screening_run_not_running");
        }
        status = step.to(status);
        movedAt = now;
        finishedAt = status == ScreeningRunStatus.RUNNING ? null : now;
    }

    void count(ScreeningTally tally) {
        rowsRead = tally.read;
        rowsRefused = tally.refused;
        rowsMatched = tally.matched;
        hits = tally.hits;
    }
}
