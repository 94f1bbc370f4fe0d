package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Ids;
import org.simpul.sharing.AccessPolicy;

/**
 * The end of a draft that nobody touches. What was begun and never submitted loses its content and keeps its reference;
 * a correction is dropped, and what was submitted stands as before.
 */
@ApplicationScoped
class DraftExpiry {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ReferralRepository referrals;
    private final VersionRepository versions;
    private final VersionRemoval removal;
    private final Notifications notifications;
    private final DraftConfig config;
    private final AuditLog audit;
    private final InstantSource clock;

    DraftExpiry(
            CurrentCaller current,
            AccessPolicy policy,
            ReferralRepository referrals,
            VersionRepository versions,
            VersionRemoval removal,
            Notifications notifications,
            DraftConfig config,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.referrals = referrals;
        this.versions = versions;
        this.removal = removal;
        this.notifications = notifications;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** Does nothing when somebody has touched it meanwhile. */
    @Transactional
    void warn(UUID referralId) {
        Caller caller = current.get();
        Instant since = clock.instant().minus(config.draftLives()).plus(config.draftWarnedBefore());
        untouched(caller, referralId, since)
                .filter(referral -> referral.warnedAt == null)
                .ifPresent(referral -> {
                    referral.warn(caller, clock.instant());
                    notifications.put(new Notification(
                            referral.owner, null, Permission.REFERRAL_DRAFT, "REFERRAL", referral.id, false));
                    audit.record(ReferralTransition.WARN.act(), object(referral));
                });
    }

    /** Does nothing when somebody has touched it meanwhile, or was not warned in time. */
    @Transactional
    void expire(UUID referralId) {
        Caller caller = current.get();
        Instant warned = clock.instant().minus(config.draftWarnedBefore());
        untouched(caller, referralId, clock.instant().minus(config.draftLives()))
                .filter(referral -> referral.warnedAt != null && !referral.warnedAt.isAfter(warned))
                .ifPresent(referral -> {
                    ReferralTransition edge = referral.expire(caller, clock.instant());
                    removal.remove(versions.newest(referral));
                    if (edge == ReferralTransition.EXPIRE) {
                        versions.persist(ReferralVersion.first(referral, Ids.next()));
                    }
                    audit.record(edge.act(), object(referral));
                });
    }

    private Optional<Referral> untouched(Caller caller, UUID id, Instant since) {
        return referrals
                .lock(policy.visibility(caller), id)
                .filter(referral -> referral.status == ReferralStatus.DRAFT && !referral.touchedAt.isAfter(since));
    }

    private static AuditedObject object(Referral referral) {
        return new AuditedObject("REFERRAL", referral.id, referral.owner);
    }
}
