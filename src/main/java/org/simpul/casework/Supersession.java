package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.Permission;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/**
 * A new version reaches those whom the FIU gives it to. Whoever came by an earlier one from somebody else is told that it
 * is superseded; that other is told as well, where it has the new one and may hand it on.
 */
@ApplicationScoped
class Supersession {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final DeliveryRepository deliveries;
    private final RecallRepository notices;
    private final Notifications notifications;
    private final InstantSource clock;

    Supersession(
            CurrentCaller current,
            AccessPolicy policy,
            DeliveryRepository deliveries,
            RecallRepository notices,
            Notifications notifications,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.deliveries = deliveries;
        this.notices = notices;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** @param version that is being released */
    void by(DisseminationVersion version) {
        Visibility scope = policy.visibility(current.get());
        for (DisseminationDelivery delivery : deliveries.handedOnBefore(version)) {
            UUID giver = Objects.requireNonNull(delivery.givenBy);
            tell(scope, RecallNoticeKind.SUPERSEDED, delivery, delivery.participantId, giver, version.reference);
            if (deliveries.isReceivedBy(version, giver)) {
                tell(scope, RecallNoticeKind.HAND_ON_AGAIN, delivery, giver, version.owner, version.reference);
            }
        }
    }

    private void tell(
            Visibility scope,
            RecallNoticeKind kind,
            DisseminationDelivery delivery,
            UUID to,
            UUID from,
            String reference) {
        if (notices.isTold(scope, kind, delivery.versionId, to)) {
            return;
        }
        RecallNotice notice = RecallNotice.superseded(kind, delivery, to, from, reference, clock.instant());
        notices.getEntityManager().persist(notice);
        notifications.put(
                new Notification(to, null, Permission.DISSEMINATION_READ, RecallNoticeService.KIND, notice.id, false));
    }
}
