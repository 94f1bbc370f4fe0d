package org.simpul.identifier.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.quota.Quota;
import org.simpul.access.quota.Quotas;
import org.simpul.audit.NotAudited;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.list.ListedIdentifiers;
import org.simpul.identifier.list.ListedIdentifiers.Pointer;
import org.simpul.shared.Problem;

/** Asks one batch of a file in a transaction of its own, so that none is open while the file is read. */
@ApplicationScoped
class ScreeningProgress {
    private final EntityManager database;
    private final Quotas quotas;
    private final ListedIdentifiers listed;
    private final ScreeningHits hits;
    private final ScreeningConfig config;
    private final InstantSource clock;

    ScreeningProgress(
            EntityManager database,
            Quotas quotas,
            ListedIdentifiers listed,
            ScreeningHits hits,
            ScreeningConfig config,
            InstantSource clock) {
        this.database = database;
        this.quotas = quotas;
        this.listed = listed;
        this.hits = hits;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Counts rows that were read, before any of them is asked.
     *
     * @throws Problem QUOTA_USED when they are too many for today; none of them is counted then
     */
    @Transactional
    @NotAudited("a part of an upload whose end is recorded")
    void count(Caller caller, int rows) {
        quotas.count(
                caller,
                new Quota(
                        "SCREENED_VALUES",
                        "file",
                        "screened_values_quota",
                        config.valuesPerParticipant(),
                        config.valuesPerParticipant()),
                rows);
    }

    /**
     * Asks and keeps where hits stand; when they become too many the tally says so, and those of the batch are not kept.
     *
     * @param asked may be empty
     * @param numbers of their rows
     * @param digest of all that will have been asked then; null while there is nothing
     * @throws Problem STATE_CONFLICT when the run has been ended meanwhile
     */
    @Transactional
    @NotAudited("a part of an upload whose end is recorded, with the number and the digest that are kept here")
    void ask(
            Caller caller,
            UUID run,
            ScreeningTally tally,
            List<Identifier> asked,
            List<Long> numbers,
            @Nullable String digest) {
        tally.asked += asked.size();
        move(caller, run, tally, digest);
        if (asked.isEmpty()) {
            return;
        }
        List<Pointer> pointers = listed.point(asked);
        long room = config.mostHits() - tally.hits;
        if (pointers.size() > room) {
            tally.stop(numbers.get(pointers.get((int) room).place()), "too_many_hits");
            return;
        }
        if (!pointers.isEmpty()) {
            hits.keep(caller.participantId(), run, pointers, numbers);
            tally.hits += pointers.size();
            tally.matched += pointers.stream().map(Pointer::place).distinct().count();
            move(caller, run, tally, digest);
        }
    }

    /** Holds the row until the batch is kept, so that nobody ends the run within one. */
    private void move(Caller caller, UUID run, ScreeningTally tally, @Nullable String digest) {
        int moved = database.createQuery(
                        """
                        update ScreeningRun r set r.rowsRead = :read, r.rowsRefused = :refused, r.rowsMatched = :matched,
                          r.hits = :hits, r.rowsAsked = :asked, r.askedDigest = :digest, r.movedAt = :now
                        where r.id = :id and r.owner = :owner and r.status = :running""")
                .setParameter("read", tally.read)
                .setParameter("refused", tally.refused)
                .setParameter("matched", tally.matched)
                .setParameter("hits", tally.hits)
                .setParameter("asked", tally.asked)
                .setParameter("digest", digest)
                .setParameter("now", clock.instant())
                .setParameter("id", run)
                .setParameter("owner", caller.participantId())
                .setParameter("running", ScreeningRunStatus.RUNNING)
                .executeUpdate();
        if (moved == 0) {
            throw Problem.stateConflict("screening_run_not_running");
        }
    }
}
