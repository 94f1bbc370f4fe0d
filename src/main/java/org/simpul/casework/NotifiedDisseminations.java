package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Whether a dissemination is still seen: a recall takes what was told of it along. */
@ApplicationScoped
class NotifiedDisseminations implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final DisseminationRepository repository;

    NotifiedDisseminations(CurrentCaller current, AccessPolicy policy, DisseminationRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return "DISSEMINATION_VERSION";
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
