package org.simpul.inquiry.interest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.SystemActor;
import org.simpul.outbox.OutboxHandler;

/** Looks, for the FIU, whom an interest meets, once that is committed or its silence is over. */
@ApplicationScoped
class MeetingClerk implements OutboxHandler {
    private static final String NAME = "meeting-clerk";

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final MeetingTold told;

    MeetingClerk(SystemActor actor, ParticipantDirectory directory, MeetingTold told) {
        this.actor = actor;
        this.directory = directory;
        this.told = told;
    }

    @Override
    public String kind() {
        return Interests.REGISTERED;
    }

    @Override
    public void handle(UUID interestId) {
        actor.act(NAME, directory.fiu(), () -> {
            told.tell(interestId);
            return interestId;
        });
    }

    /** Tells what could not be told before, since one of the two was suspended. */
    void catchUp() {
        Member fiu = directory.fiu();
        actor.each(NAME, fiu, actor.act(NAME, fiu, told::missed), told::tell);
    }
}
