package org.simpul.oversight;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class BreachRepository implements PanacheRepositoryBase<Breach, UUID> {

    /** Its owner's, and every one for the overseer. */
    private static String seen(Visibility scope) {
        return "(" + scope.owned("b") + " or :overseer = true)";
    }

    private <T> TypedQuery<T> bind(Visibility scope, boolean overseer, TypedQuery<T> query) {
        return scope.bind(query.setParameter("overseer", overseer));
    }

    List<Breach> newest(Visibility scope, boolean overseer, PageRequest page) {
        return bind(
                        scope,
                        overseer,
                        getEntityManager()
                                .createQuery(
                                        "from Breach b where b.id < :before and " + seen(scope) + " order by b.id desc",
                                        Breach.class)
                                .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    Optional<Breach> find(Visibility scope, boolean overseer, UUID id) {
        return bind(
                        scope,
                        overseer,
                        getEntityManager()
                                .createQuery("from Breach b where b.id = :id and " + seen(scope), Breach.class)
                                .setParameter("id", id))
                .getResultList()
                .stream()
                .findFirst();
    }

    Optional<Breach> lock(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from Breach b where b.id = :id and " + scope.owned("b"), Breach.class)
                        .setParameter("id", id))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<UUID> due(Visibility scope, Instant now) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select b.id from Breach b where b.lookAt <= :now and " + scope.owned("b")
                                        + " order by b.lookAt",
                                UUID.class)
                        .setParameter("now", now))
                .getResultList();
    }

    List<UUID> seen(Visibility scope, boolean overseer, Collection<UUID> ids) {
        return bind(
                        scope,
                        overseer,
                        getEntityManager()
                                .createQuery(
                                        "select b.id from Breach b where b.id in (:ids) and " + seen(scope), UUID.class)
                                .setParameter("ids", ids))
                .getResultList();
    }

    /** @param breach loaded in scope */
    List<BreachEntry> history(Breach breach) {
        return getEntityManager()
                .createQuery(
                        "from BreachEntry e where e.owner = :owner and e.breachId = :breach order by e.id",
                        BreachEntry.class)
                .setParameter("owner", breach.owner)
                .setParameter("breach", breach.id)
                .getResultList();
    }
}
