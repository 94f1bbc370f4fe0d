package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Whether a case is still seen: who was taken off a restricted one is told nothing of it any more. */
@ApplicationScoped
class NotifiedCases implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final CaseRepository repository;

    NotifiedCases(CurrentCaller current, AccessPolicy policy, CaseRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return Cases.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibility(current.get()), ids));
    }

    @Override
    public Set<UUID> seenByAll(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibilityOfAll(current.get()), ids));
    }
}
