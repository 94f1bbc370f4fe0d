package org.simpul.casework;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Permission;
import org.simpul.access.SystemActor;
import org.simpul.audit.AuditLog;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.referral.Urgency;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;
import org.simpul.urgency.BusinessCalendar;
import org.simpul.urgency.DutyCalls;

/**
 * Lets a clock that is about to pass warn whoever works on the intake, or all analysts, and one that has passed tell the
 * supervisors; and reminds of what was retained until today. Each is said once, whatever number of hubs look.
 */
@ApplicationScoped
public class CaseworkClock {
    private static final String NAME = "casework-clock";
    private static final int BATCH = 200;

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final IntakeRepository repository;
    private final BusinessCalendar calendar;
    private final Notifications notifications;
    private final IntakeNotices notices;
    private final DutyCalls calls;
    private final AuditLog audit;
    private final InstantSource clock;

    CaseworkClock(
            SystemActor actor,
            ParticipantDirectory directory,
            CurrentCaller current,
            AccessPolicy policy,
            IntakeRepository repository,
            BusinessCalendar calendar,
            Notifications notifications,
            IntakeNotices notices,
            DutyCalls calls,
            AuditLog audit,
            InstantSource clock) {
        this.actor = actor;
        this.directory = directory;
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.calendar = calendar;
        this.notifications = notifications;
        this.notices = notices;
        this.calls = calls;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.casework.clock-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        look();
    }

    /** Says what is to be said now. */
    public void look() {
        directory.admitted(List.of(ParticipantKind.FIU)).stream().findFirst().ifPresent(this::look);
    }

    private void look(Member fiu) {
        Instant now = clock.instant();
        each(fiu, () -> repository.ringing(scope(), now, BATCH), id -> repository
                .lockRinging(scope(), id, now)
                .ifPresent(intake -> ring(intake, now)));
        each(fiu, () -> repository.unacknowledged(scope(), BATCH), this::call);
        LocalDate today = calendar.day(now);
        each(fiu, () -> repository.toReview(scope(), today, BATCH), id -> repository
                .lockToReview(scope(), id, today)
                .ifPresent(intake -> remind(intake, now)));
    }

    private void each(Member fiu, Supplier<List<UUID>> due, Consumer<UUID> say) {
        actor.each(NAME, fiu, actor.act(NAME, fiu, due), say);
    }

    /** A P1 that came before there were calls, and still waits. */
    private void call(UUID id) {
        calls.openOnce(Permission.REFERRAL_TRIAGE, IntakeService.KIND, id);
    }

    private void ring(Intake intake, Instant now) {
        boolean passed = !intake.dueAt.isAfter(now);
        intake.clockStage = passed ? ClockStage.PASSED : ClockStage.WARNED;
        // the one is what supervisors hold, and analysts do not
        notices.put(intake, passed ? Permission.DUTY_MANAGE : Permission.REFERRAL_TRIAGE);
        audit.record(
                passed ? CaseworkAct.INTAKE_CLOCK_PASSED : CaseworkAct.INTAKE_CLOCK_WARNED,
                IntakeService.audited(intake));
    }

    private void remind(Intake intake, Instant now) {
        intake.reviewRemindedAt = now;
        notifications.put(new Notification(
                intake.owner, null, Permission.CASE_WORK, IntakeService.KIND, intake.id, intake.urgency == Urgency.P1));
        audit.record(CaseworkAct.INTAKE_REVIEW_REMINDED, IntakeService.audited(intake));
    }

    private Visibility scope() {
        return policy.visibility(current.get());
    }
}
