package org.simpul.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class ImportRepository implements PanacheRepositoryBase<ImportRun, UUID> {
    private static final UUID LOWEST = new UUID(0, 0);

    Optional<ImportRun> find(Visibility scope, UUID referralId, UUID id) {
        return find(scope, referralId, id, LockModeType.NONE);
    }

    /** Held until the transaction ends, so that two uploads to one run can't both begin. */
    Optional<ImportRun> lock(Visibility scope, UUID referralId, UUID id) {
        return find(scope, referralId, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<ImportRun> find(Visibility scope, UUID referralId, UUID id, LockModeType lock) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from ImportRun i where i.id = :id and i.referralId = :referral and "
                                        + scope.owned("i") + " and i.referralId in (select r.id from Referral r"
                                        + " where r.id = :referral and " + scope.ownedWithinTeam("r") + ")",
                                ImportRun.class)
                        .setParameter("id", id)
                        .setParameter("referral", referralId)
                        .setLockMode(lock))
                .getResultList()
                .stream()
                .findFirst();
    }

    List<ImportError> firstErrors(ImportRun run, int most) {
        return errors(run, LOWEST, most);
    }

    /** In order of the file. */
    List<ImportError> errors(ImportRun run, UUID after, int most) {
        return getEntityManager()
                .createQuery(
                        "from ImportError e where e.owner = :owner and e.runId = :run and e.id > :after order by e.id",
                        ImportError.class)
                .setParameter("owner", run.owner)
                .setParameter("run", run.id)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    long keptErrors(ImportRun run) {
        return getEntityManager()
                .createQuery("select count(*) from ImportError e where e.owner = :owner and e.runId = :run", Long.class)
                .setParameter("owner", run.owner)
                .setParameter("run", run.id)
                .getSingleResult();
    }

    void persist(ImportError error) {
        getEntityManager().persist(error);
    }
}
