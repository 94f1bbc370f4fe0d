package org.simpul.casework.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

/** What somebody of the team is to do. */
@Entity
@DynamicUpdate
class CaseTask {
    @Id
    UUID id;

    UUID owner;
    UUID caseId;
    String title;

    /** Of the team; null for whoever of it takes it up. */
    @Nullable
    UUID assignee;

    @Nullable
    LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    CaseTaskStatus status;

    UUID createdBy;
    Instant createdAt;

    @Nullable
    UUID endedBy;

    @Nullable
    Instant endedAt;

    /** When it was said that it is overdue. */
    @Nullable
    Instant remindedAt;

    long revision;

    /** @throws Problem STATE_CONFLICT when its status does not allow it */
    void take(CaseTaskStep step, UUID person, Instant now) {
        if (!step.from().contains(status)) {
            throw Problem.stateConflict("task_step_not_open");
        }
        status = step.to(status);
        if (step.isDecision()) {
            endedBy = person;
            endedAt = now;
        }
        revision++;
    }

    void plan(String title, @Nullable UUID assignee, @Nullable LocalDate dueOn) {
        this.title = title;
        this.assignee = assignee;
        this.dueOn = dueOn;
        remindedAt = null;
    }
}
