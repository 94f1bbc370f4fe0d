package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Whether a list is still seen: by its owner, and by whom an edition reaches. */
@ApplicationScoped
class NotifiedLists implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ListRepository repository;

    NotifiedLists(CurrentCaller current, AccessPolicy policy, ListRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return ListService.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibility(current.get()), ids));
    }
}
