package org.simpul.retention;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.SystemActor;

/** Does the purges that were ordered and approved, portion by portion, and goes on with those that were interrupted. */
@ApplicationScoped
public class PurgeClock {
    private static final String NAME = "retention";
    private static final Logger LOG = Logger.getLogger(PurgeClock.class);

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final PurgePortions portions;

    PurgeClock(SystemActor actor, ParticipantDirectory directory, PurgePortions portions) {
        this.actor = actor;
        this.directory = directory;
        this.portions = portions;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.retention.purge-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (directory.operator().isPresent()) {
            look();
        }
    }

    /** Comes to the end of what is approved; what fails is logged, and is gone on with at the next look. */
    public void look() {
        Member fiu = directory.fiu();
        for (UUID run : actor.act(NAME, fiu, portions::approved)) {
            try {
                while (actor.act(NAME, fiu, () -> portions.next(run))) {
                    LOG.debugf("%s: a portion of %s", NAME, run);
                }
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s: %s goes on at the next look", NAME, run);
            }
        }
    }
}
