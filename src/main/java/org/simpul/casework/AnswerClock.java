package org.simpul.casework;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Permission;
import org.simpul.access.SystemActor;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/**
 * Reminds recipients of what they owe the FIU: an outcome, or the confirmation that what was recalled is deleted. The
 * first reminder of an outcome is for everybody of the agency who can record it, later ones for its supervisors; a named
 * person is reminded alone. It ends with what was waited for.
 */
@ApplicationScoped
public class AnswerClock {
    private static final String NAME = "answer-clock";
    private static final int BATCH = 200;

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final DeliveryRepository repository;
    private final RecallRepository recalls;
    private final CaseworkConfig config;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    AnswerClock(
            SystemActor actor,
            ParticipantDirectory directory,
            CurrentCaller current,
            AccessPolicy policy,
            DeliveryRepository repository,
            RecallRepository recalls,
            CaseworkConfig config,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.actor = actor;
        this.directory = directory;
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.recalls = recalls;
        this.config = config;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.casework.answers-every:1h}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        look();
    }

    /** Each in a transaction of its own: one that fails holds up no other. */
    public void look() {
        directory.admitted(List.of(ParticipantKind.FIU)).stream().findFirst().ifPresent(this::look);
    }

    private void look(Member fiu) {
        Instant now = clock.instant();
        List<UUID> due = actor.act(NAME, fiu, () -> repository.due(scope(), now, BATCH));
        actor.each(
                NAME, fiu, due, id -> repository.lockDue(scope(), id, now).ifPresent(delivery -> say(delivery, now)));
    }

    private void say(DisseminationDelivery delivery, Instant now) {
        boolean open = repository.isOpen(scope(), delivery.id);
        if (!open) {
            delivery.settled();
        } else if (delivery.owes == Owed.OUTCOME) {
            remindOfOutcome(delivery);
            delivery.reminded(now, config.outcomeRemindEvery());
        } else {
            recalls.noticeOf(scope(), delivery)
                    .ifPresent(notice ->
                            tell(delivery, Permission.DISSEMINATION_ACKNOWLEDGE, RecallNoticeService.KIND, notice));
            delivery.reminded(now, config.deletionDueAfter());
        }
        audit.record(
                open ? CaseworkAct.DELIVERY_REMINDED : CaseworkAct.DELIVERY_SETTLED,
                new AuditedObject("DISSEMINATION_DELIVERY", delivery.id, delivery.owner));
    }

    private void remindOfOutcome(DisseminationDelivery delivery) {
        // what an agency's supervisors hold, and its officers do not
        boolean toSupervisors = delivery.reminders > 0 && delivery.personId == null;
        tell(
                delivery,
                toSupervisors ? Permission.DUTY_MANAGE : Permission.OUTCOME_RECORD,
                UrgentDisseminations.KIND,
                delivery.versionId);
    }

    private void tell(DisseminationDelivery delivery, Permission permission, String kind, UUID object) {
        notifications.put(new Notification(delivery.participantId, delivery.personId, permission, kind, object, false));
    }

    private Visibility scope() {
        return policy.visibility(current.get());
    }
}
