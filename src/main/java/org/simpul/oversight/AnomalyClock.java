package org.simpul.oversight;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.SystemActor;

/** Looks through the audit by each rule, in a transaction of its own: one that fails holds up no other. */
@ApplicationScoped
class AnomalyClock {
    private static final Logger LOG = Logger.getLogger(AnomalyClock.class);
    private static final String NAME = "anomaly-clock";

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final AnomalyService anomalies;

    AnomalyClock(SystemActor actor, ParticipantDirectory directory, AnomalyService anomalies) {
        this.actor = actor;
        this.directory = directory;
        this.anomalies = anomalies;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.oversight.anomalies-every:1h}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        directory.admitted(List.of(ParticipantKind.FIU)).forEach(this::look);
    }

    private void look(Member fiu) {
        for (AnomalyRule rule : AnomalyRule.values()) {
            try {
                actor.act(NAME, fiu, () -> {
                    anomalies.raise(rule);
                    return rule;
                });
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s: %s waits for the next look", NAME, rule);
            }
        }
    }
}
