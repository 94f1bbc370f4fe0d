package org.simpul.matter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** A matter is told of to its own agency. */
@ApplicationScoped
class NotifiedMatters implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final MatterRepository repository;

    NotifiedMatters(CurrentCaller current, AccessPolicy policy, MatterRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return MatterService.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibility(current.get()), ids));
    }
}
