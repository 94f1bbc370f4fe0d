package org.simpul.lead;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Whoever received a lead is told of it, and whoever gave it is not. */
@ApplicationScoped
class NotifiedLeads implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final LeadRepository repository;

    NotifiedLeads(CurrentCaller current, AccessPolicy policy, LeadRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return LeadService.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibility(current.get()), ids));
    }
}
