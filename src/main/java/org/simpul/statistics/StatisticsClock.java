package org.simpul.statistics;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.SystemActor;
import org.simpul.shared.Quarter;

/** Takes the newest quarter that is to be published, at night, population by population: one that fails waits a day. */
@ApplicationScoped
class StatisticsClock {
    private static final Logger LOG = Logger.getLogger(StatisticsClock.class);
    private static final String NAME = "statistics-clock";

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final SnapshotService snapshots;
    private final InstantSource clock;
    private final ZoneId zone;

    StatisticsClock(
            SystemActor actor,
            ParticipantDirectory directory,
            SnapshotService snapshots,
            InstantSource clock,
            @ConfigProperty(name = "simpul.time-zone") ZoneId zone) {
        this.actor = actor;
        this.directory = directory;
        this.snapshots = snapshots;
        this.clock = clock;
        this.zone = zone;
    }

    @Scheduled(
            identity = NAME,
            cron = "${simpul.statistics.at:0 15 2 * * ?}",
            timeZone = "${simpul.time-zone}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        directory.admitted(List.of(ParticipantKind.FIU)).forEach(fiu -> take(fiu, published()));
    }

    /** @return the newest quarter that may be told of: another whole one has passed since its end */
    Quarter published() {
        return Quarter.reportedOn(LocalDate.ofInstant(clock.instant(), zone), 0).previous();
    }

    void take(Member fiu, Quarter quarter) {
        for (Population population : Population.values()) {
            try {
                actor.act(NAME, fiu, () -> {
                    snapshots.take(population, quarter);
                    return population;
                });
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s: %s waits for the next night", NAME, population);
            }
        }
    }
}
