package org.simpul.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.jspecify.annotations.Nullable;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class IntakeRepository implements PanacheRepositoryBase<Intake, UUID> {
    private static final String LOCK_TIMEOUT = "jakarta.persistence.lock.timeout";
    private static final String WAITS = "(i.status in (RECEIVED, IN_TRIAGE, INFORMATION_REQUESTED) or i.unread)";
    private static final String RINGS =
            WAITS + " and (i.clockStage = RUNNING and i.warnAt <= :now or i.clockStage <> PASSED and i.dueAt <= :now)";
    private static final String TO_REVIEW =
            "i.status = RETAINED and i.reviewOn <= :today and i.reviewRemindedAt is null";

    Optional<Intake> find(Visibility scope, UUID id) {
        return scope.bind(getEntityManager()
                        .createQuery("from Intake i where i.id = :id and " + scope.owned("i"), Intake.class)
                        .setParameter("id", id))
                .getResultStream()
                .findFirst();
    }

    /** For a change: nobody else changes it until the commit. */
    Optional<Intake> lock(Visibility scope, UUID id) {
        return scope.bind(getEntityManager()
                        .createQuery("from Intake i where i.id = :id and " + scope.owned("i"), Intake.class)
                        .setParameter("id", id))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Those of the intakes that are seen. */
    List<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select i.id from Intake i where i.id in (:ids) and " + scope.owned("i"), UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    Optional<Intake> lockOfReferral(Visibility scope, UUID referralId) {
        return scope.bind(getEntityManager()
                        .createQuery("from Intake i where i.referralId = :id and " + scope.owned("i"), Intake.class)
                        .setParameter("id", referralId))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    List<Intake> ofReferrals(Visibility scope, Collection<UUID> referralIds) {
        return scope.bind(getEntityManager()
                        .createQuery("from Intake i where i.referralId in :ids and " + scope.owned("i"), Intake.class)
                        .setParameter("ids", referralIds))
                .getResultList();
    }

    /** Those in the queue, for a new score, without what somebody else has in hand: a score is not worth a wait. */
    List<Intake> lockWaiting(Visibility scope, Collection<UUID> referralIds) {
        if (referralIds.isEmpty()) {
            return List.of();
        }
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Intake i where i.referralId in :ids and " + WAITS + " and " + scope.owned("i")
                                        + " order by i.id",
                                Intake.class)
                        .setParameter("ids", referralIds))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .getResultList();
    }

    /** The first of the queue that nobody has taken, and nobody is taking now; it is the caller's until the commit. */
    Optional<Intake> lockNext(Visibility scope) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Intake i where i.status = RECEIVED and i.assignedTo is null and "
                                        + scope.owned("i") + " order by i.urgency, i.score desc, i.dueAt, i.id",
                                Intake.class))
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .getResultStream()
                .findFirst();
    }

    /** Whose clock is about to pass, or has passed, and has not said so. */
    List<UUID> ringing(Visibility scope, Instant now, int limit) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select i.id from Intake i where " + RINGS + " and " + scope.owned("i")
                                        + " order by i.dueAt, i.id",
                                UUID.class)
                        .setParameter("now", now))
                .setMaxResults(limit)
                .getResultList();
    }

    /** Empty when it has been said, or is in the hands of another hub. */
    Optional<Intake> lockRinging(Visibility scope, UUID id, Instant now) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Intake i where i.id = :id and " + RINGS + " and " + scope.owned("i"),
                                Intake.class)
                        .setParameter("id", id)
                        .setParameter("now", now))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .getResultStream()
                .findFirst();
    }

    /** Undecided ones of the highest urgency that nobody has taken up. */
    List<UUID> unacknowledged(Visibility scope, int limit) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select i.id from Intake i where i.urgency = P1 and i.acknowledgedAt is null"
                                        + " and i.status in (RECEIVED, IN_TRIAGE, INFORMATION_REQUESTED) and "
                                        + scope.owned("i") + " order by i.receivedAt desc, i.id",
                                UUID.class))
                .setMaxResults(limit)
                .getResultList();
    }

    /** Whether rows of it stand in a dissemination that was sealed. */
    boolean isDisseminated(Visibility scope, Intake intake) {
        return !scope.bind(getEntityManager()
                        .createQuery(
                                "select v.id from DisseminationVersion v where v.sealedAt is not null and "
                                        + scope.owned("v") + " and v.id in (select o.versionId from"
                                        + " DisseminationOrigin o where o.intakeId = :intake)",
                                UUID.class)
                        .setParameter("intake", intake.id))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Retained ones whose day has come, and of which nobody was reminded. */
    List<UUID> toReview(Visibility scope, LocalDate today, int limit) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select i.id from Intake i where " + TO_REVIEW + " and " + scope.owned("i")
                                        + " order by i.reviewOn, i.id",
                                UUID.class)
                        .setParameter("today", today))
                .setMaxResults(limit)
                .getResultList();
    }

    Optional<Intake> lockToReview(Visibility scope, UUID id, LocalDate today) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Intake i where i.id = :id and " + TO_REVIEW + " and " + scope.owned("i"),
                                Intake.class)
                        .setParameter("id", id)
                        .setParameter("today", today))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .getResultStream()
                .findFirst();
    }

    List<Intake> ofCase(Visibility scope, UUID caseId) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select i from Intake i join CaseIntake c on c.intakeId = i.id where c.caseId = :caseId"
                                        + " and " + scope.owned("i") + " and " + scope.owned("c")
                                        + " order by i.receivedAt, i.id",
                                Intake.class)
                        .setParameter("caseId", caseId))
                .getResultList();
    }

    /** Those that stand in a case together with an intake. */
    List<Intake> besideIt(Visibility scope, Intake intake) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Intake i where i.id in (select o.intakeId from CaseIntake o where o.caseId in"
                                        + " (select c.caseId from CaseIntake c where c.intakeId = :intake and "
                                        + scope.owned("c") + ") and " + scope.owned("o") + ") and " + scope.owned("i"),
                                Intake.class)
                        .setParameter("intake", intake.id))
                .getResultList();
    }

    /** Ids of those whose protected subjects are not compared as they are now. */
    List<UUID> notCompared(Visibility scope, int limit) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select i.id from Intake i where i.comparedVersion is distinct from i.versionId and "
                                        + scope.owned("i") + " order by i.id",
                                UUID.class))
                .setMaxResults(limit)
                .getResultList();
    }

    /** Whether somebody is on the team of a case that the intake belongs to. */
    boolean isInCaseOf(Visibility scope, Intake intake, UUID person) {
        return !scope.bind(getEntityManager()
                        .createQuery(
                                "select m.caseId from CaseMember m join CaseIntake c on c.caseId = m.caseId"
                                        + " where c.intakeId = :intake and m.personId = :person and "
                                        + scope.owned("c") + " and " + scope.owned("m"),
                                UUID.class)
                        .setParameter("intake", intake.id)
                        .setParameter("person", person))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Those that rows of a dissemination were copied from, for a change. */
    List<Intake> lockSources(Visibility scope, DisseminationVersion version) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Intake i where i.id in (select o.intakeId from DisseminationOrigin o"
                                        + " where o.versionId = :version and " + scope.owned("o") + ") and "
                                        + scope.owned("i") + " order by i.id",
                                Intake.class)
                        .setParameter("version", version.id))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * P1 first, then by the score, then what is due first.
     *
     * @param status null for what waits: undecided, or with a version that nobody has read
     * @param after the last row of the page before; null for the first page
     */
    List<Intake> queue(Visibility scope, @Nullable IntakeStatus status, @Nullable Intake after, int limit) {
        String which = status == null ? WAITS : "i.status = :status";
        String behind = after == null
                ? ""
                : " and i.urgency >= :urgency and (i.urgency > :urgency or i.score < :score"
                        + " or i.score = :score and (i.dueAt, i.id) > (:dueAt, :id))";
        var query = getEntityManager()
                .createQuery(
                        "from Intake i where " + which + " and " + scope.owned("i") + behind
                                + " order by i.urgency, i.score desc, i.dueAt, i.id",
                        Intake.class);
        if (status != null) {
            query.setParameter("status", status);
        }
        if (after != null) {
            query.setParameter("urgency", after.urgency)
                    .setParameter("score", after.score)
                    .setParameter("dueAt", after.dueAt)
                    .setParameter("id", after.id);
        }
        return scope.bind(query).setMaxResults(limit).getResultList();
    }

    /**
     * Whose FINISHED is due, the longest waiting first.
     *
     * @param after the last row of the portion before; null for the first
     */
    List<Intake> unfinished(Visibility scope, Instant receivedUntil, @Nullable Intake after, int limit) {
        String behind = after == null ? "" : " and (i.receivedAt, i.id) > (:receivedAt, :id)";
        var query = getEntityManager()
                .createQuery(
                        "from Intake i where i.finishedAt is null and i.receivedAt <= :until and " + scope.owned("i")
                                + behind + " order by i.receivedAt, i.id",
                        Intake.class)
                .setParameter("until", receivedUntil);
        if (after != null) {
            query.setParameter("receivedAt", after.receivedAt).setParameter("id", after.id);
        }
        return scope.bind(query).setMaxResults(limit).getResultList();
    }

    /** Empty when it is finished, or in the hands of another hub. */
    Optional<Intake> lockUnfinished(Visibility scope, UUID id) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Intake i where i.id = :id and i.finishedAt is null and " + scope.owned("i"),
                                Intake.class)
                        .setParameter("id", id))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .getResultStream()
                .findFirst();
    }
}
