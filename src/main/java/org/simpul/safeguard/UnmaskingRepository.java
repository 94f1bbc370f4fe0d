package org.simpul.safeguard;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class UnmaskingRepository implements PanacheRepositoryBase<Unmasking, UUID> {

    /** @param person whose requests alone; nobody's for all of the institution */
    Optional<Unmasking> find(Visibility scope, UUID id, Optional<UUID> person) {
        return byId(scope, id, LockModeType.NONE)
                .filter(unmasking -> person.isEmpty() || unmasking.requestedBy.equals(person.get()));
    }

    Optional<Unmasking> lock(Visibility scope, UUID id) {
        return byId(scope, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Unmasking> byId(Visibility scope, UUID id, LockModeType lock) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from Unmasking u where u.id = :id and " + scope.owned("u"), Unmasking.class)
                        .setParameter("id", id))
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select u.id from Unmasking u where u.id in (:ids) and " + scope.owned("u"), UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    /** @return the referrals that they are about, where they are about one */
    Map<UUID, UUID> referrals(Visibility scope, Collection<UUID> ids) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from Unmasking u where u.id in (:ids) and u.objectKind = REFERRAL and "
                                        + scope.owned("u"),
                                Unmasking.class)
                        .setParameter("ids", ids))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(unmasking -> unmasking.id, unmasking -> unmasking.objectId));
    }

    List<Unmasking> newest(Visibility scope, PageRequest page, Optional<UUID> person) {
        String whose = person.isEmpty() ? "" : " and u.requestedBy = :person";
        var query = getEntityManager()
                .createQuery(
                        "from Unmasking u where " + scope.owned("u") + whose + " and u.id < :before order by u.id desc",
                        Unmasking.class)
                .setParameter("before", page.before());
        person.ifPresent(id -> query.setParameter("person", id));
        return scope.bind(query).setMaxResults(page.size() + 1).getResultList();
    }
}
