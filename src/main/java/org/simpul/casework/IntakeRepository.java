package org.simpul.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
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
    static final String WAITS = "(i.status in (RECEIVED, IN_TRIAGE, INFORMATION_REQUESTED) or i.unread)";
    private static final String RINGS =
            WAITS + " and (i.clockStage = RUNNING and i.warnAt <= :now or i.clockStage <> PASSED and i.dueAt <= :now)";
    private static final String TO_REVIEW =
            "i.status = RETAINED and i.reviewOn <= :today and i.reviewRemindedAt is null";

    Optional<Intake> find(Visibility scope, UUID id) {
        return one(rows(scope, "i.id = :id").setParameter("id", id));
    }

    /** For a change: nobody else changes it until the commit. */
    Optional<Intake> lock(Visibility scope, UUID id) {
        return one(locked(rows(scope, "i.id = :id").setParameter("id", id)));
    }

    /** Those of the intakes that are seen. */
    List<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return ids(scope, "i.id in (:ids)").setParameter("ids", ids).getResultList();
    }

    Optional<Intake> lockOfReferral(Visibility scope, UUID referralId) {
        return one(locked(rows(scope, "i.referralId = :id").setParameter("id", referralId)));
    }

    List<Intake> ofReferrals(Visibility scope, Collection<UUID> referralIds) {
        return rows(scope, "i.referralId in :ids")
                .setParameter("ids", referralIds)
                .getResultList();
    }

    List<UUID> referralsOf(Visibility scope, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : rows(scope, "i.id in :ids").setParameter("ids", ids).getResultList().stream()
                        .map(intake -> intake.referralId)
                        .toList();
    }

    /** Those in the queue, for a new score, without what somebody else has in hand: a score is not worth a wait. */
    List<Intake> lockWaiting(Visibility scope, Collection<UUID> referralIds) {
        return referralIds.isEmpty()
                ? List.of()
                : free(rows(scope, "i.referralId in :ids and " + WAITS + " order by i.id")
                                .setParameter("ids", referralIds))
                        .getResultList();
    }

    /** The first of the queue that nobody has taken, and nobody is taking now; it is the caller's until the commit. */
    Optional<Intake> lockNext(Visibility scope) {
        return one(free(rows(
                        scope,
                        "i.status = RECEIVED and i.assignedTo is null"
                                + " order by i.urgency, i.score desc, i.dueAt, i.id")
                .setMaxResults(1)));
    }

    /** Whose clock is about to pass, or has passed, and has not said so. */
    List<UUID> ringing(Visibility scope, Instant now, int limit) {
        return ids(scope, RINGS + " order by i.dueAt, i.id")
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Empty when it has been said, or is in the hands of another hub. */
    Optional<Intake> lockRinging(Visibility scope, UUID id, Instant now) {
        return one(free(
                rows(scope, "i.id = :id and " + RINGS).setParameter("id", id).setParameter("now", now)));
    }

    /** Undecided ones of the highest urgency that nobody has taken up. */
    List<UUID> unacknowledged(Visibility scope, int limit) {
        return ids(
                        scope,
                        "i.urgency = P1 and i.acknowledgedAt is null"
                                + " and i.status in (RECEIVED, IN_TRIAGE, INFORMATION_REQUESTED)"
                                + " order by i.receivedAt desc, i.id")
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
        return ids(scope, TO_REVIEW + " order by i.reviewOn, i.id")
                .setParameter("today", today)
                .setMaxResults(limit)
                .getResultList();
    }

    Optional<Intake> lockToReview(Visibility scope, UUID id, LocalDate today) {
        return one(free(rows(scope, "i.id = :id and " + TO_REVIEW)
                .setParameter("id", id)
                .setParameter("today", today)));
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

    /** With those that were taken out: whom they protect, the others may hold in the open. */
    List<Intake> everOfCase(Visibility scope, UUID caseId) {
        return scope.bind(getEntityManager()
                        .createQuery(ever(scope, "i"), Intake.class)
                        .setParameter("cases", List.of(caseId)))
                .getResultList();
    }

    /** The referral of an intake that is in a case, or was. */
    record CaseReferral(UUID caseId, UUID referralId) {}

    /** The same of several cases, that were loaded in scope. */
    List<CaseReferral> everOfCases(Visibility scope, Collection<UUID> caseIds) {
        return scope.bind(getEntityManager()
                        .createQuery(ever(scope, "e.caseId, i.referralId"), CaseReferral.class)
                        .setParameter("cases", caseIds))
                .getResultList();
    }

    /** @param what of an intake {@code i} that is in one of the cases {@code e.caseId}, or was */
    private static String ever(Visibility scope, String what) {
        return "with ever as (select c.caseId as caseId, c.intakeId as intakeId from CaseIntake c"
                + " where c.caseId in (:cases) and " + scope.owned("c")
                + " union select r.caseId as caseId, r.subjectId as intakeId from CaseEvent r"
                + " where r.caseId in (:cases) and r.kind = INTAKE_REMOVED and " + scope.owned("r")
                + ") select " + what + " from ever e join Intake i on i.id = e.intakeId where " + scope.owned("i");
    }

    /** Those that stand in a case together with an intake. */
    List<Intake> besideIt(Visibility scope, Intake intake) {
        return rows(
                        scope,
                        "i.id in (select o.intakeId from CaseIntake o where o.caseId in"
                                + " (select c.caseId from CaseIntake c join CaseFile f on f.id = c.caseId"
                                + " where c.intakeId = :intake and " + scope.ownedWithinTeam("f") + ") and "
                                + scope.owned("o") + ")")
                .setParameter("intake", intake.id)
                .getResultList();
    }

    /** Ids of those whose protected subjects are not compared as they are now. */
    List<UUID> notCompared(Visibility scope, int limit) {
        return ids(scope, "i.comparedVersion is distinct from i.versionId order by i.id")
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
        return locked(rows(
                                scope,
                                "i.id in (select o.intakeId from DisseminationOrigin o where o.versionId = :version and "
                                        + scope.owned("o") + ") order by i.id")
                        .setParameter("version", version.id))
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
        var query = rows(scope, which + behind + " order by i.urgency, i.score desc, i.dueAt, i.id");
        if (status != null) {
            query.setParameter("status", status);
        }
        if (after != null) {
            query.setParameter("urgency", after.urgency)
                    .setParameter("score", after.score)
                    .setParameter("dueAt", after.dueAt)
                    .setParameter("id", after.id);
        }
        return query.setMaxResults(limit).getResultList();
    }

    /**
     * Whose FINISHED is due, the longest waiting first.
     *
     * @param after the last row of the portion before; null for the first
     */
    List<Intake> unfinished(Visibility scope, Instant receivedUntil, @Nullable Intake after, int limit) {
        String behind = after == null ? "" : " and (i.receivedAt, i.id) > (:receivedAt, :id)";
        var query = rows(
                        scope,
                        "i.finishedAt is null and i.receivedAt <= :until" + behind + " order by i.receivedAt, i.id")
                .setParameter("until", receivedUntil);
        if (after != null) {
            query.setParameter("receivedAt", after.receivedAt).setParameter("id", after.id);
        }
        return query.setMaxResults(limit).getResultList();
    }

    /** Empty when it is finished, or in the hands of another hub. */
    Optional<Intake> lockUnfinished(Visibility scope, UUID id) {
        return one(free(rows(scope, "i.id = :id and i.finishedAt is null").setParameter("id", id)));
    }

    /** @param condition on an intake {@code i} within the scope, with the order */
    private TypedQuery<Intake> rows(Visibility scope, String condition) {
        return scope.bind(getEntityManager()
                .createQuery("from Intake i where " + scope.owned("i") + " and " + condition, Intake.class));
    }

    /** The same, for their ids alone. */
    private TypedQuery<UUID> ids(Visibility scope, String condition) {
        return scope.bind(getEntityManager()
                .createQuery("select i.id from Intake i where " + scope.owned("i") + " and " + condition, UUID.class));
    }

    private static TypedQuery<Intake> locked(TypedQuery<Intake> rows) {
        return rows.setLockMode(LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locked, without what somebody else has in hand. */
    private static TypedQuery<Intake> free(TypedQuery<Intake> rows) {
        return locked(rows).setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI);
    }

    private static Optional<Intake> one(TypedQuery<Intake> rows) {
        return rows.getResultList().stream().findFirst();
    }
}
