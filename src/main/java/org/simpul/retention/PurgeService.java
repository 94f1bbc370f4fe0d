package org.simpul.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.simpul.retention.PurgeDatabase.Counted;
import org.simpul.shared.ContentDigests;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;

/** Purges: the FIU counts and orders, the overseer approves; neither alone deletes anything. */
@ApplicationScoped
@Transactional
public class PurgeService {
    private final CurrentCaller current;
    private final PurgeRepository purges;
    private final ScheduleRepository schedules;
    private final PurgeDatabase database;
    private final PurgeReader reader;
    private final ParticipantDirectory directory;
    private final ContentDigests digests;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    PurgeService(
            CurrentCaller current,
            PurgeRepository purges,
            ScheduleRepository schedules,
            PurgeDatabase database,
            PurgeReader reader,
            ParticipantDirectory directory,
            ContentDigests digests,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.purges = purges;
        this.schedules = schedules;
        this.database = database;
        this.reader = reader;
        this.directory = directory;
        this.digests = digests;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    private record Content(UUID id, UUID scheduleId, Map<RecordClass, Counted> counted) {}

    /**
     * The dry run: counts what has expired, and deletes nothing.
     *
     * @throws Problem STATE_CONFLICT when no schedule is in force
     */
    PurgeView count() {
        UUID schedule = schedules.inForce().orElseThrow(() -> Problem.stateConflict("retention_nothing_in_force"));
        PurgeRun run = PurgeRun.counted(schedule, current.get(), clock.instant());
        Map<RecordClass, Counted> counted = new LinkedHashMap<>();
        for (RecordClass recordClass : RecordClass.values()) {
            counted.put(recordClass, database.count(recordClass));
        }
        run.digest = digests.of(new Content(run.id, schedule, counted));
        purges.persistAndFlush(run);
        counted.forEach((recordClass, one) -> purges.getEntityManager().persist(PurgeClass.of(run, recordClass, one)));
        purges.flush();
        audit.record(PurgeStep.COUNT.act(), run.audited(), run.digest);
        return reader.view(run);
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when it is ordered, or under a schedule that was replaced, VERSION_CHANGED */
    PurgeView order(UUID id, NameDigest command) {
        Caller caller = current.get();
        PurgeRun run = purges.lock(caller, id).orElseThrow(Problem::notFound);
        require(run, PurgeStep.ORDER);
        command.require(run.digest);
        if (!schedules.inForce().filter(run.scheduleId::equals).isPresent()) {
            throw Problem.stateConflict("retention_replaced");
        }
        run.order(caller, clock.instant());
        purges.flush();
        directory
                .admitted(Set.of(ParticipantKind.SUPERVISOR))
                .forEach(overseer -> notifications.put(new Notification(
                        overseer.id(), null, Permission.RETENTION_APPROVE, PurgeRun.KIND, run.id, false)));
        audit.record(PurgeStep.ORDER.act(), run.audited(), run.digest);
        return reader.view(run);
    }

    /** @throws Problem NOT_FOUND, INVALID to decline without a reason, STATE_CONFLICT when it does not wait, VERSION_CHANGED */
    PurgeView decide(UUID id, ApproveOrDecline command) {
        command.requireReason();
        Caller caller = current.get();
        PurgeRun run = purges.find(caller, id).orElseThrow(Problem::notFound);
        PurgeStep step = command.approves() ? PurgeStep.APPROVE : PurgeStep.DECLINE;
        require(run, step);
        command.require(run.digest);
        purges.getEntityManager()
                .persist(RetentionDecision.of(
                        RetentionDecision.Kind.valueOf(step.name()),
                        run.audited(),
                        run.digest,
                        command.reason(),
                        caller,
                        clock.instant()));
        purges.flush();
        audit.record(step.act(), run.audited(), run.digest);
        return reader.view(run);
    }

    PurgeView read(UUID id) {
        PurgeRun run = purges.find(current.get(), id).orElseThrow(Problem::notFound);
        audit.record(RetentionAct.PURGE_READ, run.audited());
        return reader.view(run);
    }

    Page<PurgeView> list(PageRequest page) {
        Page<PurgeRun> rows = Page.of(purges.newest(current.get(), page), page.size(), run -> run.id);
        audit.record(RetentionAct.PURGE_LISTED, AuditedObject.list(PurgeRun.KIND));
        return rows.map(reader::view);
    }

    private void require(PurgeRun run, PurgeStep step) {
        if (!step.leavesFrom(reader.status(run))) {
            throw Problem.stateConflict("retention_step_not_open");
        }
    }
}
