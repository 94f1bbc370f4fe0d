package org.simpul.identifier.screening;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

/** What has expired is not found, whether or not the clock has been by. */
@ApplicationScoped
class ScreeningRunRepository implements PanacheRepositoryBase<ScreeningRun, UUID> {

    Optional<ScreeningRun> find(Visibility scope, UUID id) {
        return find(scope, id, LockModeType.NONE);
    }

    /** Held until the transaction ends, so that a run takes one file. */
    Optional<ScreeningRun> hold(Visibility scope, UUID id) {
        return find(scope, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<ScreeningRun> find(Visibility scope, UUID id, LockModeType lock) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from ScreeningRun r where r.id = :id and r.expiresAt > :myNow and " + scope.owned("r"),
                                ScreeningRun.class)
                        .setParameter("id", id))
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The newest first. */
    List<ScreeningRun> page(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from ScreeningRun r where r.id < :before and r.expiresAt > :myNow and "
                                        + scope.owned("r") + " order by r.id desc",
                                ScreeningRun.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** In order of the file, those on the lists alone. */
    List<ScreeningHit> hits(ScreeningRun run, Collection<UUID> lists, PageRequest page) {
        return getEntityManager()
                .createQuery(
                        """
                        from ScreeningHit h where h.owner = :owner and h.runId = :run and h.id > :after
                          and h.listId in (:lists) order by h.id""",
                        ScreeningHit.class)
                .setParameter("owner", run.owner)
                .setParameter("run", run.id)
                .setParameter("after", page.after())
                .setParameter("lists", lists)
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** In order of the file. */
    List<ScreeningRefusal> refusals(ScreeningRun run, PageRequest page) {
        return getEntityManager()
                .createQuery(
                        """
                        from ScreeningRefusal f where f.owner = :owner and f.runId = :run and f.id > :after
                        order by f.id""",
                        ScreeningRefusal.class)
                .setParameter("owner", run.owner)
                .setParameter("run", run.id)
                .setParameter("after", page.after())
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    void keep(ScreeningRun run, List<ScreeningRefusal> refusals) {
        refusals.forEach(refusal -> {
            refusal.owner = run.owner;
            refusal.runId = run.id;
            getEntityManager().persist(refusal);
        });
    }

    /** Runs that have not moved since. */
    List<UUID> stuck(Visibility scope, Instant since) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select r.id from ScreeningRun r where r.status = :running and r.movedAt < :since and "
                                        + scope.owned("r"),
                                UUID.class)
                        .setParameter("running", ScreeningRunStatus.RUNNING)
                        .setParameter("since", since))
                .getResultList();
    }

    List<UUID> expired(Visibility scope) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select r.id from ScreeningRun r where r.expiresAt <= :myNow and r.status <> :running and "
                                        + scope.owned("r"),
                                UUID.class)
                        .setParameter("running", ScreeningRunStatus.RUNNING))
                .getResultList();
    }

    /** Nobody of the institution opens a run beside the caller's transaction. */
    void inTurn(UUID owner) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('screening ' || cast(?1 as text), 0)) as text)")
                .setParameter(1, owner)
                .getSingleResult();
    }

    /** How many wait for their file. */
    long open(Visibility scope) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select count(r) from ScreeningRun r where r.status = :open and r.expiresAt > :myNow and "
                                        + scope.owned("r"),
                                Long.class)
                        .setParameter("open", ScreeningRunStatus.OPEN))
                .getSingleResult();
    }

    /** Runs that were refused and still have hits. */
    List<UUID> left(Visibility scope) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select r.id from ScreeningRun r where r.status = :refused and r.hits > 0 and "
                                        + scope.owned("r"),
                                UUID.class)
                        .setParameter("refused", ScreeningRunStatus.REFUSED))
                .getResultList();
    }

    /** @return how many hits were deleted */
    int deleteHits(ScreeningRun run, int most) {
        return delete(
                """
                delete from screening_hit where owner = :owner and run_id = :run and id in
                  (select p.id from screening_hit p where p.owner = :owner and p.run_id = :run order by p.id limit :most)
                """,
                run,
                most);
    }

    /** @return how many hits and refusals were deleted */
    int deleteParts(ScreeningRun run, int most) {
        int hits = deleteHits(run, most);
        return hits
                + delete(
                        """
                        delete from screening_refusal where owner = :owner and run_id = :run and id in
                          (select p.id from screening_refusal p where p.owner = :owner and p.run_id = :run order by p.id limit :most)
                        """,
                        run,
                        most - hits);
    }

    private int delete(String statement, ScreeningRun run, int most) {
        return getEntityManager()
                .createNativeQuery(statement)
                .setParameter("owner", run.owner)
                .setParameter("run", run.id)
                .setParameter("most", most)
                .executeUpdate();
    }
}
