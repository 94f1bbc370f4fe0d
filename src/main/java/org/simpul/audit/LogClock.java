package org.simpul.audit;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.simpul.tlog.Checkpoint;
import org.simpul.tlog.NoteKey;
import org.simpul.tlog.TamperedException;

/**
 * Appends and publishes at a fixed interval, whatever happened in between, and asks witnesses apart from that: one that
 * is slow moves no checkpoint.
 */
@ApplicationScoped
class LogClock {
    private static final Logger LOG = Logger.getLogger(LogClock.class);
    /** Within that time a receipt is in a checkpoint. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final LogKeys keys;
    private final PublishedLog log;
    private final Cosignatures cosignatures;
    private final WitnessClient client;
    private final LogState state;
    private final Optional<AuditSequencer> sequencer;
    private final InstantSource clock;

    LogClock(
            AgroalDataSource database,
            LogConfig config,
            LogKeys keys,
            PublishedLog log,
            Cosignatures cosignatures,
            WitnessClient client,
            LogState state,
            MeterRegistry metrics,
            InstantSource clock) {
        this.keys = keys;
        this.log = log;
        this.cosignatures = cosignatures;
        this.client = client;
        this.state = state;
        this.sequencer = keys.signer()
                .map(signer -> new AuditSequencer(
                        database, signer, config.batch(), config.largestBatch(), pause(config.publishEvery())));
        this.clock = clock;
        metrics.gauge("simpul.audit.log.checkpoint.age", state, it -> LogState.seconds(it.checkpointAge()));
        metrics.gauge("simpul.audit.log.quorum.age", state, it -> LogState.seconds(it.quorumAge()));
    }

    /** Three quarters of the interval: clocks of several instances together append as one. */
    static Duration pause(String every) {
        if (every.equals("off")) {
            return Duration.ZERO;
        }
        Duration interval = DurationConverter.parseDuration(every);
        if (interval.compareTo(LONGEST) > 0) {
            throw new IllegalStateException("simpul.audit.log.publish-every is longer than 60 seconds");
        }
        return interval.multipliedBy(3).dividedBy(4);
    }

    void atStart(@Observes StartupEvent start) {
        if (sequencer.isEmpty()) {
            LOG.warn("simpul.audit.log.key-file is not set: the audit log is not published");
        }
    }

    @Scheduled(
            identity = "audit-log",
            every = "${simpul.audit.log.publish-every:20s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void publish() {
        try {
            if (sequencer.isPresent()) {
                sequencer.get().append(clock.instant());
                Checkpoint checkpoint = sequencer.get().publish(clock.instant());
                cosignatures.settle(checkpoint.size());
            }
        } catch (SQLException | IOException | TamperedException e) {
            LOG.error("the audit log gets no new checkpoint", e);
        }
        state.look();
    }

    @Scheduled(
            identity = "audit-witnesses",
            every = "${simpul.audit.log.witness-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void ask() {
        Optional<PublishedLog.Signed> newest = log.newest();
        newest.ifPresent(checkpoint -> keys.policy().witnesses().forEach(witness -> keys.policy()
                .prefix(witness)
                .filter(prefix -> witness.cosigned(checkpoint.note()).isEmpty())
                .ifPresent(prefix -> ask(witness, prefix, checkpoint))));
        state.look();
    }

    private void ask(NoteKey witness, String prefix, PublishedLog.Signed checkpoint) {
        try {
            long old = Math.min(cosignatures.last(witness), checkpoint.size());
            WitnessClient.Answer answer = client.add(prefix, log.grown(old, checkpoint));
            if (answer.status() == 409 && answer.body().matches("(0|[1-9][0-9]{0,17})\n")) {
                long has = Long.parseLong(answer.body().strip());
                if (has > checkpoint.size()) {
                    LOG.errorf(
                            "witness %s has cosigned a log of %d leaves, and this one has fewer", witness.name(), has);
                    return;
                }
                answer = client.add(prefix, log.grown(has, checkpoint));
            }
            if (answer.status() != 200) {
                LOG.warnf("witness %s answers %d", witness.name(), answer.status());
                return;
            }
            String signed = checkpoint.note().text() + "\n" + answer.body();
            Cosignatures.Taken taken = cosignatures.add(signed.getBytes(StandardCharsets.UTF_8));
            if (taken != Cosignatures.Taken.KEPT) {
                LOG.warnf("witness %s answers what is no cosignature of its own: %s", witness.name(), taken);
            }
        } catch (IOException e) {
            LOG.warnf("witness %s can't be asked: %s", witness.name(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "witness %s is asked again later", witness.name());
        }
    }
}
