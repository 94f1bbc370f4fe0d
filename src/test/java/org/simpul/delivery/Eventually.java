package org.simpul.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** For what other threads do: looks until it holds. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Eventually() {}

    static void holds(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(20_000_000);
        }
        assertTrue(condition.getAsBoolean());
    }
}
