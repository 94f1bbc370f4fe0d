package org.simpul.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;

/** Which purges the caller sees, for a notification. */
@ApplicationScoped
class NotifiedPurges implements NotifiedObjects {
    private final CurrentCaller current;
    private final PurgeRepository purges;

    NotifiedPurges(CurrentCaller current, PurgeRepository purges) {
        this.current = current;
        this.purges = purges;
    }

    @Override
    public String kind() {
        return PurgeRun.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(purges.seen(current.get(), ids));
    }
}
