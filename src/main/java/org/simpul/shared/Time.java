package org.simpul.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The one clock of the hub, in UTC; everything that needs the time injects an {@link InstantSource}. It counts
 * microseconds, as PostgreSQL does: an answer tells the same time before and after it was stored.
 */
@ApplicationScoped
class Time {
    @Produces
    @ApplicationScoped
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
