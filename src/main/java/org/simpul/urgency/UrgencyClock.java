package org.simpul.urgency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.SystemActor;

/**
 * Looks for calls that nobody answered and for acts that nobody reviewed. Each is handled in a transaction of its own
 * that skips what another hub holds, and leaves nothing to be done twice.
 */
@ApplicationScoped
public class UrgencyClock {
    private static final String NAME = "urgency-clock";
    private static final String CALLS = "select distinct owner from duty_call where next_at <= ?";
    private static final String REVIEWS =
            """
            select distinct owner from alone_act
            where reviewed_at is null and overdue_told_at is null and review_by <= ?
            """;

    private final DueOwners owners;
    private final SystemActor actor;
    private final DutyCalls calls;
    private final AloneActs acts;

    UrgencyClock(DueOwners owners, SystemActor actor, DutyCalls calls, AloneActs acts) {
        this.owners = owners;
        this.actor = actor;
        this.calls = calls;
        this.acts = acts;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.urgency.look-every:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        look();
    }

    /** Handles what is due now. */
    public void look() {
        owners.of(CALLS).forEach(owner -> each(owner, calls::due, calls::escalate));
        owners.of(REVIEWS).forEach(owner -> each(owner, acts::overdue, acts::tellOverdue));
    }

    private void each(Member owner, Supplier<List<UUID>> due, Consumer<UUID> handle) {
        actor.each(NAME, owner, actor.act(NAME, owner, due), handle);
    }
}
