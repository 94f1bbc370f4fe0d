package org.simpul.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.NotAudited;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.retention.PurgeDatabase.Picked;
import org.simpul.safeguard.ProtectedSubjects;

/**
 * The portions of a purge. Each is one transaction, in which what is deleted, how far it is and the entry in the audit
 * commit together: killed at any moment, it goes on behind the last that was committed, and counts nothing twice.
 */
@ApplicationScoped
@Transactional
class PurgePortions {
    private final CurrentCaller current;
    private final PurgeRepository purges;
    private final ScheduleRepository schedules;
    private final PurgeReader reader;
    private final PurgeDatabase database;
    private final ProtectedSubjects subjects;
    private final RetentionConfig config;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    PurgePortions(
            CurrentCaller current,
            PurgeRepository purges,
            ScheduleRepository schedules,
            PurgeReader reader,
            PurgeDatabase database,
            ProtectedSubjects subjects,
            RetentionConfig config,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.purges = purges;
        this.schedules = schedules;
        this.reader = reader;
        this.database = database;
        this.subjects = subjects;
        this.config = config;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    @NotAudited("finds what is then done, and recorded, portion by portion")
    List<UUID> approved() {
        return purges.ordered(current.get()).stream()
                .filter(id -> reader.status(purges.findById(id)) == PurgeStatus.APPROVED)
                .toList();
    }

    /**
     * Does the next portion.
     *
     * @return false when nothing is left of it, and its certificate is written
     */
    boolean next(UUID runId) {
        PurgeRun run = purges.lock(current.get(), runId).orElseThrow();
        if (reader.status(run) != PurgeStatus.APPROVED) {
            return false;
        }
        boolean inForce = schedules.inForce().filter(run.scheduleId::equals).isPresent();
        Optional<PurgeClass> next = purges.classes(runId).stream()
                .filter(one -> inForce && one.endedAt == null)
                .findFirst();
        if (next.isEmpty()) {
            certify(run);
            return false;
        }
        PurgeClass at = next.get();
        List<Picked> portion = database.pick(runId, at.recordClass, at.after, config.portion());
        if (portion.isEmpty()) {
            at.end(clock.instant());
        } else {
            delete(at, portion);
        }
        audit.record(
                PurgeStep.DELETE_PORTION.act(), run.audited(), at.recordClass + " " + portion.size() + " " + at.chain);
        return true;
    }

    private void delete(PurgeClass at, List<Picked> portion) {
        database.nameParts();
        if (at.recordClass == RecordClass.SUBMISSION) {
            subjects.destroy(database.subjects());
        }
        if (at.recordClass == RecordClass.DISSEMINATION) {
            subjects.destroyCopies(database.copyKeys());
        }
        database.delete(at.recordClass);
        at.add(portion);
    }

    private void certify(PurgeRun run) {
        run.finish(clock.instant());
        purges.flush();
        notifications.put(
                new Notification(run.owner, null, Permission.RETENTION_PROPOSE, PurgeRun.KIND, run.id, false));
        audit.record(PurgeStep.FINISH.act(), run.audited(), reader.view(run).certificate());
    }
}
