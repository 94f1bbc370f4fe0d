package org.simpul.oversight;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

/** A breach of personal data. What was recorded stays; what is learnt later is an entry of its history. */
@Entity
@DynamicUpdate
class Breach {
    @Id
    UUID id;

    UUID owner;
    String reference;

    @Enumerated(EnumType.STRING)
    BreachCategory category;

    Instant discoveredAt;
    String systems;

    @Enumerated(EnumType.STRING)
    PersonsBand persons;

    String[] controllers;

    @Enumerated(EnumType.STRING)
    BreachStatus status;

    long revision;
    UUID recordedBy;
    Instant recordedAt;

    @Nullable
    Instant authorityToldAt;

    @Nullable
    Instant subjectsToldAt;

    Instant dueAt;

    /** How many warnings were given. */
    int warnings;

    /** When its clock says something next; null when it does not run. */
    @Nullable
    Instant lookAt;

    @Nullable
    UUID closureProposedBy;

    @Nullable
    UUID closedBy;

    @Nullable
    Instant closedAt;

    /** @throws Problem STATE_CONFLICT when its status does not allow the step */
    void take(BreachStep step) {
        if (!step.leavesFrom(status)) {
            throw Problem.stateConflict("breach_step_not_now");
        }
        status = step.to(status);
        revision++;
    }

    boolean isTold() {
        return authorityToldAt != null && subjectsToldAt != null;
    }
}
