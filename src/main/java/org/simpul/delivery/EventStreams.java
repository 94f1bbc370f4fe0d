package org.simpul.delivery;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.simpul.access.SystemActor;
import org.simpul.delivery.NotificationService.News;
import org.simpul.delivery.NotificationService.Opening;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/**
 * The event streams that this instance of the hub holds open. One look a second tells all of them which institutions have
 * news, whichever instance wrote it down; a stream then looks for itself, as its own caller, and so it does with each
 * heartbeat: whoever may not have it any more is told nothing more, and the stream ends.
 */
@ApplicationScoped
public class EventStreams {
    private static final Logger LOG = Logger.getLogger(EventStreams.class);
    /** Of one stream that nobody reads; a client that has fallen behind so far comes again with the last id it had. */
    private static final int BUFFER = 256;
    /** Instances' clocks differ by less; what is older is found by the heartbeat. */
    private static final Duration RECENT = Duration.ofSeconds(30);

    private final AgroalDataSource database;
    private final SystemActor actor;
    private final NotificationService service;
    private final DeliveryConfig config;
    private final InstantSource clock;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();

    EventStreams(
            AgroalDataSource database,
            SystemActor actor,
            NotificationService service,
            DeliveryConfig config,
            InstantSource clock) {
        this.database = database;
        this.actor = actor;
        this.service = service;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What goes down a stream.
     *
     * @param item null for a heartbeat
     */
    public record Event(@Nullable NotificationView item) {}

    private static final class Stream {
        final Opening opening;
        final MultiEmitter<? super Event> emitter;
        long position;
        Instant beat = Instant.EPOCH;

        Stream(Opening opening, MultiEmitter<? super Event> emitter) {
            this.opening = opening;
            this.emitter = emitter;
            this.position = opening.position();
        }
    }

    /**
     * @param until when the caller's token ends, and the stream with it
     * @throws Problem STATE_CONFLICT when the caller, UNAVAILABLE when this instance has enough of them open
     */
    public Multi<Event> open(Opening opening, Instant until) {
        UUID person = opening.caller().person();
        long own = open.stream()
                .filter(stream -> stream.opening.caller().person().equals(person))
                .count();
        if (own >= config.streams().perPerson()) {
            throw Problem.taken("stream", "enough_streams");
        }
        if (open.size() >= config.streams().perInstance()) {
            throw Problem.of(ProblemType.UNAVAILABLE);
        }
        Duration left = Duration.between(clock.instant(), until);
        Duration life = left.compareTo(config.streams().lasts()) < 0
                ? left
                : config.streams().lasts();
        return Multi.createFrom()
                .<Event>emitter(
                        emitter -> {
                            Stream stream = new Stream(opening, emitter);
                            open.add(stream);
                            emitter.onTermination(() -> open.remove(stream));
                            emitter.emit(new Event(null));
                        },
                        BUFFER)
                .select()
                .first(life.isNegative() ? Duration.ofMillis(1) : life);
    }

    @Scheduled(
            identity = "event-streams",
            every = "${simpul.event-streams.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (open.isEmpty()) {
            return;
        }
        Map<UUID, Long> news = news();
        Instant now = clock.instant();
        for (Stream stream : open) {
            boolean beats = !stream.beat.plus(config.streams().heartbeat()).isAfter(now);
            if (beats || news.getOrDefault(stream.opening.caller().participantId(), 0L) > stream.position) {
                look(stream, beats ? now : null);
            }
        }
    }

    /** A look that fails is made again with the next tick. */
    private void look(Stream stream, @Nullable Instant beat) {
        try {
            actor.resume(stream.opening.caller(), () -> service.news(stream.position))
                    .ifPresentOrElse(found -> tell(stream, found, beat), stream.emitter::complete);
        } catch (RuntimeException e) {
            LOG.error("a stream could not be looked after", e);
        }
    }

    private static void tell(Stream stream, News found, @Nullable Instant beat) {
        found.items().forEach(item -> stream.emitter.emit(new Event(item)));
        stream.position = found.position();
        if (beat != null) {
            stream.emitter.emit(new Event(null));
            stream.beat = beat;
        }
    }

    /** @return the last position of each institution to which something came lately */
    private Map<UUID, Long> news() {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection();
                    Statement role = connection.createStatement();
                    PreparedStatement select = connection.prepareStatement(
                            "select owner, max(position) from notification where at > ? group by owner")) {
                role.execute("set local role simpul_dispatcher");
                select.setObject(1, OffsetDateTime.ofInstant(clock.instant().minus(RECENT), ZoneOffset.UTC));
                return positions(select);
            }
        });
    }

    private static Map<UUID, Long> positions(PreparedStatement select) throws SQLException {
        Map<UUID, Long> positions = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                positions.put(row.getObject(1, UUID.class), row.getLong(2));
            }
        }
        return positions;
    }
}
