package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.referral.Urgency;
import org.simpul.sharing.Visibility;

/** Counts of what waits, grouped by the database. */
@ApplicationScoped
class DayRepository {
    private final EntityManager database;

    DayRepository(EntityManager database) {
        this.database = database;
    }

    /** Two numbers of one person. */
    record Counted(long all, long overdue) {
        static final Counted NONE = new Counted(0, 0);
    }

    List<MyDayView.Queued> queue(Visibility scope, Instant now) {
        return scope
                .bind(database.createQuery(
                                "select i.urgency, count(*), sum(case when i.assignedTo is null then 1 else 0 end),"
                                        + " sum(case when i.dueAt <= :now then 1 else 0 end) from Intake i where "
                                        + IntakeRepository.WAITS + " and " + scope.owned("i")
                                        + " group by i.urgency order by i.urgency",
                                Object[].class)
                        .setParameter("now", now))
                .getResultList()
                .stream()
                .map(row -> new MyDayView.Queued((Urgency) row[0], number(row[1]), number(row[2]), number(row[3])))
                .toList();
    }

    /** Waiting ones that somebody has taken, what is due first. */
    List<Intake> intakesOf(Visibility scope, UUID person, int limit) {
        return scope.bind(database.createQuery(
                                "from Intake i where i.assignedTo = :person and " + IntakeRepository.WAITS + " and "
                                        + scope.owned("i") + " order by i.dueAt, i.id",
                                Intake.class)
                        .setParameter("person", person))
                .setMaxResults(limit)
                .getResultList();
    }

    /** Disseminations of somebody's cases that were sealed before a time, and have no outcome. */
    long withoutOutcome(Visibility scope, UUID person, Instant sealedBefore) {
        return scope.bind(database.createQuery(
                                "select count(*) from DisseminationVersion v join Dissemination d on d.id = v.disseminationId"
                                        + " join CaseFile c on c.id = d.caseId"
                                        + " join CaseMember m on m.caseId = c.id and m.owner = c.owner"
                                        + " where m.personId = :person and v.sealedAt < :before and "
                                        + scope.ownedWithinTeam("c")
                                        + " and not exists (select 1 from DisseminationResponse r where r.objectId = v.id"
                                        + " and r.objectOwner = v.owner and r.kind = OUTCOME)",
                                Long.class)
                        .setParameter("person", person)
                        .setParameter("before", sealedBefore))
                .getSingleResult();
    }

    Map<UUID, Counted> intakes(Visibility scope, Instant now) {
        return counted(scope.bind(database.createQuery(
                                "select i.assignedTo, count(*), sum(case when i.dueAt <= :now then 1 else 0 end)"
                                        + " from Intake i where i.assignedTo is not null and " + IntakeRepository.WAITS
                                        + " and " + scope.owned("i") + " group by i.assignedTo",
                                Object[].class)
                        .setParameter("now", now))
                .getResultList());
    }

    Map<UUID, Counted> cases(Visibility scope) {
        return counted(scope.bind(database.createQuery(
                        "select m.personId, count(*), 0L from CaseMember m"
                                + " join CaseFile c on c.id = m.caseId and c.owner = m.owner where c.status = OPEN and "
                                + scope.ownedWithinTeam("c") + " group by m.personId",
                        Object[].class))
                .getResultList());
    }

    Map<UUID, Counted> tasks(Visibility scope, LocalDate today) {
        return counted(scope.bind(database.createQuery(
                                "select t.assignee, count(*), sum(case when t.dueOn < :today then 1 else 0 end)"
                                        + " from CaseTask t join CaseFile c on c.id = t.caseId and c.owner = t.owner"
                                        + " where t.assignee is not null and t.status = OPEN and c.status = OPEN and "
                                        + scope.ownedWithinTeam("c") + " group by t.assignee",
                                Object[].class)
                        .setParameter("today", today))
                .getResultList());
    }

    private static Map<UUID, Counted> counted(List<Object[]> rows) {
        Map<UUID, Counted> counted = new HashMap<>();
        rows.forEach(row -> counted.put((UUID) row[0], new Counted(number(row[1]), number(row[2]))));
        return counted;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
