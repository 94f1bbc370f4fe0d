package org.simpul.retention;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Ids;

/** A purge: counted first, ordered by the FIU, approved by the overseer, done by a job. */
@Entity
@DynamicUpdate
class PurgeRun {
    static final String KIND = "PURGE";

    @Id
    UUID id;

    UUID owner;
    UUID scheduleId;

    /** DRY_RUN, ORDERED or FINISHED; between the last two stands what the overseer said. */
    @Enumerated(EnumType.STRING)
    PurgeStatus status;

    UUID countedBy;
    Instant countedAt;
    String digest;

    @Nullable
    UUID orderedBy;

    @Nullable
    Instant orderedAt;

    @Nullable
    Instant finishedAt;

    static PurgeRun counted(UUID scheduleId, Caller caller, Instant now) {
        PurgeRun run = new PurgeRun();
        run.id = Ids.next();
        run.owner = caller.participantId();
        run.scheduleId = scheduleId;
        run.status = PurgeStatus.DRY_RUN;
        run.countedBy = caller.person();
        run.countedAt = now;
        return run;
    }

    void order(Caller caller, Instant now) {
        status = PurgeStatus.ORDERED;
        orderedBy = caller.person();
        orderedAt = now;
    }

    void finish(Instant now) {
        status = PurgeStatus.FINISHED;
        finishedAt = now;
    }

    AuditedObject audited() {
        return new AuditedObject(KIND, id, owner);
    }
}
