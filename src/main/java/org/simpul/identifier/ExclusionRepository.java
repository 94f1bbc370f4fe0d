package org.simpul.identifier;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class ExclusionRepository implements PanacheRepositoryBase<Exclusion, UUID> {

    /** Live ones, newest first. */
    List<Exclusion> live(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Exclusion x where x.removedAt is null and x.id < :before and " + scope.owned("x")
                                        + " order by x.id desc",
                                Exclusion.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    Optional<Exclusion> live(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from Exclusion x where x.id = :id and x.removedAt is null and " + scope.owned("x"),
                                Exclusion.class)
                        .setParameter("id", id))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Live ones with one of the values, whatever their types and scopes. */
    List<Exclusion> withValues(Visibility scope, Collection<String> values) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Exclusion x where x.value in (:values) and x.removedAt is null and "
                                        + scope.owned("x"),
                                Exclusion.class)
                        .setParameter("values", values))
                .getResultList();
    }
}
