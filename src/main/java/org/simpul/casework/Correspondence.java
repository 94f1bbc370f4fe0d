package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.Permission;
import org.simpul.access.SystemActor;
import org.simpul.audit.AuditLog;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.referral.MessageHead;
import org.simpul.referral.MessageKind;
import org.simpul.referral.Messages;
import org.simpul.referral.Urgency;
import org.simpul.sharing.AccessPolicy;

/** Brings what a submitter wrote to the intake of its referral, for the FIU; told twice, it changes nothing. */
@ApplicationScoped
class Correspondence {
    private static final String NAME = "correspondence-clerk";

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final Messages messages;
    private final IntakeRepository repository;
    private final IntakeClocks clocks;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    Correspondence(
            SystemActor actor,
            ParticipantDirectory directory,
            CurrentCaller current,
            AccessPolicy policy,
            Messages messages,
            IntakeRepository repository,
            IntakeClocks clocks,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.actor = actor;
        this.directory = directory;
        this.current = current;
        this.policy = policy;
        this.messages = messages;
        this.repository = repository;
        this.clocks = clocks;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    void receive(UUID messageId) {
        actor.act(NAME, directory.fiu(), () -> {
            take(messages.head(messageId));
            return messageId;
        });
    }

    private void take(MessageHead message) {
        Intake intake = repository
                .lockOfReferral(policy.visibility(current.get()), message.referralId())
                // the submission itself is still to be taken in: the outbox tries again
                .orElseThrow(() -> new IllegalStateException("no intake yet"));
        boolean asks = message.kind() == MessageKind.WITHDRAWAL_REQUEST;
        if (asks ? !intake.isNewRequest(message.at()) : !intake.isNewAnswer(message.at())) {
            return;
        }
        if (asks) {
            intake.withdrawalAsked(message.id(), message.at(), clocks, clock.instant());
        } else {
            intake.answered(message.at(), clocks, clock.instant());
        }
        notifications.put(new Notification(
                intake.owner,
                null,
                Permission.REFERRAL_TRIAGE,
                IntakeService.KIND,
                intake.id,
                intake.urgency == Urgency.P1));
        audit.record(
                asks ? CaseworkAct.INTAKE_WITHDRAWAL_ASKED : CaseworkAct.INTAKE_ANSWER_RECEIVED,
                IntakeService.audited(intake));
    }
}
