package org.simpul.inquiry.rfi;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.casework.Cases;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

/** What one asks: own files alone, and of the FIU those whose case the reader sees. */
@ApplicationScoped
class RfiRepository implements PanacheRepositoryBase<Rfi, UUID> {

    Optional<Rfi> find(Visibility scope, UUID id) {
        return one(scope, id, LockModeType.NONE);
    }

    /** For a change. */
    Optional<Rfi> lock(Visibility scope, UUID id) {
        return one(scope, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Rfi> one(Visibility scope, UUID id, LockModeType lock) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from Rfi r where r.id = :id and " + own(scope, "r"), Rfi.class)
                        .setParameter("id", id))
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<Rfi> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Rfi r where r.id < :before and " + own(scope, "r") + " order by r.id desc",
                                Rfi.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    List<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery("select r.id from Rfi r where r.id in (:ids) and " + own(scope, "r"), UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    /** Those whose clock has something to do. */
    List<UUID> due(Visibility scope, Instant now) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select r.id from Rfi r where " + scope.owned("r")
                                        + " and r.lookAt <= :now order by r.lookAt",
                                UUID.class)
                        .setParameter("now", now))
                .setMaxResults(200)
                .getResultList();
    }

    /** @param rfi loaded in scope */
    List<RfiRecipient> recipients(Rfi rfi) {
        return getEntityManager()
                .createQuery(
                        "from RfiRecipient t where t.rfiId = :rfi and t.owner = :owner order by t.threadId",
                        RfiRecipient.class)
                .setParameter("rfi", rfi.id)
                .setParameter("owner", rfi.owner)
                .getResultList();
    }

    /** @param rfi loaded in scope */
    List<UUID> origins(Rfi rfi) {
        return getEntityManager()
                .createQuery(
                        "select o.threadId from RfiOrigin o where o.rfiId = :rfi and o.owner = :owner order by o.threadId",
                        UUID.class)
                .setParameter("rfi", rfi.id)
                .setParameter("owner", rfi.owner)
                .getResultList();
    }

    /** @param rfi loaded in scope for a change */
    void replaceOrigins(Rfi rfi, List<UUID> threads) {
        getEntityManager()
                .createQuery("delete from RfiOrigin o where o.rfiId = :rfi and o.owner = :owner")
                .setParameter("rfi", rfi.id)
                .setParameter("owner", rfi.owner)
                .executeUpdate();
        for (UUID thread : threads) {
            RfiOrigin origin = new RfiOrigin();
            origin.owner = rfi.owner;
            origin.rfiId = rfi.id;
            origin.threadId = thread;
            getEntityManager().persist(origin);
        }
        flush();
    }

    /** The case out of which one asks on a thread; of an agency none. */
    Optional<UUID> caseOf(Visibility scope, UUID thread) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "select r.caseId from Rfi r join RfiRecipient t on t.rfiId = r.id and t.owner = r.owner"
                                        + " where t.threadId = :thread and r.caseId is not null and " + own(scope, "r"),
                                UUID.class)
                        .setParameter("thread", thread))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** A restricted case keeps what is asked out of it to those who see it. */
    static String own(Visibility scope, String rfi) {
        return "(%1$s and (%2$s.caseId is null or %3$s))"
                .formatted(scope.owned(rfi), rfi, Cases.seenWithin(scope, rfi + ".caseId"));
    }
}
