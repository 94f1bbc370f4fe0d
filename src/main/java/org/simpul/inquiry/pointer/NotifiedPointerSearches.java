package org.simpul.inquiry.pointer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Searches that found something, which the FIU is told of. */
@ApplicationScoped
class NotifiedPointerSearches implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PointerSearches searches;

    NotifiedPointerSearches(CurrentCaller current, AccessPolicy policy, PointerSearches searches) {
        this.current = current;
        this.policy = policy;
        this.searches = searches;
    }

    @Override
    public String kind() {
        return PointerSearches.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return searches.held(policy.visibility(current.get()), ids).stream()
                .map(search -> search.id)
                .collect(Collectors.toSet());
    }
}
