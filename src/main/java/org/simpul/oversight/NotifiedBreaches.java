package org.simpul.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantKind;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** A breach is told of to the FIU and to the overseer. */
@ApplicationScoped
class NotifiedBreaches implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final BreachRepository repository;

    NotifiedBreaches(CurrentCaller current, AccessPolicy policy, BreachRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return Breaches.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        Caller caller = current.get();
        // a supervisor's mailbox is asked for by a job, which holds no role
        boolean overseer = caller.kind() == ParticipantKind.SUPERVISOR;
        return Set.copyOf(repository.seen(policy.visibility(caller), overseer, ids));
    }
}
