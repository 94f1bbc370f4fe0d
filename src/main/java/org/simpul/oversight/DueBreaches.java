package org.simpul.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.NotAudited;
import org.simpul.sharing.AccessPolicy;

/** Breaches whose time runs. */
@ApplicationScoped
class DueBreaches {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final BreachRepository repository;
    private final Breaches breaches;
    private final AuditLog audit;
    private final InstantSource clock;

    DueBreaches(
            CurrentCaller current,
            AccessPolicy policy,
            BreachRepository repository,
            Breaches breaches,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.breaches = breaches;
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
        repository
                .lock(policy.visibility(current.get()), id)
                .filter(breach -> breach.lookAt != null && !breach.lookAt.isAfter(clock.instant()))
                .ifPresent(breach -> audit.record(breaches.tick(breach).act(), Breaches.audited(breach)));
    }
}
