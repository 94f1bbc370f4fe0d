package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.Permission;
import org.simpul.access.SystemActor;
import org.simpul.audit.AuditLog;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.outbox.OutboxHandler;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.OnwardLedger;
import org.simpul.sharing.Visibility;

/**
 * Tells everybody who came by it from somebody else that it is recalled: each under its own giver's name, and what to do;
 * nothing of the others. Reading has ended before. From then on each owes the FIU the deletion.
 */
@ApplicationScoped
class LostClerk implements OutboxHandler {
    private static final String NAME = "onward-clerk";

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final OnwardLedger ledger;
    private final DisseminationRepository disseminations;
    private final DeliveryRepository deliveries;
    private final RecallRepository recalls;
    private final CaseworkConfig config;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    LostClerk(
            SystemActor actor,
            ParticipantDirectory directory,
            CurrentCaller current,
            AccessPolicy policy,
            OnwardLedger ledger,
            DisseminationRepository disseminations,
            DeliveryRepository deliveries,
            RecallRepository recalls,
            CaseworkConfig config,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.actor = actor;
        this.directory = directory;
        this.current = current;
        this.policy = policy;
        this.ledger = ledger;
        this.disseminations = disseminations;
        this.deliveries = deliveries;
        this.recalls = recalls;
        this.config = config;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return OnwardLedger.ENDED;
    }

    @Override
    public void handle(UUID ended) {
        actor.act(NAME, directory.fiu(), () -> {
            ledger.lostWith(ended)
                    .forEach(lost -> ledger.row(lost).ifPresent(row -> tell(policy.visibility(current.get()), row)));
            return ended;
        });
    }

    private void tell(Visibility scope, OnwardLedger.Row row) {
        DisseminationVersion version =
                disseminations.find(scope, row.version().id()).orElse(null);
        if (version == null || recalls.isTold(scope, row.id())) {
            return;
        }
        Instant now = clock.instant();
        DisseminationDelivery delivery = deliveries
                .lock(scope, version.id, row.recipient())
                .orElseGet(() -> DisseminationDelivery.handedOn(row, now));
        delivery.recalled(now, config.deletionDueAfter());
        deliveries.persist(delivery);
        RecallNotice notice = RecallNotice.ended(row, delivery, version.reference, now);
        recalls.getEntityManager().persist(notice);
        notifications.put(new Notification(
                notice.recipient, null, Permission.DISSEMINATION_READ, RecallNoticeService.KIND, notice.id, true));
        audit.record(DeliveryStep.RECALL.act(), DisseminationService.audited(version));
    }
}
