package org.simpul.inquiry.pointer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class PointerSwitchRepository implements PanacheRepositoryBase<PointerSwitch, UUID> {

    /** For a change. */
    Optional<PointerSwitch> lock(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from PointerSwitch s where s.id = :id and " + scope.owned("s"), PointerSwitch.class)
                        .setParameter("id", id))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The one that was switched on for the same agency and offence, for a change; its time may be over. */
    Optional<PointerSwitch> on(Visibility scope, PointerSwitch like) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from PointerSwitch s where s.agency = :agency and s.predicateOffence = :offence"
                                        + " and s.status = ON and " + scope.owned("s"),
                                PointerSwitch.class)
                        .setParameter("agency", like.agency)
                        .setParameter("offence", like.predicateOffence))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<PointerSwitch> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from PointerSwitch s where " + scope.owned("s")
                                        + " and s.id < :before order by s.id desc",
                                PointerSwitch.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    List<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select s.id from PointerSwitch s where s.id in (:ids) and " + scope.owned("s"),
                                UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }
}
