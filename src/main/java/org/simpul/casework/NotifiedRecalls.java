package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Whether a recall is the own one of the addressee. */
@ApplicationScoped
class NotifiedRecalls implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final RecallRepository repository;

    NotifiedRecalls(CurrentCaller current, AccessPolicy policy, RecallRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return RecallService.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibility(current.get()), ids));
    }

    /** Without what is from a restricted case. */
    @Override
    public Set<UUID> seenByAll(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibilityOfAll(current.get()), ids));
    }
}
