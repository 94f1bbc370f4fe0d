package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.sharing.AccessPolicy;

/** Which requests the caller sees, for a notification; out of a restricted case none that everybody hears. */
@ApplicationScoped
class NotifiedRfis implements NotifiedObjects {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final RfiRepository files;

    NotifiedRfis(CurrentCaller current, AccessPolicy policy, RfiRepository files) {
        this.current = current;
        this.policy = policy;
        this.files = files;
    }

    @Override
    public String kind() {
        return RfiService.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(files.seen(policy.visibility(current.get()), ids));
    }

    @Override
    public Set<UUID> seenByAll(Collection<UUID> ids) {
        return Set.copyOf(files.seen(policy.visibilityOfAll(current.get()), ids));
    }
}
