package org.simpul.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Until when one's own records are kept: by their class and what their owner did, never by what others did with them. */
@ApplicationScoped
class ExpiryService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ScheduleRepository schedules;
    private final EntityManager database;
    private final AuditLog audit;

    ExpiryService(
            CurrentCaller current,
            AccessPolicy policy,
            ScheduleRepository schedules,
            EntityManager database,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.schedules = schedules;
        this.database = database;
        this.audit = audit;
    }

    /**
     * @param until the last day that is asked for; null for all
     * @throws Problem INVALID for a class that has no list: notifications are each person's own
     */
    @Transactional
    Page<ExpiryView> list(@Nullable RecordClass recordClass, @Nullable LocalDate until, PageRequest page) {
        if (recordClass == null || recordClass.begins() == null || recordClass == RecordClass.NOTIFICATION) {
            throw Problem.invalid("record_class", "retention_class_listed");
        }
        Visibility scope = policy.visibility(current.get());
        Optional<Integer> months = schedules.inForce().flatMap(id -> schedules.periods(id).stream()
                .filter(period -> period.recordClass == recordClass)
                .map(period -> period.months)
                .findFirst());
        Page<ExpiryView> expiries = months.map(kept -> list(scope, recordClass, kept, until, page))
                .orElseGet(() -> new Page<>(List.of(), null));
        audit.record(RetentionAct.RETENTION_EXPIRIES_LISTED, AuditedObject.list(recordClass.name()));
        return expiries;
    }

    private Page<ExpiryView> list(
            Visibility scope, RecordClass recordClass, int months, @Nullable LocalDate until, PageRequest page) {
        // a day more at most: of months of different lengths the view decides
        LocalDate last = (until == null ? LocalDate.of(9000, 1, 1) : until)
                .minusMonths(months)
                .plusDays(1);
        List<RestingRecord> rows = scope.bind(database.createQuery(
                                "from RestingRecord r where r.recordClass = :class and r.id < :before and r.since < :last"
                                        + " and " + scope.ownedWithinTeam("r") + " order by r.id desc",
                                RestingRecord.class)
                        .setParameter("class", recordClass)
                        .setParameter("before", page.before())
                        .setParameter("last", last.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .setMaxResults(page.size() + 1)
                .getResultList();
        return Page.of(rows, page.size(), row -> row.id)
                .map(row -> new ExpiryView(
                        recordClass,
                        row.shownAs,
                        row.since,
                        OffsetDateTime.ofInstant(row.since, ZoneOffset.UTC)
                                .plusMonths(months)
                                .toLocalDate()));
    }
}
