package org.simpul.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.NotAudited;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Legal holds whose review is due: those who set them are told, once for each review. */
@ApplicationScoped
@Transactional
class DueReviews {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final LegalHoldRepository holds;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    DueReviews(
            CurrentCaller current,
            AccessPolicy policy,
            LegalHoldRepository holds,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.holds = holds;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    @NotAudited("looks for what is then handled, and audited, one by one")
    List<UUID> ids() {
        return holds.due(policy.visibility(current.get()), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    void handle(UUID id) {
        Visibility scope = policy.visibility(current.get());
        holds.find(scope, id, LockModeType.PESSIMISTIC_WRITE)
                .filter(hold -> ids().contains(hold.id))
                .ifPresent(hold -> {
                    hold.remindedOn = hold.reviewOn;
                    notifications.put(new Notification(
                            hold.owner, null, Permission.LEGAL_HOLD_SET, LegalHold.KIND, hold.id, false));
                    audit.record(LegalHoldStep.REMIND.act(), hold.audited());
                });
    }
}
