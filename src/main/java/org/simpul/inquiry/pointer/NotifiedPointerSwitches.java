package org.simpul.inquiry.pointer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Switches, for a notification: the FIU's own. */
@ApplicationScoped
class NotifiedPointerSwitches implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PointerSwitchRepository repository;

    NotifiedPointerSwitches(CurrentCaller current, AccessPolicy policy, PointerSwitchRepository repository) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return PointerSwitchService.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(policy.visibility(current.get()), ids));
    }
}
