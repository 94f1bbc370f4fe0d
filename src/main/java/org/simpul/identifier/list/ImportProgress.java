package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import org.simpul.audit.NotAudited;

/** How far a file is, in a transaction of its own: that of the file ends when all of it is stored. */
@ApplicationScoped
class ImportProgress {
    private final EntityManager database;
    private final InstantSource clock;

    ImportProgress(EntityManager database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @NotAudited("one look of an upload whose end is recorded")
    void moved(ListImport run, Tally tally) {
        database.createQuery(
                        """
                        update ListImport i set i.rowsRead = :read, i.rowsRefused = :refused, i.movedAt = :now
                        where i.id = :id and i.owner = :owner and i.status = :running""")
                .setParameter("read", tally.read)
                .setParameter("refused", tally.refused)
                .setParameter("now", clock.instant())
                .setParameter("id", run.id)
                .setParameter("owner", run.owner)
                .setParameter("running", ListImportStatus.RUNNING)
                .executeUpdate();
    }
}
