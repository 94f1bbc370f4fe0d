package org.simpul.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.jspecify.annotations.Nullable;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class IntakeRepository implements PanacheRepositoryBase<Intake, UUID> {

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
     * P1 first, then what is due first.
     *
     * @param status null for what waits: undecided, or with a version that nobody has read
     * @param after the last row of the page before; null for the first page
     */
    List<Intake> queue(Visibility scope, @Nullable IntakeStatus status, @Nullable Intake after, int limit) {
        String which = status == null
                ? "(i.status in (RECEIVED, IN_TRIAGE, INFORMATION_REQUESTED) or i.unread)"
                : "i.status = :status";
        String behind = after == null
                ? ""
                : " and i.urgency >= :urgency and (i.urgency > :urgency or (i.dueAt, i.id) > (:dueAt, :id))";
        var query = getEntityManager()
                .createQuery(
                        "from Intake i where " + which + " and " + scope.owned("i") + behind
                                + " order by i.urgency, i.dueAt, i.id",
                        Intake.class);
        if (status != null) {
            query.setParameter("status", status);
        }
        if (after != null) {
            query.setParameter("urgency", after.urgency)
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
                .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .getResultStream()
                .findFirst();
    }
}
