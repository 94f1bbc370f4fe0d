package org.simpul.sharing.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class AgreementRepository implements PanacheRepositoryBase<Agreement, UUID> {
    /** The counterpart reads what came into force. */
    private static String seen(Visibility scope) {
        return "(" + scope.owned("a") + " or (" + scope.exchanged("a") + " and a.status in (LIVE, ENDED)))";
    }

    List<Agreement> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Agreement a where a.id < :before and " + seen(scope) + " order by a.id desc",
                                Agreement.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    Optional<Agreement> find(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from Agreement a where a.id = :id and " + seen(scope), Agreement.class)
                        .setParameter("id", id))
                .getResultList()
                .stream()
                .findFirst();
    }

    boolean isOwned(Visibility scope, UUID id) {
        return !scope.bind(getEntityManager()
                        .createQuery(
                                "select a.id from Agreement a where a.id = :id and " + scope.owned("a"), UUID.class)
                        .setParameter("id", id))
                .getResultList()
                .isEmpty();
    }

    /** The database locks none that is over. */
    Optional<Agreement> lock(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from Agreement a where a.id = :id and " + scope.owned("a"), Agreement.class)
                        .setParameter("id", id))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** What stands in the way of another one. */
    List<Agreement> lockOf(Visibility scope, UUID counterpart, AgreementStatus status) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Agreement a where a.recipient = :counterpart and a.status = :status and "
                                        + scope.owned("a"),
                                Agreement.class)
                        .setParameter("counterpart", counterpart)
                        .setParameter("status", status))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    boolean keepsPersonLevel(Visibility scope, UUID other, Instant now) {
        return !scope.bind(getEntityManager()
                        .createQuery(
                                "from Agreement a where (a.recipient = :other or a.owner = :other) and a.status = LIVE"
                                        + " and a.personLevel and a.endsAt > :now and " + scope.exchanged("a"),
                                Agreement.class)
                        .setParameter("other", other)
                        .setParameter("now", now))
                .getResultList()
                .isEmpty();
    }
}
