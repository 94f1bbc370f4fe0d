package org.simpul.identifier.list;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.SystemActor;

/** Lets editions out when they are due, and ends files whose reader has gone. */
@ApplicationScoped
class ListClock {
    private static final String NAME = "list-clock";

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final EditionService editions;
    private final ListImports imports;

    ListClock(SystemActor actor, ParticipantDirectory directory, EditionService editions, ListImports imports) {
        this.actor = actor;
        this.directory = directory;
        this.editions = editions;
        this.imports = imports;
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
}
