package org.simpul.typology.review;

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

@ApplicationScoped
class ReviewRepository implements PanacheRepositoryBase<ReviewCopy, UUID> {

    Optional<ReviewCopy> find(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from ReviewCopy c where c.id = :copy and " + scope.seen("c", ObjectKind.REVIEW_COPY),
                                ReviewCopy.class)
                        .setParameter("copy", id))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** As it stands once nobody else says something to its version or ends its review; nobody does until the transaction ends. */
    Optional<ReviewCopy> findInTurn(Visibility scope, UUID id) {
        Optional<ReviewCopy> before = find(scope, id);
        before.ifPresent(copy -> {
            inTurn(copy.versionId);
            getEntityManager().detach(copy);
        });
        return before.flatMap(copy -> find(scope, id));
    }

    /** What is said to a version, and what ends its review, come one after the other; whoever ends it holds its typology first. */
    void inTurn(UUID versionId) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('review ' || cast(?1 as text), 0)) as text)")
                .setParameter(1, versionId)
                .getSingleResult();
    }

    List<ReviewCopy> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from ReviewCopy c where c.id < :before and " + scope.seen("c", ObjectKind.REVIEW_COPY)
                                        + " order by c.id desc",
                                ReviewCopy.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    List<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select c.id from ReviewCopy c where c.id in (:ids) and "
                                        + scope.seen("c", ObjectKind.REVIEW_COPY),
                                UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    /** The open copy of a version of the caller's own. */
    Optional<ReviewCopy> open(Visibility scope, UUID versionId) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from ReviewCopy c where c.versionId = :version and c.closedAt is null and "
                                        + scope.owned("c"),
                                ReviewCopy.class)
                        .setParameter("version", versionId))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Open copies of the caller's own whose clock has something to say. */
    List<UUID> due(Visibility scope, Instant now, Instant warn) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select c.id from ReviewCopy c where c.closedAt is null and (c.warnedAt is null and"
                                        + " c.dueAt <= :warn or c.escalatedAt is null and c.dueAt <= :now) and "
                                        + scope.owned("c"),
                                UUID.class)
                        .setParameter("warn", warn)
                        .setParameter("now", now))
                .getResultList();
    }

    Optional<ReviewCopy> lock(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from ReviewCopy c where c.id = :copy and " + scope.owned("c"), ReviewCopy.class)
                        .setParameter("copy", id))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** What was said to a copy that was found in scope, oldest first: of others' institutions only to the owner. */
    List<Review> reviews(Visibility scope, ReviewCopy copy) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Review r where r.objectId = :copy and " + scope.contributed("r")
                                        + " order by r.id",
                                Review.class)
                        .setParameter("copy", copy.id))
                .getResultList();
    }

    /** What was said to all copies of a version of the caller's own, oldest first. */
    List<Review> reviews(Visibility scope, UUID versionId) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Review r where r.objectId in (select c.id from ReviewCopy c"
                                        + " where c.versionId = :version and " + scope.owned("c") + ") and "
                                        + scope.contributed("r") + " order by r.id",
                                Review.class)
                        .setParameter("version", versionId))
                .getResultList();
    }

    /** To whom the caller's institution has shown a copy, and has not taken it back. */
    List<UUID> shownTo(Visibility scope, ReviewCopy copy) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select d.toParticipant from Disclosure d where d.objectId = :copy"
                                        + " and d.fromParticipant = :myParticipant and d.recalledAt is null",
                                UUID.class)
                        .setParameter("copy", copy.id))
                .getResultList();
    }

    void add(Review review) {
        getEntityManager().persist(review);
        flush();
    }
}
