package org.simpul.identifier.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.quota.Quota;
import org.simpul.access.quota.Quotas;
import org.simpul.audit.NotAudited;
import org.simpul.shared.Problem;

/** How far a file is and what it used, in transactions of their own: what was asked counts, whatever becomes of the file. */
@ApplicationScoped
class ScreeningProgress {
    private final EntityManager database;
    private final Quotas quotas;
    private final ScreeningConfig config;
    private final InstantSource clock;

    ScreeningProgress(EntityManager database, Quotas quotas, ScreeningConfig config, InstantSource clock) {
        this.database = database;
        this.quotas = quotas;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param values that will be asked next
     * @throws Problem QUOTA_USED when they are too many for today; none of them is counted then
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @NotAudited("one look of an upload whose end is recorded")
    void moved(Caller caller, UUID run, ScreeningTally tally, int values) {
        if (values > 0) {
            quotas.count(
                    caller,
                    new Quota(
                            "SCREENED_VALUES",
                            "file",
                            "screened_values_quota",
                            config.valuesPerParticipant(),
                            config.valuesPerParticipant()),
                    values);
        }
        database.createQuery(
                        """
                        update ScreeningRun r set r.rowsRead = :read, r.rowsRefused = :refused, r.rowsMatched = :matched,
                          r.movedAt = :now
                        where r.id = :id and r.owner = :owner and r.status = :running""")
                .setParameter("read", tally.read)
                .setParameter("refused", tally.refused)
                .setParameter("matched", tally.matched)
                .setParameter("now", clock.instant())
                .setParameter("id", run)
                .setParameter("owner", caller.participantId())
                .setParameter("running", ScreeningRunStatus.RUNNING)
                .executeUpdate();
    }
}
