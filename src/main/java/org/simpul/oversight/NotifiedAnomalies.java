package org.simpul.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.outbox.NotifiedObjects;

/** An anomaly is told of to auditors, and never to whom it is about. */
@ApplicationScoped
class NotifiedAnomalies implements NotifiedObjects {
    private final CurrentCaller current;
    private final AnomalyRepository repository;

    NotifiedAnomalies(CurrentCaller current, AnomalyRepository repository) {
        this.current = current;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return AnomalyService.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(current.get(), ids));
    }

    /** No mailbox of an institution is told: whoever it is about may read there. */
    @Override
    public Set<UUID> seenByAll(Collection<UUID> ids) {
        return Set.of();
    }
}
