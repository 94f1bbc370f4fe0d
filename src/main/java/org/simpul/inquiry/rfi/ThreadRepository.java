package org.simpul.inquiry.rfi;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.Visibility;

/** Threads, as either of their two sides sees them. */
@ApplicationScoped
class ThreadRepository implements PanacheRepositoryBase<RfiVersion, UUID> {

    Optional<RfiVersion> find(Visibility scope, UUID id) {
        return versions(scope, List.of(id)).stream().findFirst();
    }

    List<RfiVersion> versions(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery("from RfiVersion v where v.id in (:ids) and " + seen(scope), RfiVersion.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    /** What one is asked, newest first; behind the thread that a page ended with. */
    List<RfiVersion> received(Visibility scope, PageRequest page) {
        Optional<RfiVersion> last = page.isFirst() ? Optional.empty() : find(scope, page.before());
        if (last.isEmpty() && !page.isFirst()) {
            return List.of();
        }
        Instant at = last.map(thread -> thread.sealedAt).orElse(Instant.parse("9999-01-01T00:00:00Z"));
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from RfiVersion v where v.recipient = :myParticipant and " + seen(scope)
                                        + " and (v.sealedAt < :at or v.sealedAt = :at and v.id < :before)"
                                        + " order by v.sealedAt desc, v.id desc",
                                RfiVersion.class)
                        .setParameter("at", at)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** What both sides said, in order. */
    List<RfiStep> steps(Visibility scope, Collection<UUID> threads) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from RfiStep s where s.threadId in (:threads) and " + scope.exchanged("s")
                                        + " order by s.id",
                                RfiStep.class)
                        .setParameter("threads", threads))
                .getResultList();
    }

    /**
     * What either side says on them comes one after the other: their steps are read behind it, and hold until the commit.
     *
     * @param threads found in scope
     */
    void holdStill(Collection<UUID> threads) {
        threads.stream().sorted().forEach(thread -> getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(cast(?1 as text), 0)) as text)")
                .setParameter(1, thread)
                .getSingleResult());
    }

    /** The asker's own row on a thread, for a change. */
    Optional<RfiRecipient> lockRecipient(Visibility scope, UUID thread) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from RfiRecipient t where t.threadId = :thread and " + scope.owned("t"),
                                RfiRecipient.class)
                        .setParameter("thread", thread))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** One's own threads whose clock has something to say. */
    List<UUID> due(Visibility scope, Instant now) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select t.threadId from RfiRecipient t where " + scope.owned("t")
                                        + " and t.lookAt <= :now order by t.lookAt",
                                UUID.class)
                        .setParameter("now", now))
                .setMaxResults(200)
                .getResultList();
    }

    /** What was answered, in order; of one's own also the one that is open. */
    List<RfiAnswer> answers(Visibility scope, Collection<UUID> threads) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from RfiAnswer a where a.threadId in (:threads) and "
                                        + scope.seen("a", ObjectKind.RFI_ANSWER) + " order by a.threadId, a.number",
                                RfiAnswer.class)
                        .setParameter("threads", threads))
                .getResultList();
    }

    /** One's own that is open, for a change. */
    Optional<RfiAnswer> lockOpen(Visibility scope, UUID thread) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from RfiAnswer a where a.threadId = :thread and a.sealedAt is null and "
                                        + scope.owned("a"),
                                RfiAnswer.class)
                        .setParameter("thread", thread))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    private static String seen(Visibility scope) {
        return "(%s and (v.owner <> :myParticipant or %s))"
                .formatted(scope.seen("v", ObjectKind.RFI_VERSION), ofASeenFile(scope, "v.id"));
    }

    /** Of one's own: for those alone who see the file. */
    static String ofASeenFile(Visibility scope, String thread) {
        return ("(select 1 from RfiRecipient t join Rfi r on r.id = t.rfiId where t.threadId = %s and t.owner = r.owner"
                        + " and %s) = 1")
                .formatted(thread, RfiRepository.own(scope, "r"));
    }
}
