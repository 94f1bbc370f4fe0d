package org.simpul.inquiry.interest;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.SystemActor;
import org.simpul.urgency.DueOwners;

/** Ends silences and interests whose time has come, and has the clerk make up for meetings that were missed. */
@ApplicationScoped
public class InterestClock {
    private static final String NAME = "interest-clock";
    private static final String DUE =
            """
            select distinct owner from interest where withdrawn_at is null and ended_at is null
              and least(ends_at, coalesce(silent_until, ends_at)) <= ?
            """;

    private final DueOwners owners;
    private final SystemActor actor;
    private final DueInterests due;
    private final MeetingClerk clerk;
    private final ParticipantDirectory directory;

    InterestClock(
            DueOwners owners, SystemActor actor, DueInterests due, MeetingClerk clerk, ParticipantDirectory directory) {
        this.owners = owners;
        this.actor = actor;
        this.due = due;
        this.clerk = clerk;
        this.directory = directory;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.interest.clock-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (directory.operator().isPresent()) {
            look();
        }
    }

    /** Handles what is due now, each in a transaction of its own. */
    public void look() {
        owners.of(DUE).forEach(owner -> actor.each(NAME, owner, actor.act(NAME, owner, due::ids), due::handle));
        clerk.catchUp();
    }
}
