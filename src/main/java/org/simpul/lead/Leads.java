package org.simpul.lead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.simpul.access.Caller;
import org.simpul.audit.NotAudited;
import org.simpul.identifier.Identifier;
import org.simpul.sharing.AccessPolicy;

/** Leads for the rooms that link them. */
@ApplicationScoped
@Transactional
public class Leads {
    private final AccessPolicy policy;
    private final LeadRepository repository;

    Leads(AccessPolicy policy, LeadRepository repository) {
        this.policy = policy;
        this.repository = repository;
    }

    /** @return what the caller received that holds one of them, at most 500, where a child is at risk first */
    @NotAudited("read inside use cases that are audited themselves")
    public LeadMatches matching(Caller caller, Collection<Identifier> identifiers) {
        return identifiers.isEmpty()
                ? new LeadMatches(List.of(), false)
                : repository.matching(policy.visibility(caller), Set.copyOf(identifiers));
    }
}
