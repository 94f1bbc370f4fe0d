package org.simpul.referral;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.SystemActor;

/**
 * Ends the imports that nobody carries on: their upload is gone, and nothing of them was published. Those are all that
 * run when the hub starts to serve, and later whatever stands still, since the rows that wait hold names in clear text.
 * An import that still runs on another instance fails with its next chunk, whole as well.
 */
@ApplicationScoped
class InterruptedImports {
    private static final Duration STANDS_STILL = Duration.ofHours(1);
    private static final Logger LOG = Logger.getLogger(InterruptedImports.class);

    private final AgroalDataSource database;
    private final ParticipantDirectory participants;
    private final SystemActor actor;
    private final TransactionImports imports;
    private final InstantSource clock;
    private final boolean serving;

    InterruptedImports(
            AgroalDataSource database,
            ParticipantDirectory participants,
            SystemActor actor,
            TransactionImports imports,
            InstantSource clock,
            @ConfigProperty(name = "simpul.serving") boolean serving) {
        this.serving = serving;
        this.clock = clock;
        this.database = database;
        this.participants = participants;
        this.actor = actor;
        this.imports = imports;
    }

    void atStart(@Observes StartupEvent start) {
        if (serving) {
            end(Duration.ZERO);
        }
    }

    @Scheduled(
            identity = "interrupted-imports",
            every = "${simpul.interrupted-imports.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        end(STANDS_STILL);
    }

    /** Each for its owner, in a transaction of its own; one that can't be ended waits for the next time. */
    void end(Duration still) {
        List<Running> running = running(still);
        Set<UUID> owners = running.stream().map(Running::owner).collect(Collectors.toCollection(HashSet::new));
        var members = participants.byId(owners);
        for (Running run : running) {
            try {
                actor.act(
                        "import-clean-up",
                        members.get(run.owner()),
                        () -> imports.fail(run.referralId(), run.id(), "interrupted", List.of()));
            } catch (RuntimeException e) {
                LOG.warnf(e, "import %s was interrupted and cannot be ended now", run.id());
            }
        }
    }

    private record Running(UUID id, UUID owner, UUID referralId) {}

    private List<Running> running(Duration still) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Running> running = new ArrayList<>();
            try (Connection connection = database.getConnection();
                    Statement role = connection.createStatement();
                    PreparedStatement select = connection.prepareStatement(
                            "select id, owner, referral_id from import_run where status = 'RUNNING' and moved_at <= ?")) {
                role.execute("set local role simpul_clock");
                select.setObject(1, OffsetDateTime.ofInstant(clock.instant().minus(still), ZoneOffset.UTC));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        running.add(new Running(
                                rows.getObject(1, UUID.class),
                                rows.getObject(2, UUID.class),
                                rows.getObject(3, UUID.class)));
                    }
                }
            }
            return running;
        });
    }
}
