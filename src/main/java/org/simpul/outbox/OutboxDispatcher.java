package org.simpul.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Hands due events to their handlers, one transaction for the claim and one for each handling; a failure is tried again
 * with growing pauses, and is never given up: what hangs on it may be a child.
 */
@ApplicationScoped
public class OutboxDispatcher {
    private static final Logger LOG = Logger.getLogger(OutboxDispatcher.class);
    private static final int BATCH = 50;
    private static final long MAX_PAUSE_SECONDS = 60;

    private final AgroalDataSource database;
    private final List<OutboxHandler> handlers;
    private final Duration keepHandled;
    private final InstantSource clock;

    OutboxDispatcher(
            AgroalDataSource database,
            @All List<OutboxHandler> handlers,
            @ConfigProperty(name = "simpul.outbox.keep-handled") Duration keepHandled,
            InstantSource clock) {
        this.keepHandled = keepHandled;
        this.database = database;
        this.handlers = handlers;
        this.clock = clock;
    }

    @Scheduled(
            identity = "outbox",
            every = "${simpul.outbox.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void dispatch() {
        drain();
    }

    /** What was handled is kept for a while, to be looked at when somebody misses something. */
    @Scheduled(
            identity = "handled-events",
            every = "${simpul.outbox.forget-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        asDispatcher(
                "delete from outbox_event where handled_at < ?", clock.instant().minus(keepHandled));
    }

    /** Handles what is due now, in portions: what can't wait is first in each. */
    public void drain() {
        List<Event> events;
        do {
            events = claim();
            events.forEach(this::handle);
        } while (events.size() == BATCH);
    }

    private void handle(Event event) {
        try {
            handlers.stream()
                    .filter(handler -> handler.kind().equals(event.kind()))
                    .forEach(handler -> handler.handle(event.objectId()));
            asDispatcher("update outbox_event set handled_at = ? where id = ?", clock.instant(), event.id());
        } catch (RuntimeException e) {
            LOG.errorf(e, "event %s of kind %s waits for its next try", event.id(), event.kind());
        }
    }

    private record Event(UUID id, String kind, UUID objectId) {}

    /**
     * Takes due events that somebody listens to, routine notifications last: a typology for all members rings many bells, and a child must not wait behind them; others wait for a hub that knows their kind, e.g. during an upgrade. Puts their next try off, so that a crash while handling only delays them.
     */
    private List<Event> claim() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Event> events = new ArrayList<>();
            try (Connection connection = database.getConnection();
                    Statement role = connection.createStatement();
                    PreparedStatement claim = connection.prepareStatement(
                            """
                            update outbox_event e set attempts = e.attempts + 1,
                              due_at = ?::timestamptz + make_interval(secs => least(?, power(2, least(e.attempts, 10))))
                            where e.id in (select d.id from outbox_event d where d.handled_at is null and d.due_at <= ?
                                and d.kind = any(?)
                              order by d.kind = 'notification', d.due_at limit ? for update skip locked)
                            returning e.id, e.kind, e.object_id
                            """)) {
                role.execute("set local role simpul_dispatcher");
                OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
                claim.setObject(1, now);
                claim.setLong(2, MAX_PAUSE_SECONDS);
                claim.setObject(3, now);
                claim.setArray(
                        4,
                        connection.createArrayOf(
                                "text",
                                handlers.stream().map(OutboxHandler::kind).toArray()));
                claim.setInt(5, BATCH);
                try (ResultSet rows = claim.executeQuery()) {
                    while (rows.next()) {
                        events.add(new Event(
                                rows.getObject(1, UUID.class), rows.getString(2), rows.getObject(3, UUID.class)));
                    }
                }
                return events;
            }
        });
    }

    private void asDispatcher(String sql, Instant at, UUID... ids) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection();
                    Statement role = connection.createStatement();
                    PreparedStatement update = connection.prepareStatement(sql)) {
                role.execute("set local role simpul_dispatcher");
                update.setObject(1, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
                for (int i = 0; i < ids.length; i++) {
                    update.setObject(i + 2, ids[i]);
                }
                update.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
