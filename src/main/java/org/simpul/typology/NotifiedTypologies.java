package org.simpul.typology;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Whether a version of a typology is still seen, also by those inside the working groups it went to. */
@ApplicationScoped
class NotifiedTypologies implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final TypologyRepository repository;

    NotifiedTypologies(CurrentCaller current, AccessPolicy policy, TypologyRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return "TYPOLOGY_VERSION";
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibility(current.get()), ids));
    }
}
