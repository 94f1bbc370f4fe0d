package org.simpul.identifier.list;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class ListRecallRepository implements PanacheRepositoryBase<ListRecall, UUID> {

    /** The one that waits for a second person. */
    Optional<ListRecall> open(Visibility scope, UUID listId) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from ListRecall r where r.listId = :list and r.decidedAt is null and "
                                        + scope.owned("r"),
                                ListRecall.class)
                        .setParameter("list", listId))
                .getResultStream()
                .findFirst();
    }

    List<ListRecall> of(Visibility scope, UUID listId, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from ListRecall r where r.listId = :list and r.id < :before and " + scope.owned("r")
                                        + " order by r.id desc",
                                ListRecall.class)
                        .setParameter("list", listId)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    List<ListRecallNotice> notices(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from ListRecallNotice n where n.id < :before and " + scope.contributed("n")
                                        + " order by n.id desc",
                                ListRecallNotice.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    List<UUID> seen(Visibility scope, Collection<UUID> notices) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select n.id from ListRecallNotice n where n.id in (:notices) and "
                                        + scope.contributed("n"),
                                UUID.class)
                        .setParameter("notices", notices))
                .getResultList();
    }

    void add(ListRecallNotice notice) {
        getEntityManager().persist(notice);
    }
}
