package org.simpul.inquiry.rfi;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.simpul.access.SystemActor;
import org.simpul.urgency.DueOwners;

/**
 * Warns whoever is asked before the deadline, says that it has passed, tells those who decide when it has passed long ago;
 * lets requests expire, and forgets nil returns. Each is done once, whatever number of hubs look.
 */
@ApplicationScoped
public class RfiClock {
    private static final String NAME = "rfi-clock";
    private static final String DUE = "select distinct owner from rfi_recipient where look_at <= ?";
    private static final String ENDING = "select distinct owner from rfi where look_at <= ?";

    private final DueOwners owners;
    private final SystemActor actor;
    private final DueThreads threads;
    private final EndingRfis ending;

    RfiClock(DueOwners owners, SystemActor actor, DueThreads threads, EndingRfis ending) {
        this.owners = owners;
        this.actor = actor;
        this.threads = threads;
        this.ending = ending;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.inquiry.clock-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        look();
    }

    /** Handles what is due now, each in a transaction of its own. */
    public void look() {
        owners.of(DUE).forEach(owner -> actor.each(NAME, owner, actor.act(NAME, owner, threads::ids), threads::handle));
        owners.of(ENDING)
                .forEach(owner -> actor.each(NAME, owner, actor.act(NAME, owner, ending::ids), ending::handle));
    }
}
