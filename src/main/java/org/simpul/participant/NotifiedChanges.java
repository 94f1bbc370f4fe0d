package org.simpul.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.simpul.outbox.NotifiedObjects;

/** Whether a change of a participant is still seen: by those who admit, which the database wall decides. */
@ApplicationScoped
class NotifiedChanges implements NotifiedObjects {
    private final ParticipantChangeRepository repository;

    NotifiedChanges(ParticipantChangeRepository repository) {
        this.repository = repository;
    }

    @Override
    public String kind() {
        return "PARTICIPANT_CHANGE";
    }

    @Override
    public Set<UUID> seen(Collection<UUID> ids) {
        return Set.copyOf(repository.seen(ids));
    }
}
