package org.simpul.identifier.screening;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.SystemActor;
import org.simpul.urgency.DueOwners;

/** Ends files whose reader has gone, and deletes what is not told any more, portion by portion. */
@ApplicationScoped
class ScreeningClock {
    private static final String NAME = "screening-clock";
    private static final Logger LOG = Logger.getLogger(ScreeningClock.class);
    /** One for each index; a run that stands still is looked at by its owner's name, and ended when it has stood long enough. */
    static final List<String> DUE = List.of(
            "select distinct owner from screening_run where expires_at <= ?",
            "select distinct owner from screening_run where status = 'RUNNING' and moved_at <= ?",
            "select distinct owner from screening_run where status = 'REFUSED' and hits > 0 and moved_at <= ?");

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
        Set<Member> due = new HashSet<>();
        DUE.forEach(sql -> due.addAll(owners.of(sql)));
        due.forEach(owner -> {
            actor.each(NAME, owner, actor.act(NAME, owner, runs::interrupted), runs::end);
            portions(owner, actor.act(NAME, owner, runs::left), runs::clear);
            portions(owner, actor.act(NAME, owner, runs::expired), runs::expire);
        });
    }

    /** Each portion in a transaction of its own; a run that fails is gone on with at the next look. */
    private void portions(Member owner, List<UUID> ids, Predicate<UUID> portion) {
        for (UUID id : ids) {
            try {
                while (actor.act(NAME, owner, () -> portion.test(id))) {
                    LOG.debugf("%s: a portion of %s", NAME, id);
                }
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s: %s waits for the next look", NAME, id);
            }
        }
    }
}
