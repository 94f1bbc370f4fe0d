package org.simpul.retention;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantKind;
import org.simpul.shared.PageRequest;

/** Purges are the FIU's, and read by the overseer. */
@ApplicationScoped
class PurgeRepository implements PanacheRepositoryBase<PurgeRun, UUID> {
    private static final Set<ParticipantKind> READERS = Set.of(ParticipantKind.FIU, ParticipantKind.SUPERVISOR);

    Optional<PurgeRun> find(Caller caller, UUID id) {
        return READERS.contains(caller.kind()) ? findByIdOptional(id) : Optional.empty();
    }

    /** For its owner, who alone may write it. */
    Optional<PurgeRun> lock(Caller caller, UUID id) {
        return find("id = ?1 and owner = ?2", id, caller.participantId())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    List<UUID> seen(Caller caller, Collection<UUID> ids) {
        return READERS.contains(caller.kind())
                ? find("id in ?1", ids).stream().map(run -> run.id).toList()
                : List.of();
    }

    List<PurgeRun> newest(Caller caller, PageRequest page) {
        return READERS.contains(caller.kind())
                ? find("id < ?1 order by id desc", page.before())
                        .page(0, page.size() + 1)
                        .list()
                : List.of();
    }

    /** Those that wait for the job, or that it is at; the oldest first. */
    List<UUID> ordered(Caller caller) {
        return find("owner = ?1 and status = ?2 order by id", caller.participantId(), PurgeStatus.ORDERED).stream()
                .map(run -> run.id)
                .toList();
    }

    /** In the order in which it goes through them. */
    List<PurgeClass> classes(UUID runId) {
        return getEntityManager()
                .createQuery("from PurgeClass c where c.runId = :run", PurgeClass.class)
                .setParameter("run", runId)
                .getResultList()
                .stream()
                .sorted(Comparator.comparing(one -> one.recordClass))
                .toList();
    }
}
