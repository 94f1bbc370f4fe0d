package org.simpul.safeguard;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Keeps the data keys under the primary key of the keyset while the hub works. A keyset in a file is read again, so that
 * a new key needs no restart; then whatever another key wraps is wrapped anew, and rows of the old form get keys of their
 * own. What is done is done for good: a run that is broken off is taken up by the next one, here or on another instance.
 */
@ApplicationScoped
class KeyRotation {
    private static final Logger LOG = Logger.getLogger(KeyRotation.class);

    private final Keyring keyring;
    private final KeyKeeper keeper;
    private final AtomicLong waiting;

    KeyRotation(Keyring keyring, KeyKeeper keeper, MeterRegistry metrics) {
        this.keyring = keyring;
        this.keeper = keeper;
        this.waiting = new AtomicLong();
        metrics.gauge("simpul.safeguard.keys.waiting", waiting, AtomicLong::doubleValue);
    }

    /** A hub that could not open what it keeps does not start. */
    void atStart(@Observes StartupEvent start) {
        requireComplete();
    }

    void requireComplete() {
        Set<Long> missing = keyring.missing(keeper.needed());
        if (!missing.isEmpty()) {
            throw new IllegalStateException(Keyring.lacks(missing));
        }
    }

    @Scheduled(
            identity = "key-rotation",
            every = "${simpul.safeguard.rotate-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        try {
            if (keeper.reload()) {
                LOG.infof("the keyset was read anew; key %d wraps now", keyring.primary());
            }
        } catch (IllegalStateException e) {
            LOG.errorf("the keyset is not read anew: %s", e.getMessage());
        }
        rotate();
    }

    /** @return how many data keys and rows were brought up to date */
    long rotate() {
        long done = 0;
        waiting.set(keeper.waiting());
        if (waiting.get() > 0) {
            LOG.infof("%d data keys are to be wrapped by key %d", waiting.get(), keyring.primary());
            done = toTheEnd(keeper::giveKeys) + toTheEnd(keeper::rewrap);
            toTheEnd(keeper::rewrapDigestKey);
            waiting.set(keeper.waiting());
            LOG.infof("%d data keys wrapped, %d waiting", done, waiting.get());
        }
        return done;
    }

    /** One kind of work that fails holds up no other. */
    private static long toTheEnd(Function<UUID, KeyKeeper.Batch> work) {
        long done = 0;
        UUID after = new UUID(0, 0);
        try {
            while (true) {
                KeyKeeper.Batch batch = work.apply(after);
                done += batch.done();
                if (batch.failed() > 0) {
                    LOG.errorf("%d rows do not open, and stay as they are", batch.failed());
                }
                if (batch.last() == null) {
                    return done;
                }
                after = batch.last();
            }
        } catch (RuntimeException e) {
            LOG.errorf("keys are not brought up to date now: %s", e.getClass().getSimpleName());
            return done;
        }
    }
}
