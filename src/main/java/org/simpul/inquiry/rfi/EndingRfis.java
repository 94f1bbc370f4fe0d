package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
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

/** Requests that nobody closed for long, and those that are over and still know who had nothing. */
@ApplicationScoped
class EndingRfis {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final RfiRepository files;
    private final RfiEnd end;
    private final InquiryConfig config;
    private final NilReturns nilReturns;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    EndingRfis(
            CurrentCaller current,
            AccessPolicy policy,
            RfiRepository files,
            RfiEnd end,
            InquiryConfig config,
            NilReturns nilReturns,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.files = files;
        this.end = end;
        this.config = config;
        this.nilReturns = nilReturns;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    @NotAudited("finds what is handled, and recorded, one by one")
    List<UUID> ids() {
        return files.due(policy.visibility(current.get()), clock.instant());
    }

    @Transactional
    void handle(UUID id) {
        Instant now = clock.instant();
        Visibility scope = policy.visibility(current.get());
        files.lock(scope, id)
                .filter(rfi -> rfi.lookAt != null && !rfi.lookAt.isAfter(now))
                .ifPresent(rfi -> handle(scope, rfi, now));
    }

    private void handle(Visibility scope, Rfi rfi, Instant now) {
        if (rfi.status.isOver()) {
            nilReturns.forget(rfi.id);
            rfi.lookAt = null;
            audit.record(RfiAct.RFI_NIL_RETURNS_FORGOTTEN, RfiService.audited(rfi));
        } else if (expiresAt(rfi).isAfter(now)) {
            rfi.lookAt = expiresAt(rfi);
        } else {
            end.by(scope, rfi, RfiTransition.EXPIRE);
            notifications.put(new Notification(rfi.owner, null, Permission.RFI_DRAFT, RfiService.KIND, rfi.id, false));
            audit.record(RfiTransition.EXPIRE.act(), RfiService.audited(rfi));
        }
    }

    /** Long past the last of its deadlines, with their extensions. */
    private Instant expiresAt(Rfi rfi) {
        return files.recipients(rfi).stream()
                .map(row -> row.dueAt)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plus(config.expireAfter());
    }
}
