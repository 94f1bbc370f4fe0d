package org.simpul.audit;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** How far checkpoints are apart. */
class LogClockTest {
    @Test
    void noIntervalIsLongerThanReceiptsAreGiven() {
        assertEquals(Duration.ofSeconds(15), LogClock.pause("20s"));
        assertEquals(Duration.ofSeconds(45), LogClock.pause("PT60S"));
        assertThrows(IllegalStateException.class, () -> LogClock.pause("61s"));
    }
}
