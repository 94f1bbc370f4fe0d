package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Whether an intake is still seen. */
@ApplicationScoped
class NotifiedIntakes implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final IntakeRepository repository;

    NotifiedIntakes(CurrentCaller current, AccessPolicy policy, IntakeRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return "INTAKE";
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibility(current.get()), ids));
    }
}
