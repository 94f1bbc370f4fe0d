package org.simpul.launch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again, as a person would, for what follows an act after a moment. */
final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private Patience() {}

    /**
     * @param fault what is told when the limit has passed
     * @return the first look that is as wanted
     */
    static <T> T until(Supplier<T> look, Predicate<T> wanted, String fault) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            T seen = look.get();
            if (wanted.test(seen)) {
                return seen;
            }
            moment();
        }
        throw new LaunchFailure("A step did not hold: " + fault + ".");
    }

    /** Between two looks. */
    static void moment() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Stopped.", e);
        }
    }
}
