package org.simpul.oversight;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.SystemActor;

/** Warns while a breach is not told of yet, and alerts the overseer when its time is over. */
@ApplicationScoped
class BreachClock {
    private static final String NAME = "breach-clock";

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final DueBreaches due;

    BreachClock(SystemActor actor, ParticipantDirectory directory, DueBreaches due) {
        this.actor = actor;
        this.directory = directory;
        this.due = due;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.oversight.breach-clock-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        directory.admitted(List.of(ParticipantKind.FIU)).forEach(this::look);
    }

    private void look(Member fiu) {
        actor.each(NAME, fiu, actor.act(NAME, fiu, due::ids), due::handle);
    }
}
