package org.simpul.safeguard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Whether a request to unmask is still seen. */
@ApplicationScoped
class NotifiedUnmaskings implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final UnmaskingRepository repository;

    NotifiedUnmaskings(CurrentCaller current, AccessPolicy policy, UnmaskingRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return UnmaskingService.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibility(current.get()), ids));
    }
}
