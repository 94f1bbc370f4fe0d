package org.simpul.matter;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.SystemActor;

/** Tells whoever registered a matter that it ends soon, once, and ends it; reading under it stops by its time alone. */
@ApplicationScoped
public class MatterClock {
    private static final String NAME = "matter-clock";

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final EndingMatters ending;

    MatterClock(SystemActor actor, ParticipantDirectory directory, EndingMatters ending) {
        this.actor = actor;
        this.directory = directory;
        this.ending = ending;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.matter.clock-every:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        look();
    }

    /** Says what is to be said now, each in a transaction of its own: one that fails holds up no other. */
    public void look() {
        directory.admitted(List.of(ParticipantKind.LAW_ENFORCEMENT)).forEach(this::look);
    }

    private void look(Member agency) {
        actor.each(NAME, agency, actor.act(NAME, agency, ending::ids), ending::handle);
    }
}
