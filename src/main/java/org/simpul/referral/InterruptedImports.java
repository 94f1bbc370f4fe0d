package org.simpul.referral;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.SystemActor;

/**
 * Ends the imports that were running when the hub went down: their upload is gone, and nothing of them was published.
 * An import that still runs on another instance fails with its next chunk, whole as well.
 */
@ApplicationScoped
class InterruptedImports {
    private static final Logger LOG = Logger.getLogger(InterruptedImports.class);

    private final AgroalDataSource database;
    private final ParticipantDirectory participants;
    private final SystemActor actor;
    private final TransactionImports imports;

    InterruptedImports(
            AgroalDataSource database,
            ParticipantDirectory participants,
            SystemActor actor,
            TransactionImports imports) {
        this.database = database;
        this.participants = participants;
        this.actor = actor;
        this.imports = imports;
    }

    void atStart(@Observes StartupEvent start) {
        end();
    }

    /** Each for its owner, in a transaction of its own; one that can't be ended waits for the next start. */
    void end() {
        List<Running> running = running();
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

    private List<Running> running() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Running> running = new ArrayList<>();
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("set local role simpul_clock");
                try (ResultSet rows = statement.executeQuery(
                        "select id, owner, referral_id from import_run where status = 'RUNNING'")) {
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
