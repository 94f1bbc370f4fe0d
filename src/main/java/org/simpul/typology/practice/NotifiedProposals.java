package org.simpul.typology.practice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** A proposal is told of to its two sides. */
@ApplicationScoped
class NotifiedProposals implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ProposalRepository repository;

    NotifiedProposals(CurrentCaller current, AccessPolicy policy, ProposalRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return ProposalService.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibility(current.get()), ids));
    }
}
