package org.simpul.hold;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** A hold is told of to its two sides: to the other one once a version of it reaches it. */
@ApplicationScoped
class NotifiedHolds implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final HoldRepository repository;

    NotifiedHolds(CurrentCaller current, AccessPolicy policy, HoldRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return HoldService.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibility(current.get()), ids));
    }

    /** Without what a restricted case gave the reason for. */
    @Override
    public Set<UUID> seenByAll(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibilityOfAll(current.get()), ids));
    }
}
