package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.Permission;
import org.simpul.access.SystemActor;
import org.simpul.audit.AuditLog;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.outbox.OutboxHandler;
import org.simpul.referral.Preservation;
import org.simpul.sharing.AccessPolicy;

/** Tells the FIU that a submitter has answered what it was asked to keep; told twice, it tells again and changes nothing. */
@ApplicationScoped
class PreservationClerk implements OutboxHandler {
    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final Preservation preservation;
    private final IntakeRepository intakes;
    private final Notifications notifications;
    private final AuditLog audit;

    PreservationClerk(
            SystemActor actor,
            ParticipantDirectory directory,
            CurrentCaller current,
            AccessPolicy policy,
            Preservation preservation,
            IntakeRepository intakes,
            Notifications notifications,
            AuditLog audit) {
        this.actor = actor;
        this.directory = directory;
        this.current = current;
        this.policy = policy;
        this.preservation = preservation;
        this.intakes = intakes;
        this.notifications = notifications;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return "preservation.answered";
    }

    @Override
    public void handle(UUID requestId) {
        actor.act("preservation-clerk", directory.fiu(), () -> {
            tell(preservation.referralOf(requestId));
            return requestId;
        });
    }

    private void tell(UUID referralId) {
        for (Intake intake : intakes.ofReferrals(policy.visibility(current.get()), List.of(referralId))) {
            notifications.put(
                    new Notification(intake.owner, null, Permission.REFERRAL_TRIAGE, "INTAKE", intake.id, false));
            audit.record(CaseworkAct.INTAKE_PRESERVATION_ANSWERED, IntakeService.audited(intake));
        }
    }
}
