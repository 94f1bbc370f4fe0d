package org.simpul.typology.practice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class AdoptionRepository implements PanacheRepositoryBase<Adoption, UUID> {

    /** What the caller's institution uses of a typology, held until the transaction ends. */
    Optional<Adoption> live(Visibility scope, UUID typologyId) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from Adoption a where a.typologyId = :typology and a.endedAt is null and "
                                        + scope.owned("a"),
                                Adoption.class)
                        .setParameter("typology", typologyId))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    Optional<Adoption> own(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from Adoption a where a.id = :adoption and " + scope.owned("a"), Adoption.class)
                        .setParameter("adoption", id))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<Adoption> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Adoption a where a.id < :before and " + scope.contributed("a")
                                        + " order by a.id desc",
                                Adoption.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }
}
