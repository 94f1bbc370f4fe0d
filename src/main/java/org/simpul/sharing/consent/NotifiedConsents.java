package org.simpul.sharing.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Whether a consent is for the addressee. */
@ApplicationScoped
class NotifiedConsents implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ConsentRepository repository;

    NotifiedConsents(CurrentCaller current, AccessPolicy policy, ConsentRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return ConsentService.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibility(current.get()), ids));
    }

    /** Without what is of a restricted case. */
    @Override
    public Set<UUID> seenByAll(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibilityOfAll(current.get()), ids));
    }
}
