package org.simpul.hold;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.SystemActor;
import org.simpul.urgency.DueOwners;

/**
 * Warns both sides that a hold ends, ends it, and tells both when nobody says that the money is released. Each is said
 * once, whatever number of hubs look.
 */
@ApplicationScoped
public class HoldClock {
    private static final String NAME = "hold-clock";
    private static final String DUE = "select distinct owner from hold where look_at <= ?";

    private final DueOwners owners;
    private final SystemActor actor;
    private final EndingHolds ending;

    HoldClock(DueOwners owners, SystemActor actor, EndingHolds ending) {
        this.owners = owners;
        this.actor = actor;
        this.ending = ending;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.hold.clock-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        look();
    }

    /** Handles what is due now, each in a transaction of its own: one that fails holds up no other. */
    public void look() {
        owners.of(DUE).forEach(this::look);
    }

    private void look(Member owner) {
        actor.each(NAME, owner, actor.act(NAME, owner, ending::ids), ending::handle);
    }
}
