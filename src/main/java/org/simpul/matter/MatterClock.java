package org.simpul.matter;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.SystemActor;

/** Tells whoever registered a matter that it ends soon, once, and ends it; reading under it stops by its time alone. */
@ApplicationScoped
public class MatterClock {
    private static final Logger LOG = Logger.getLogger(MatterClock.class);
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
        for (UUID id : actor.act(NAME, agency, ending::ids)) {
            try {
                actor.act(NAME, agency, () -> {
                    ending.handle(id);
                    return id;
                });
            } catch (RuntimeException e) {
                LOG.errorf(e, "matter %s waits for the next look", id);
            }
        }
    }
}
