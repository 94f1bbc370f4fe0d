package org.simpul.urgency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantKind;
import org.simpul.outbox.NotifiedObjects;

/** An act alone is seen by those of its institution who see what was done; the overseer is told that there is one, and reads it in the audit. */
@ApplicationScoped
class NotifiedAloneActs implements NotifiedObjects {
    private final CurrentCaller current;
    private final AloneActRepository repository;

    NotifiedAloneActs(CurrentCaller current, AloneActRepository repository) {
        this.current = current;
        this.repository = repository;
    }

    @Override
    public String kind() {
        return AloneActs.KIND;
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        Caller caller = current.get();
        return caller.kind() == ParticipantKind.SUPERVISOR
                ? Set.copyOf(ids)
                : Set.copyOf(repository.seen(caller.participantId(), ids));
    }

    @Override
    public Map<UUID, NotifiedObject> about(Collection<UUID> ids) {
        return repository.of(current.get().participantId(), ids).stream()
                .collect(Collectors.toMap(act -> act.id, act -> new NotifiedObject(act.kind.within(), act.objectId)));
    }
}
