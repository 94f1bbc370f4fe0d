package org.simpul.identifier.screening;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.simpul.access.SystemActor;
import org.simpul.urgency.DueOwners;

/** Ends files whose reader has gone, and deletes runs whose time is over. */
@ApplicationScoped
class ScreeningClock {
    private static final String NAME = "screening-clock";
    /** A run that stands still is looked at by its owner's name, and ended when it has stood long enough. */
    private static final String DUE = "select distinct owner from screening_run where least(expires_at,"
            + " case when status = 'RUNNING' then moved_at else expires_at end) <= ?";

    private final DueOwners owners;
    private final SystemActor actor;
    private final ScreeningRuns runs;

    ScreeningClock(DueOwners owners, SystemActor actor, ScreeningRuns runs) {
        this.owners = owners;
        this.actor = actor;
        this.runs = runs;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.screening.clock-every:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        owners.of(DUE).forEach(owner -> {
            actor.each(NAME, owner, actor.act(NAME, owner, runs::interrupted), runs::end);
            actor.each(NAME, owner, actor.act(NAME, owner, runs::expired), runs::expire);
        });
    }
}
