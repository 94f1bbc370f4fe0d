package org.simpul.casework;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.SystemActor;

/** Has the quarter's reports written from their day on, each in a transaction of its own: one that fails holds up no other. */
@ApplicationScoped
class QualityClock {
    private static final String NAME = "quality-clock";

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final QualityReportService reports;

    QualityClock(SystemActor actor, ParticipantDirectory directory, QualityReportService reports) {
        this.actor = actor;
        this.directory = directory;
        this.reports = reports;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.casework.quality-every:1h}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        directory.admitted(List.of(ParticipantKind.FIU)).stream().findFirst().ifPresent(this::write);
    }

    private void write(Member fiu) {
        actor.each(NAME, fiu, actor.act(NAME, fiu, reports::untold), reports::write);
    }
}
