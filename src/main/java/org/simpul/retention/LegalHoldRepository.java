package org.simpul.retention;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class LegalHoldRepository implements PanacheRepositoryBase<LegalHold, UUID> {

    Optional<LegalHold> find(Visibility scope, UUID id, LockModeType lock) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from LegalHold h where h.id = :id and " + scope.owned("h"), LegalHold.class)
                        .setParameter("id", id))
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<LegalHold> among(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery("from LegalHold h where h.id in (:ids) and " + scope.owned("h"), LegalHold.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    List<LegalHold> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from LegalHold h where h.id < :before and " + scope.owned("h") + " order by h.id desc",
                                LegalHold.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** Those whose review is due, and was not reminded of. */
    List<UUID> due(Visibility scope, LocalDate today) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select h.id from LegalHold h where h.status = SET and h.reviewOn <= :today"
                                        + " and (h.remindedOn is null or h.remindedOn < h.reviewOn) and "
                                        + scope.owned("h"),
                                UUID.class)
                        .setParameter("today", today))
                .getResultList();
    }
}
