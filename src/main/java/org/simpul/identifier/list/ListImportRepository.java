package org.simpul.identifier.list;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class ListImportRepository implements PanacheRepositoryBase<ListImport, UUID> {

    Optional<ListImport> find(Visibility scope, UUID listId, UUID id) {
        return find(scope, listId, id, LockModeType.NONE);
    }

    /** Held until the transaction ends, so that a run takes one file. */
    Optional<ListImport> hold(Visibility scope, UUID listId, UUID id) {
        return find(scope, listId, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<ListImport> find(Visibility scope, UUID listId, UUID id, LockModeType lock) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from ListImport i where i.id = :id and i.listId = :list and " + scope.owned("i"),
                                ListImport.class)
                        .setParameter("id", id)
                        .setParameter("list", listId))
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** In order of the file. */
    List<ListImportFinding> findings(ListImport run, UUID after, int most) {
        return getEntityManager()
                .createQuery(
                        "from ListImportFinding f where f.owner = :owner and f.importId = :run and f.id > :after order by f.id",
                        ListImportFinding.class)
                .setParameter("owner", run.owner)
                .setParameter("run", run.id)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    void keep(ListImport run, List<ListImportFinding> findings) {
        findings.forEach(finding -> {
            finding.owner = run.owner;
            finding.importId = run.id;
            getEntityManager().persist(finding);
        });
    }

    /** Runs that have not moved since. */
    List<UUID> stuck(Visibility scope, Instant since) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select i.id from ListImport i where i.status = :running and i.movedAt < :since and "
                                        + scope.owned("i"),
                                UUID.class)
                        .setParameter("running", ListImportStatus.RUNNING)
                        .setParameter("since", since))
                .getResultList();
    }
}
