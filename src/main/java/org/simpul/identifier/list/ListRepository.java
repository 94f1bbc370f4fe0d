package org.simpul.identifier.list;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class ListRepository implements PanacheRepositoryBase<IdentifierList, UUID> {
    private static final UUID HIGHEST = new UUID(-1L, -1L);
    private static final String EDITIONS = "from IdentifierListEdition v where v.sealedAt is not null and ";

    /** The owner's file. */
    Optional<IdentifierList> own(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from IdentifierList l where l.id = :id and " + scope.owned("l"), IdentifierList.class)
                        .setParameter("id", id))
                .getResultList()
                .stream()
                .findFirst();
    }

    /**
     * The owner's file, held until the transaction ends.
     *
     * @throws Problem BUSY while a file goes into it: that may take minutes
     */
    Optional<IdentifierList> hold(Visibility scope, UUID id) {
        try {
            return scope
                    .bind(getEntityManager()
                            .createQuery(
                                    "from IdentifierList l where l.id = :id and " + scope.owned("l"),
                                    IdentifierList.class)
                            .setParameter("id", id))
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .setHint("jakarta.persistence.lock.timeout", 0)
                    .getResultList()
                    .stream()
                    .findFirst();
        } catch (LockTimeoutException | PessimisticLockException e) {
            throw Problem.busy("status", "list_busy");
        }
    }

    /**
     * All files of the owner, held until the transaction ends.
     *
     * @throws Problem BUSY while a file goes into one of them
     */
    List<IdentifierList> holdAll(Visibility scope) {
        try {
            return scope.bind(getEntityManager()
                            .createQuery(
                                    "from IdentifierList l where " + scope.owned("l") + " order by l.id",
                                    IdentifierList.class))
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .setHint("jakarta.persistence.lock.timeout", 0)
                    .getResultList();
        } catch (LockTimeoutException | PessimisticLockException e) {
            throw Problem.busy("status", "list_busy");
        }
    }

    /** @param above the number after which they begin */
    List<IdentifierListEdition> editions(IdentifierList list, int above) {
        return getEntityManager()
                .createQuery(
                        "from IdentifierListEdition v where v.owner = :owner and v.listId = :list and v.number > :above",
                        IdentifierListEdition.class)
                .setParameter("owner", list.owner)
                .setParameter("list", list.id)
                .setParameter("above", above)
                .getResultList();
    }

    List<IdentifierList> own(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from IdentifierList l where l.id < :before and " + scope.owned("l")
                                        + " order by l.id desc",
                                IdentifierList.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** The newest edition that the caller may see. */
    Optional<IdentifierListEdition> newest(Visibility scope, UUID listId) {
        return edition(scope, listId, 1, Integer.MAX_VALUE);
    }

    Optional<IdentifierListEdition> numbered(Visibility scope, UUID listId, int number) {
        return edition(scope, listId, number, number);
    }

    private Optional<IdentifierListEdition> edition(Visibility scope, UUID listId, int least, int most) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                EDITIONS + "v.listId = :list and v.number between :least and :most and "
                                        + scope.seen("v", ObjectKind.IDENTIFIER_LIST_EDITION)
                                        + " order by v.number desc",
                                IdentifierListEdition.class)
                        .setParameter("list", listId)
                        .setParameter("least", least)
                        .setParameter("most", most))
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Of each list the newest edition that the caller may see, the newest lists first. */
    List<IdentifierListEdition> newest(Visibility scope, PageRequest page) {
        return newestBelow(scope, page.before(), "")
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** The same of all lists, without what the caller itself has taken back: lists are few, and each is large. */
    List<IdentifierListEdition> standing(Visibility scope) {
        return newestBelow(
                        scope,
                        HIGHEST,
                        " and not exists (select 1 from ListRecall r where r.owner = v.owner and r.listId = v.listId"
                                + " and r.status = :recalled and r.edition >= v.number)")
                .setParameter("recalled", ListRecallStatus.RECALLED)
                .getResultList();
    }

    private TypedQuery<IdentifierListEdition> newestBelow(Visibility scope, UUID before, String more) {
        return scope.bind(getEntityManager()
                .createQuery(
                        EDITIONS + "v.listId < :before and " + scope.seen("v", ObjectKind.IDENTIFIER_LIST_EDITION)
                                + " and not exists (select 1 from IdentifierListEdition n"
                                + " where n.listId = v.listId and n.number > v.number and n.sealedAt is not null and "
                                + scope.seen("n", ObjectKind.IDENTIFIER_LIST_EDITION)
                                + ")" + more + " order by v.listId desc",
                        IdentifierListEdition.class)
                .setParameter("before", before));
    }

    /** Those of the lists that the caller owns, or of which an edition reaches it. */
    List<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select l.id from IdentifierList l where l.id in (:ids) and " + scope.owned("l")
                                        + " union select v.listId " + EDITIONS + "v.listId in (:ids) and "
                                        + scope.seen("v", ObjectKind.IDENTIFIER_LIST_EDITION),
                                UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    /** Lists whose rhythm says now. */
    List<IdentifierList> due(Visibility scope, Instant now) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from IdentifierList l where l.dueAt <= :now and " + scope.owned("l"),
                                IdentifierList.class)
                        .setParameter("now", now))
                .getResultList();
    }

    /** Lists of which an edition has gone out. */
    List<UUID> published(Visibility scope) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select l.id from IdentifierList l where l.edition > 0 and " + scope.owned("l"),
                                UUID.class))
                .getResultList();
    }

    /** Whether something that the newest edition told has expired since. */
    boolean hasExpired(IdentifierList list, Instant now) {
        return !getEntityManager()
                .createQuery(
                        """
                        select 1 from ListEntry e where e.owner = :owner and e.listId = :list and e.goneFrom is null
                          and e.addedIn < :draft and (e.removedIn is null or e.removedIn >= :draft)
                          and e.validUntil > :since and e.validUntil <= :now""",
                        Integer.class)
                .setParameter("owner", list.owner)
                .setParameter("list", list.id)
                .setParameter("draft", list.draft)
                .setParameter("since", list.since())
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * How many entries an edition leaves out, since they have expired, that the edition before did not.
     *
     * @param draft that the edition goes up to; what expired in it while it was written was in none
     */
    long expired(IdentifierList list, int draft, Instant now) {
        return getEntityManager()
                .createQuery(
                        """
                        select count(e) from ListEntry e where e.owner = :owner and e.listId = :list and e.goneFrom is null
                          and e.removedIn is null and (e.addedIn < :open and e.validUntil > :since or e.addedIn = :open and :open <= :draft)
                          and e.validUntil <= :now""",
                        Long.class)
                .setParameter("owner", list.owner)
                .setParameter("list", list.id)
                .setParameter("open", list.draft)
                .setParameter("draft", draft)
                .setParameter("since", list.since())
                .setParameter("now", now)
                .getSingleResult();
    }

    void create(IdentifierListEdition edition) {
        getEntityManager().persist(edition);
    }
}
