package org.simpul.casework.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.jspecify.annotations.Nullable;
import org.simpul.casework.Cases;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class CaseTaskRepository implements PanacheRepositoryBase<CaseTask, UUID> {
    private static final String OVERDUE = "t.status = OPEN and t.dueOn < :today and t.remindedAt is null and exists"
            + " (select 1 from CaseFile c where c.id = t.caseId and c.owner = t.owner and c.status = OPEN)";

    /** Of a case that was loaded in scope. */
    List<CaseTask> newest(Cases.Seen file, @Nullable CaseTaskStatus status, PageRequest page) {
        String which = status == null ? "" : " and t.status = :status";
        var query = getEntityManager()
                .createQuery(
                        "from CaseTask t where t.owner = :owner and t.caseId = :file and t.id < :before" + which
                                + " order by t.id desc",
                        CaseTask.class)
                .setParameter("owner", file.owner())
                .setParameter("file", file.id())
                .setParameter("before", page.before());
        if (status != null) {
            query.setParameter("status", status);
        }
        return query.setMaxResults(page.size() + 1).getResultList();
    }

    /** Of a case that was loaded in scope. */
    Optional<CaseTask> lock(Cases.Seen file, UUID id) {
        return find("owner = ?1 and caseId = ?2 and id = ?3", file.owner(), file.id(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Overdue ones of open cases of which nobody was reminded. */
    List<UUID> overdue(Visibility scope, LocalDate today, int limit) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select t.id from CaseTask t where " + OVERDUE + " and " + scope.owned("t")
                                        + " order by t.dueOn, t.id",
                                UUID.class)
                        .setParameter("today", today))
                .setMaxResults(limit)
                .getResultList();
    }

    /** Empty when it has been said, or is in the hands of another hub. */
    Optional<CaseTask> lockOverdue(Visibility scope, UUID id, LocalDate today) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from CaseTask t where t.id = :id and " + OVERDUE + " and " + scope.owned("t"),
                                CaseTask.class)
                        .setParameter("id", id)
                        .setParameter("today", today))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Open ones of somebody in open cases that are seen, what is due first. */
    List<CaseTask> openOf(Visibility scope, UUID person, int limit) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select t from CaseTask t join CaseFile c on c.id = t.caseId and c.owner = t.owner"
                                        + " where t.assignee = :person and t.status = OPEN and c.status = OPEN and "
                                        + scope.ownedWithinTeam("c") + " order by t.dueOn nulls last, t.id",
                                CaseTask.class)
                        .setParameter("person", person))
                .setMaxResults(limit)
                .getResultList();
    }
}
