package org.simpul.urgency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;

/** Calls of one institution, which alone knows of them. */
@ApplicationScoped
class DutyCallRepository implements PanacheRepositoryBase<DutyCall, UUID> {

    Optional<DutyCall> lock(UUID owner, String objectKind, UUID objectId) {
        return find("owner = ?1 and objectKind = ?2 and objectId = ?3", owner, objectKind, objectId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Those without an answer that go further now. */
    List<UUID> due(UUID owner, Instant now) {
        return find("select id from DutyCall where owner = ?1 and nextAt <= ?2 order by nextAt", owner, now)
                .project(UUID.class)
                .list();
    }

    /** Empty when it was answered or went further meanwhile, or another hub has it in its hands. */
    Optional<DutyCall> lockDue(UUID owner, UUID id, Instant now) {
        return find("owner = ?1 and id = ?2 and nextAt <= ?3", owner, id, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional();
    }
}
