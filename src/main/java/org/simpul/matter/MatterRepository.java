package org.simpul.matter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class MatterRepository implements PanacheRepositoryBase<Matter, UUID> {

    boolean isLive(UUID agency, String number, Instant now) {
        return count(
                        "owner = ?1 and number = ?2 and status = ?3 and expiresAt > ?4",
                        agency,
                        number,
                        MatterStatus.LIVE,
                        now)
                > 0;
    }

    /** Waits for who is changing it. */
    boolean keepLive(UUID agency, String number, Instant now) {
        return find(
                        "owner = ?1 and number = ?2 and status = ?3 and expiresAt > ?4",
                        agency,
                        number,
                        MatterStatus.LIVE,
                        now)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .firstResultOptional()
                .isPresent();
    }

    Stream<Matter> live(UUID agency, Collection<String> numbers, Instant now) {
        return find(
                "owner = ?1 and number in (?2) and status = ?3 and expiresAt > ?4",
                agency,
                numbers,
                MatterStatus.LIVE,
                now)
                .stream();
    }

    boolean isTaken(UUID agency, String number) {
        return count("owner = ?1 and number = ?2", agency, number) > 0;
    }

    List<Matter> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Matter m where " + scope.owned("m") + " and m.id < :before order by m.id desc",
                                Matter.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    Optional<Matter> lock(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from Matter m where m.id = :id and " + scope.owned("m"), Matter.class)
                        .setParameter("id", id))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Running ones that end by then, and about which there is something to say. */
    List<UUID> ending(Visibility scope, Instant now, Instant soon) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select m.id from Matter m where " + scope.owned("m")
                                        + " and m.status = org.simpul.matter.MatterStatus.LIVE and (m.expiresAt <= :now"
                                        + " or m.warnedAt is null and m.expiresAt <= :soon) order by m.expiresAt",
                                UUID.class)
                        .setParameter("now", now)
                        .setParameter("soon", soon))
                .setMaxResults(200)
                .getResultList();
    }

    List<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select m.id from Matter m where m.id in (:ids) and " + scope.owned("m"), UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }
}
