package org.simpul.identifier.list;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.SystemActor;

/** Lets editions out when they are due, ends files whose reader has gone, and sweeps what editions left out. */
@ApplicationScoped
class ListClock {
    private static final String NAME = "list-clock";
    private static final String SWEEP = "list-sweep";

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final EditionService editions;
    private final ListImports imports;
    private final Sweep sweep;
    private final ListConfig config;

    ListClock(
            SystemActor actor,
            ParticipantDirectory directory,
            EditionService editions,
            ListImports imports,
            Sweep sweep,
            ListConfig config) {
        this.actor = actor;
        this.directory = directory;
        this.editions = editions;
        this.imports = imports;
        this.sweep = sweep;
        this.config = config;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.identifier-lists.clock-every:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        Member fiu = directory.fiu();
        actor.each(NAME, fiu, actor.act(NAME, fiu, imports::interrupted), imports::end);
        actor.each(NAME, fiu, actor.act(NAME, fiu, editions::due), editions::make);
    }

    /** A batch of each list in turn, each in a transaction of its own. */
    @Scheduled(
            identity = SWEEP,
            every = "${simpul.identifier-lists.sweep-every:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        Member fiu = directory.fiu();
        List<UUID> left = actor.act(SWEEP, fiu, sweep::published);
        for (int batch = 0; batch < config.sweptBatches() && !left.isEmpty(); batch++) {
            List<UUID> more = new ArrayList<>();
            actor.each(SWEEP, fiu, left, id -> {
                if (sweep.batch(id)) {
                    more.add(id);
                }
            });
            left = more;
        }
    }
}
