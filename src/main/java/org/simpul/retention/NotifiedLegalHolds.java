package org.simpul.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Which legal holds the caller sees, for a notification: those of what it sees. */
@ApplicationScoped
class NotifiedLegalHolds implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final LegalHoldRepository holds;

    NotifiedLegalHolds(CurrentCaller current, AccessPolicy policy, LegalHoldRepository holds) {
        this.current = current;
        this.policy = policy;
        this.holds = holds;
    }

    @Override
    public String kind() {
        return LegalHold.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return about(ids).keySet();
    }

    @Override
    public Map<UUID, NotifiedObject> about(Collection<UUID> ids) {
        return holds.among(policy.visibility(current.get()), ids).stream()
                .collect(Collectors.toMap(hold -> hold.id, LegalHold::object));
    }
}
