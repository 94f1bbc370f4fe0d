package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** A recall is told to each receiver by a notice of its own. */
@ApplicationScoped
class NotifiedListRecalls implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ListRecallRepository repository;

    NotifiedListRecalls(CurrentCaller current, AccessPolicy policy, ListRecallRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return ListRecallService.NOTICE;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibility(current.get()), ids));
    }
}
