package org.simpul.interop.imports;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class DeadlineTest {
    private Instant now = Instant.EPOCH;
    private final Deadline deadline = new Deadline(() -> now, Duration.ofMinutes(30));

    @Test
    void whatComesInTimeIsTakenAndNothingAfterIt() throws Exception {
        InputStream file = deadline.on(new ByteArrayInputStream(new byte[3]));
        Iterator<Integer> chunks = deadline.on(List.of(1, 2)).iterator();
        now = Instant.EPOCH.plus(Duration.ofMinutes(30));
        assertEquals(0, file.read());
        assertEquals(1, file.read(new byte[1]));
        assertEquals(1, chunks.next());
        now = now.plusMillis(1);
        assertThrows(Deadline.Missed.class, file::read);
        assertThrows(Deadline.Missed.class, () -> file.read(new byte[1]));
        assertThrows(Deadline.Missed.class, chunks::next);
        assertThrows(Deadline.Missed.class, deadline::check);
    }
}
