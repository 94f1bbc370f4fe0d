package org.simpul.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;

@ApplicationScoped
class MeService {
    private final CurrentCaller current;
    private final ParticipantDirectory directory;
    private final AuditLog audit;

    MeService(CurrentCaller current, ParticipantDirectory directory, AuditLog audit) {
        this.current = current;
        this.directory = directory;
        this.audit = audit;
    }

    @Transactional
    Me read() {
        Caller caller = current.get();
        Me me = Me.from(
                caller,
                directory
                        .byId(List.of(caller.participantId()))
                        .get(caller.participantId())
                        .name());
        audit.record(ParticipantAct.SELF_READ, new AuditedObject("PERSON", caller.personId(), caller.participantId()));
        return me;
    }
}
