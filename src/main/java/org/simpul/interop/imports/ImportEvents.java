package org.simpul.interop.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.PeopleDirectory;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.referral.ImportStatus;
import org.simpul.referral.ImportView;
import org.simpul.referral.TransactionImports;
import org.simpul.shared.Problem;

/**
 * Streams of an import's progress. Each look asks anew whether its reader may still read: the institution, the person
 * with the roles it came with, and the run; a stream lasts no longer than the token that opened it.
 */
@ApplicationScoped
class ImportEvents {
    private final TransactionImports imports;
    private final ImportLimits limits;
    private final CurrentCaller current;
    private final ParticipantDirectory participants;
    private final PeopleDirectory people;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Map<UUID, Integer> open = new ConcurrentHashMap<>();

    ImportEvents(
            TransactionImports imports,
            ImportLimits limits,
            CurrentCaller current,
            ParticipantDirectory participants,
            PeopleDirectory people,
            ObjectMapper json,
            InstantSource clock) {
        this.imports = imports;
        this.limits = limits;
        this.current = current;
        this.participants = participants;
        this.people = people;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param until when the reader's token ends, and the stream with it
     * @throws Problem NOT_FOUND as reading the import does; STATE_CONFLICT when the person watches too many
     */
    Multi<OutboundSseEvent> of(UUID referralId, UUID importId, Instant until, Sse sse) {
        Caller caller = current.get();
        ImportView first = imports.watch(referralId, importId);
        UUID person = caller.person();
        if (watching(person) >= limits.watchersPerPerson()) {
            throw Problem.stateConflict("too_many_streams");
        }
        ContextState request = Arc.container().requestContext().getState();
        Watch watch = new Watch(caller, referralId, importId, sse, first);
        Multi<OutboundSseEvent> stream = Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(event(sse, first)),
                        isOver(first) ? Multi.createFrom().empty() : looks(watch, until, request));
        // counted from when somebody listens: an answer that never goes out takes no place
        return Multi.createFrom().deferred(() -> {
            AtomicBoolean left = new AtomicBoolean();
            open.merge(person, 1, Integer::sum);
            return stream.onTermination().invoke(() -> {
                if (left.compareAndSet(false, true)) {
                    leave(person);
                }
            });
        });
    }

    /** @return streams that the person has open on this instance */
    int watching(UUID person) {
        return open.getOrDefault(person, 0);
    }

    private Multi<OutboundSseEvent> looks(Watch watch, Instant until, ContextState request) {
        Duration left = Duration.between(clock.instant(), until);
        Duration life = left.compareTo(limits.watchFor()) < 0 ? left : limits.watchFor();
        return Multi.createFrom()
                .ticks()
                .every(limits.watchEvery())
                .onOverflow()
                .drop()
                .select()
                .first(life.isNegative() || life.isZero() ? Duration.ofMillis(1) : life)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> in(request, () -> look(watch)))
                .select()
                .first(look -> !watch.ended)
                .onCompletion()
                .continueWith(() -> watch.last == null ? List.of() : List.of(watch.last));
    }

    /** The request's own context, for its caller and its language; it lives as long as the answer does. */
    private static <T> T in(ContextState request, Supplier<T> act) {
        ManagedContext context = Arc.container().requestContext();
        boolean active = context.isActive();
        if (!active) {
            context.activate(request);
        }
        try {
            return act.get();
        } finally {
            if (!active) {
                context.deactivate();
            }
        }
    }

    private OutboundSseEvent look(Watch watch) {
        try {
            if (!mayStillRead(watch.caller)) {
                watch.ended = true;
                return heartbeat(watch.sse);
            }
            ImportView now = imports.peek(watch.referralId, watch.importId);
            if (isOver(now)) {
                watch.ended = true;
                watch.last = event(watch.sse, now);
                return heartbeat(watch.sse);
            }
            if (now.equals(watch.seen)) {
                return heartbeat(watch.sse);
            }
            watch.seen = now;
            return event(watch.sse, now);
        } catch (Problem e) {
            // it is hidden now, and so it is as if it were not there
            watch.ended = true;
            return heartbeat(watch.sse);
        }
    }

    private boolean mayStillRead(Caller caller) {
        return participants.admitted(caller.participantAlias()).isPresent()
                && people.roles(caller.participantId(), caller.person()).containsAll(caller.roles());
    }

    private static boolean isOver(ImportView run) {
        return run.status() == ImportStatus.PUBLISHED || run.status() == ImportStatus.FAILED;
    }

    private OutboundSseEvent event(Sse sse, ImportView run) {
        try {
            return sse.newEventBuilder()
                    .name("import")
                    .data(json.writeValueAsString(run))
                    .build();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OutboundSseEvent heartbeat(Sse sse) {
        return sse.newEventBuilder().comment("").build();
    }

    private void leave(UUID person) {
        open.computeIfPresent(person, (id, count) -> count == 1 ? null : count - 1);
    }

    /** One stream: what it showed last, and whether it is at its end. Its looks come one after the other. */
    private static final class Watch {
        private final Caller caller;
        private final UUID referralId;
        private final UUID importId;
        private final Sse sse;
        private volatile ImportView seen;
        private volatile boolean ended;
        private volatile @Nullable OutboundSseEvent last;

        Watch(Caller caller, UUID referralId, UUID importId, Sse sse, ImportView seen) {
            this.caller = caller;
            this.referralId = referralId;
            this.importId = importId;
            this.sse = sse;
            this.seen = seen;
        }
    }
}
