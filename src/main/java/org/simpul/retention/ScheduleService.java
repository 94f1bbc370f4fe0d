package org.simpul.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ApproveOrDecline;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.ContentDigests;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;

/** How long records are kept: the FIU proposes, the overseer approves, the operator installs. */
@ApplicationScoped
@Transactional
public class ScheduleService {
    static final String KIND = "RETENTION_SCHEDULE";

    private final CurrentCaller current;
    private final ScheduleRepository schedules;
    private final ParticipantDirectory directory;
    private final ContentDigests digests;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    ScheduleService(
            CurrentCaller current,
            ScheduleRepository schedules,
            ParticipantDirectory directory,
            ContentDigests digests,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.schedules = schedules;
        this.directory = directory;
        this.digests = digests;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    private record Content(int number, LocalDate inForceFrom, List<PeriodForm> periods) {}

    /** @throws Problem INVALID for a day that has passed, a class without a period, or one that is named twice */
    ScheduleView propose(ProposeSchedule form) {
        Caller caller = current.get();
        check(form);
        RetentionSchedule schedule = new RetentionSchedule();
        schedule.id = Ids.next();
        schedule.owner = caller.participantId();
        schedule.number = schedules.lastNumber(schedule.owner) + 1;
        schedule.inForceFrom = form.inForceFrom();
        schedule.proposedBy = caller.person();
        schedule.proposedAt = clock.instant();
        List<PeriodForm> periods = form.periods().stream()
                .sorted(Comparator.comparing(PeriodForm::recordClass))
                .toList();
        schedule.digest = digests.of(new Content(schedule.number, schedule.inForceFrom, periods));
        schedules.persistAndFlush(schedule);
        periods.forEach(period -> schedules.getEntityManager().persist(period(schedule, period)));
        schedules.flush();
        directory
                .admitted(Set.of(ParticipantKind.SUPERVISOR))
                .forEach(overseer -> tell(overseer.id(), Permission.RETENTION_APPROVE, schedule));
        audit.record(ScheduleStep.PROPOSE.act(), audited(schedule), schedule.digest);
        return view(schedule);
    }

    private void check(ProposeSchedule form) {
        if (form.inForceFrom().isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            throw Problem.invalid("in_force_from", "retention_from_today");
        }
        Map<RecordClass, Integer> named = new EnumMap<>(RecordClass.class);
        for (int i = 0; i < form.periods().size(); i++) {
            RecordClass recordClass = form.periods().get(i).recordClass();
            if (recordClass.begins() == null || named.put(recordClass, i) != null) {
                throw Problem.invalid("periods[" + i + "].record_class", "retention_class_once");
            }
        }
    }

    private static RetentionPeriod period(RetentionSchedule schedule, PeriodForm form) {
        RetentionPeriod period = new RetentionPeriod();
        period.owner = schedule.owner;
        period.scheduleId = schedule.id;
        period.recordClass = form.recordClass();
        period.months = form.months();
        period.lawReference = form.lawReference();
        return period;
    }

    /** @throws Problem NOT_FOUND, INVALID to decline without a reason, STATE_CONFLICT when it is decided, VERSION_CHANGED */
    ScheduleView decide(UUID id, ApproveOrDecline command) {
        command.requireReason();
        RetentionSchedule schedule = open(id, command.approves() ? ScheduleStep.APPROVE : ScheduleStep.DECLINE);
        command.require(schedule.digest);
        if (command.approves()) {
            directory.operator().ifPresent(operator -> tell(operator.id(), Permission.RETENTION_INSTALL, schedule));
            return say(schedule, ScheduleStep.APPROVE, null);
        }
        return say(schedule, ScheduleStep.DECLINE, command.reason());
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when it is not approved, or installed already, VERSION_CHANGED */
    ScheduleView install(UUID id, NameDigest command) {
        RetentionSchedule schedule = open(id, ScheduleStep.INSTALL);
        command.require(schedule.digest);
        return say(schedule, ScheduleStep.INSTALL, null);
    }

    private RetentionSchedule open(UUID id, ScheduleStep step) {
        RetentionSchedule schedule = schedules.find(current.get(), id).orElseThrow(Problem::notFound);
        if (!step.leavesFrom(schedules.decisions(id).ofSchedule())) {
            throw Problem.stateConflict("retention_step_not_open");
        }
        return schedule;
    }

    private ScheduleView say(RetentionSchedule schedule, ScheduleStep step, @Nullable String reason) {
        schedules
                .getEntityManager()
                .persist(RetentionDecision.of(
                        RetentionDecision.Kind.valueOf(step.name()),
                        audited(schedule),
                        schedule.digest,
                        reason,
                        current.get(),
                        clock.instant()));
        schedules.flush();
        audit.record(step.act(), audited(schedule), schedule.digest);
        return view(schedule);
    }

    ScheduleView read(UUID id) {
        RetentionSchedule schedule = schedules.find(current.get(), id).orElseThrow(Problem::notFound);
        audit.record(RetentionAct.RETENTION_READ, audited(schedule));
        return view(schedule);
    }

    Page<ScheduleView> list(PageRequest page) {
        Page<RetentionSchedule> rows =
                Page.of(schedules.newest(current.get(), page), page.size(), schedule -> schedule.id);
        audit.record(RetentionAct.RETENTION_LISTED, AuditedObject.list(KIND));
        return rows.map(this::view);
    }

    /** Every class, with its period by the schedule in force, or none. */
    List<ClassView> classes() {
        Map<RecordClass, RetentionPeriod> periods = new EnumMap<>(RecordClass.class);
        schedules
                .inForce()
                .ifPresent(id -> schedules.periods(id).forEach(period -> periods.put(period.recordClass, period)));
        audit.record(RetentionAct.RETENTION_CLASSES_LISTED, AuditedObject.list(KIND));
        return RecordClass.withPeriod().stream()
                .map(one -> {
                    RetentionPeriod period = periods.get(one);
                    return new ClassView(
                            one,
                            one.begins(),
                            period == null ? null : period.months,
                            period == null ? null : period.lawReference);
                })
                .toList();
    }

    private void tell(UUID to, Permission permission, RetentionSchedule schedule) {
        notifications.put(new Notification(to, null, permission, KIND, schedule.id, false));
    }

    private ScheduleView view(RetentionSchedule schedule) {
        return ScheduleView.of(schedule, schedules.periods(schedule.id), schedules.decisions(schedule.id));
    }

    static AuditedObject audited(RetentionSchedule schedule) {
        return new AuditedObject(KIND, schedule.id, schedule.owner);
    }
}
