package org.simpul.identifier.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** A proposed correction is told of to its two sides. */
@ApplicationScoped
class NotifiedCorrections implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final CorrectionRepository repository;

    NotifiedCorrections(CurrentCaller current, AccessPolicy policy, CorrectionRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return CorrectionService.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibility(current.get()), ids));
    }
}
