package org.simpul.sharing.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Whether an onward disclosure is for the addressee. */
@ApplicationScoped
class NotifiedOnward implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ConsentRepository repository;

    NotifiedOnward(CurrentCaller current, AccessPolicy policy, ConsentRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return OnwardService.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.onwardSeen(policy.visibility(current.get()), ids));
    }
}
