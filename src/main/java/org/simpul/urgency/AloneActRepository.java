package org.simpul.urgency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;

/** Acts of one institution, which alone ever reads them. */
@ApplicationScoped
class AloneActRepository implements PanacheRepositoryBase<AloneAct, UUID> {

    List<AloneAct> newest(UUID owner, Collection<AloneKind> kinds, UUID before, int most) {
        return find("owner = ?1 and kind in ?2 and id < ?3 order by id desc", owner, kinds, before)
                .range(0, most - 1)
                .list();
    }

    boolean isOneOf(UUID owner, Collection<AloneKind> kinds, UUID id) {
        return count("owner = ?1 and kind in ?2 and id = ?3", owner, kinds, id) > 0;
    }

    List<UUID> seen(UUID owner, Collection<UUID> ids) {
        return find("select id from AloneAct where owner = ?1 and id in ?2", owner, ids)
                .project(UUID.class)
                .list();
    }

    List<AloneAct> of(UUID owner, Collection<UUID> ids) {
        return list("owner = ?1 and id in ?2", owner, ids);
    }

    Optional<AloneAct> lock(UUID owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Those without a review of which nobody was told. */
    List<UUID> overdue(UUID owner, Instant now) {
        return find(
                        "select id from AloneAct where owner = ?1 and reviewedAt is null and overdueToldAt is null"
                                + " and reviewBy <= ?2 order by reviewBy",
                        owner,
                        now)
                .project(UUID.class)
                .list();
    }

    /** Empty when it was reviewed or told of meanwhile, or another hub has it in its hands. */
    Optional<AloneAct> lockOverdue(UUID owner, UUID id, Instant now) {
        return find(
                        "owner = ?1 and id = ?2 and reviewedAt is null and overdueToldAt is null and reviewBy <= ?3",
                        owner,
                        id,
                        now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional();
    }
}
