package org.simpul.inquiry.interest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.NotAudited;
import org.simpul.outbox.Outbox;
import org.simpul.sharing.AccessPolicy;

/** An agency's interests that are to be ended, or speak again. */
@ApplicationScoped
class DueInterests {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final Interests interests;
    private final Outbox outbox;
    private final AuditLog audit;
    private final InstantSource clock;

    DueInterests(
            CurrentCaller current,
            AccessPolicy policy,
            Interests interests,
            Outbox outbox,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.interests = interests;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    @NotAudited("finds what is handled, and recorded, one by one")
    List<UUID> ids() {
        return interests.due(policy.visibility(current.get()), clock.instant());
    }

    @Transactional
    void handle(UUID id) {
        interests
                .lock(policy.visibility(current.get()), id)
                .filter(interest -> interest.withdrawnAt == null && interest.endedAt == null)
                .ifPresent(interest -> handle(interest, clock.instant()));
    }

    private void handle(Interest interest, Instant now) {
        if (!interest.endsAt.isAfter(now)) {
            interest.endedAt = now;
            audit.record(InterestStep.END.act(), InterestService.audited(interest));
        } else if (interest.silentUntil != null && !interest.silentUntil.isAfter(now)) {
            interest.silentUntil = null;
            // whom it met meanwhile is told now
            outbox.put(Interests.REGISTERED, interest.id);
            audit.record(InterestStep.END_SILENCE.act(), InterestService.audited(interest));
        }
    }
}
