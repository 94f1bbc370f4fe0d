package org.simpul.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.shared.Ids;

/** Writes down what the operator proposes for an institution, inside use cases that record it. */
@ApplicationScoped
class Proposals {
    private final CurrentCaller current;
    private final ParticipantChangeRepository repository;
    private final ChangeContent content;
    private final InstantSource clock;

    Proposals(
            CurrentCaller current, ParticipantChangeRepository repository, ChangeContent content, InstantSource clock) {
        this.current = current;
        this.repository = repository;
        this.content = content;
        this.clock = clock;
    }

    ParticipantChange propose(Participant participant, ChangeKind kind, Institution institution) {
        Caller caller = current.get();
        ParticipantChange change = new ParticipantChange();
        change.id = Ids.next();
        change.owner = caller.participantId();
        change.participantId = participant.id;
        change.change = kind;
        change.status = ChangeStatus.PROPOSED;
        change.proposedBy = caller.person();
        change.proposedAt = clock.instant();
        content.write(change, institution);
        repository.persist(change);
        return change;
    }
}
