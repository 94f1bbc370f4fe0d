package org.simpul.urgency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The roster of one institution, which alone reads it. */
@ApplicationScoped
class DutyRosterRepository implements PanacheRepositoryBase<DutyShift, UUID> {

    Optional<DutyRoster> roster(UUID owner, LockModeType lock) {
        return getEntityManager()
                .createQuery("from DutyRoster r where r.owner = :owner", DutyRoster.class)
                .setParameter("owner", owner)
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Those that have not ended yet, the next first. */
    List<DutyShift> present(UUID owner, Instant now) {
        return list("owner = ?1 and endsAt > ?2 order by startsAt, position, id", owner, now);
    }

    /** @return ids of the people on duty then, in the order in which they are called */
    List<UUID> onDuty(UUID owner, Instant at) {
        return getEntityManager()
                .createQuery(
                        "select s.personId from DutyShift s where s.owner = :owner and s.startsAt <= :at and s.endsAt > :at"
                                + " order by s.position, s.startsAt, s.id",
                        UUID.class)
                .setParameter("owner", owner)
                .setParameter("at", at)
                .getResultList()
                .stream()
                .distinct()
                .toList();
    }

    void clear(UUID owner) {
        delete("owner = ?1", owner);
    }
}
