package org.simpul.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.NotAudited;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** An owner's holds that end, and those whose money nobody has said to be released. */
@ApplicationScoped
class EndingHolds {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final HoldRepository repository;
    private final HoldSeal seal;
    private final HoldConfig config;
    private final AuditLog audit;
    private final InstantSource clock;

    EndingHolds(
            CurrentCaller current,
            AccessPolicy policy,
            HoldRepository repository,
            HoldSeal seal,
            HoldConfig config,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.seal = seal;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    @NotAudited("finds what is handled, and recorded, one by one")
    List<UUID> ids() {
        return repository.due(policy.visibility(current.get()), clock.instant());
    }

    @Transactional
    void handle(UUID id) {
        Instant now = clock.instant();
        Visibility scope = policy.visibility(current.get());
        repository
                .lock(scope, id)
                .filter(hold -> hold.lookAt != null && !hold.lookAt.isAfter(now))
                .ifPresent(hold -> handle(scope, hold, now));
    }

    private void handle(Visibility scope, Hold hold, Instant now) {
        if (!hold.isRunning()) {
            hold.lookAt = null;
            seal.tellBoth(hold, true);
            audit.record(HoldAct.HOLD_RELEASE_OVERDUE, HoldService.audited(hold));
        } else if (!hold.endsAt.isAfter(now)) {
            hold.take(HoldTransition.EXPIRE);
            hold.lookAt = seal.awaitsRelease(scope, hold) ? hold.endsAt.plus(config.releaseWithin()) : null;
            seal.tellBoth(hold, true);
            audit.record(HoldTransition.EXPIRE.act(), HoldService.audited(hold));
        } else {
            hold.warnedAt = now;
            hold.lookAt = hold.endsAt;
            seal.tellBoth(hold, false);
            audit.record(HoldAct.HOLD_WARNED, HoldService.audited(hold));
        }
    }
}
