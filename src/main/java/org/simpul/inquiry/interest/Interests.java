package org.simpul.inquiry.interest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

/** Interests, as their own agency sees them. */
@ApplicationScoped
class Interests implements PanacheRepositoryBase<Interest, UUID> {
    /** Kind of the event of an interest that may meet others, once it is committed. */
    static final String REGISTERED = "interest.registered";

    /** For a change. */
    Optional<Interest> lock(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from Interest i where i.id = :id and " + scope.owned("i"), Interest.class)
                        .setParameter("id", id))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    boolean isSeen(Visibility scope, UUID id) {
        return !scope.bind(getEntityManager()
                        .createQuery("select i.id from Interest i where i.id = :id and " + scope.owned("i"), UUID.class)
                        .setParameter("id", id))
                .getResultList()
                .isEmpty();
    }

    List<Interest> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Interest i where " + scope.owned("i") + " and i.id < :before order by i.id desc",
                                Interest.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** Those whose silence or time is over. */
    List<UUID> due(Visibility scope, Instant now) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select i.id from Interest i where " + scope.owned("i")
                                        + " and i.withdrawnAt is null and i.endedAt is null"
                                        + " and (i.endsAt <= :now or i.silentUntil <= :now) order by i.id",
                                UUID.class)
                        .setParameter("now", now))
                .setMaxResults(200)
                .getResultList();
    }
}
