package org.simpul.casework.cases;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Permission;
import org.simpul.access.SystemActor;
import org.simpul.audit.AuditLog;
import org.simpul.casework.Cases;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;
import org.simpul.urgency.BusinessCalendar;

/** Reminds of tasks that are overdue: their assignees, or all of the team; each once, whatever number of hubs look. */
@ApplicationScoped
public class CaseTaskClock {
    private static final String NAME = "case-task-clock";
    private static final int BATCH = 200;

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final Cases cases;
    private final CaseTaskRepository repository;
    private final BusinessCalendar calendar;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    CaseTaskClock(
            SystemActor actor,
            ParticipantDirectory directory,
            CurrentCaller current,
            AccessPolicy policy,
            Cases cases,
            CaseTaskRepository repository,
            BusinessCalendar calendar,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.actor = actor;
        this.directory = directory;
        this.current = current;
        this.policy = policy;
        this.cases = cases;
        this.repository = repository;
        this.calendar = calendar;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.cases.remind-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        look();
    }

    /** Reminds of what is overdue now, each in a transaction of its own: one that fails holds up no other. */
    public void look() {
        directory.admitted(List.of(ParticipantKind.FIU)).stream().findFirst().ifPresent(this::look);
    }

    private void look(Member fiu) {
        LocalDate today = calendar.day(clock.instant());
        List<UUID> overdue = actor.act(NAME, fiu, () -> repository.overdue(scope(), today, BATCH));
        actor.each(NAME, fiu, overdue, id -> repository
                .lockOverdue(scope(), id, today)
                .ifPresent(this::remind));
    }

    private void remind(CaseTask task) {
        Cases.Seen file = cases.see(task.caseId);
        task.remindedAt = clock.instant();
        List<UUID> whom = task.assignee == null ? cases.team(file) : List.of(task.assignee);
        whom.forEach(person -> notifications.put(
                new Notification(file.owner(), person, Permission.CASE_WORK, Cases.KIND, file.id(), false)));
        audit.record(CaseAct.CASE_TASK_REMINDED, file.audited(), task.id.toString());
    }

    private Visibility scope() {
        return policy.visibility(current.get());
    }
}
