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
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from ListRecall r where r.listId = :list and r.decidedAt is null and "
                                        + scope.owned("r"),
                                ListRecall.class)
                        .setParameter("list", listId))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Up to which edition everything was taken back; 0 for none. */
    int upTo(IdentifierList list) {
        return getEntityManager()
                .createQuery(
                        """
                        select coalesce(max(r.edition), 0) from ListRecall r
                        where r.owner = :owner and r.listId = :list and r.status = :recalled""",
                        Integer.class)
                .setParameter("owner", list.owner)
                .setParameter("list", list.id)
                .setParameter("recalled", ListRecallStatus.RECALLED)
                .getSingleResult();
    }

    /**
     * A recall and the ways of a draft to its edition come one after the other. A file that goes into the list stops
     * neither: its draft stays open.
     */
    void holdStill(UUID owner, UUID listId) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('edition ' || cast(?1 as text) || cast(?2 as text), 0)) as text)")
                .setParameter(1, owner)
                .setParameter(2, listId)
                .getSingleResult();
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
                                "from ListRecallNotice n where n.id < :before and n.objectOwner = :myParticipant"
                                        + " order by n.id desc",
                                ListRecallNotice.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    List<UUID> seen(Visibility scope, Collection<UUID> notices) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select n.id from ListRecallNotice n where n.id in (:notices)"
                                        + " and n.objectOwner = :myParticipant",
                                UUID.class)
                        .setParameter("notices", notices))
                .getResultList();
    }

    void add(List<ListRecallNotice> notices) {
        notices.forEach(getEntityManager()::persist);
        flush();
    }
}
