package org.simpul.retention;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantKind;
import org.simpul.shared.PageRequest;

/** Schedules are the FIU's, and read by those who oversee and operate. */
@ApplicationScoped
class ScheduleRepository implements PanacheRepositoryBase<RetentionSchedule, UUID> {
    private static final Set<ParticipantKind> READERS =
            Set.of(ParticipantKind.FIU, ParticipantKind.SUPERVISOR, ParticipantKind.OPERATOR);

    Optional<RetentionSchedule> find(Caller caller, UUID id) {
        return READERS.contains(caller.kind()) ? findByIdOptional(id) : Optional.empty();
    }

    List<UUID> seen(Caller caller, Set<UUID> ids) {
        return READERS.contains(caller.kind())
                ? find("id in ?1", ids).stream().map(schedule -> schedule.id).toList()
                : List.of();
    }

    List<RetentionSchedule> newest(Caller caller, PageRequest page) {
        return READERS.contains(caller.kind())
                ? find("id < ?1 order by id desc", page.before())
                        .page(0, page.size() + 1)
                        .list()
                : List.of();
    }

    int lastNumber(UUID owner) {
        return find("owner = ?1 order by number desc", owner)
                .firstResultOptional()
                .map(schedule -> schedule.number)
                .orElse(0);
    }

    List<RetentionPeriod> periods(UUID scheduleId) {
        return getEntityManager()
                .createQuery(
                        "from RetentionPeriod p where p.scheduleId = :id order by p.recordClass", RetentionPeriod.class)
                .setParameter("id", scheduleId)
                .getResultList();
    }

    Decisions decisions(UUID objectId) {
        return new Decisions(getEntityManager()
                .createQuery("from RetentionDecision d where d.objectId = :id order by d.id", RetentionDecision.class)
                .setParameter("id", objectId)
                .setLockMode(LockModeType.NONE)
                .getResultList());
    }

    /** What is installed, and whose date has come; every member reads that. */
    Optional<UUID> inForce() {
        return Optional.ofNullable((UUID) getEntityManager()
                .createNativeQuery("select retention_in_force()")
                .getSingleResult());
    }
}
