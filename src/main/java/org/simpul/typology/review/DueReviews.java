package org.simpul.typology.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
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

/** Open reviews whose time is nearly over, or is over. */
@ApplicationScoped
class DueReviews {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ReviewRepository repository;
    private final ReviewConfig config;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    DueReviews(
            CurrentCaller current,
            AccessPolicy policy,
            ReviewRepository repository,
            ReviewConfig config,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.config = config;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    @NotAudited("finds what is handled, and recorded, one by one")
    List<UUID> ids() {
        Instant now = clock.instant();
        return repository.due(policy.visibility(current.get()), now, now.plus(config.warnBefore()));
    }

    @Transactional
    void handle(UUID id) {
        Visibility scope = policy.visibility(current.get());
        repository
                .lock(scope, id)
                .filter(copy -> copy.closedAt == null)
                .ifPresent(copy -> handle(scope, copy, clock.instant()));
    }

    /** Reminds those who said nothing; once the time is over, tells the supervisors as well. */
    private void handle(Visibility scope, ReviewCopy copy, Instant now) {
        boolean over = !copy.dueAt.isAfter(now);
        Words words = new Words(repository.reviews(scope, copy));
        repository.shownTo(scope, copy).stream()
                .filter(partner -> !words.heard().contains(partner))
                .forEach(partner -> tell(copy, partner, Permission.TYPOLOGY_REVIEW));
        copy.warnedAt = copy.warnedAt == null ? now : copy.warnedAt;
        if (over) {
            copy.escalatedAt = now;
            tell(copy, copy.owner, Permission.TYPOLOGY_PUBLISH);
        }
        audit.record(
                over ? ReviewAct.TYPOLOGY_REVIEW_OVERDUE : ReviewAct.TYPOLOGY_REVIEW_WARNED,
                ReviewReader.audited(copy));
    }

    private void tell(ReviewCopy copy, UUID to, Permission permission) {
        notifications.put(new Notification(to, null, permission, ReviewCopies.KIND, copy.id, false));
    }
}
