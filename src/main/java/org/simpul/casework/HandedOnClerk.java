package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.Permission;
import org.simpul.access.SystemActor;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.outbox.OutboxHandler;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.OnwardLedger;
import org.simpul.sharing.Visibility;

/** Keeps for the FIU where its disseminations were handed on to, and tells the recipient that there is something. */
@ApplicationScoped
class HandedOnClerk implements OutboxHandler {
    private static final String NAME = "onward-clerk";

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final OnwardLedger ledger;
    private final DisseminationRepository disseminations;
    private final LateProtection protection;
    private final DeliveryRepository deliveries;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    HandedOnClerk(
            SystemActor actor,
            ParticipantDirectory directory,
            CurrentCaller current,
            AccessPolicy policy,
            OnwardLedger ledger,
            DisseminationRepository disseminations,
            LateProtection protection,
            DeliveryRepository deliveries,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.actor = actor;
        this.directory = directory;
        this.current = current;
        this.policy = policy;
        this.ledger = ledger;
        this.disseminations = disseminations;
        this.protection = protection;
        this.deliveries = deliveries;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return OnwardLedger.HANDED_ON;
    }

    @Override
    public void handle(UUID disclosure) {
        actor.act(NAME, directory.fiu(), () -> {
            ledger.row(disclosure)
                    .filter(row -> row.version().kind() == ObjectKind.DISSEMINATION_VERSION && row.live())
                    .ifPresent(this::keep);
            return disclosure;
        });
    }

    private void keep(OnwardLedger.Row row) {
        Visibility scope = policy.visibility(current.get());
        disseminations.find(scope, row.version().id()).ifPresent(version -> protection.maskAdded(scope, version));
        Optional<DisseminationDelivery> known =
                deliveries.lock(scope, row.version().id(), row.recipient());
        if (known.isEmpty()) {
            deliveries.persist(DisseminationDelivery.handedOn(row, clock.instant()));
        } else if (known.get().recalledAt != null) {
            known.get().givenAgain(row.giver());
        }
        notifications.put(new Notification(
                row.recipient(),
                null,
                Permission.DISSEMINATION_READ,
                UrgentDisseminations.KIND,
                row.version().id(),
                false));
        audit.record(
                CaseworkAct.DISSEMINATION_HANDED_ON,
                new AuditedObject(
                        UrgentDisseminations.KIND,
                        row.version().id(),
                        row.version().owner()));
    }
}
