package org.simpul.interop.reading;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RepeatsTest {
    @Test
    void whatCameIsKnownHoweverManyCameSince() {
        Repeats repeats = new Repeats();
        for (int i = 0; i < 50_000; i++) {
            assertFalse(repeats.came("row " + i));
        }
        for (int i = 0; i < 50_000; i++) {
            assertTrue(repeats.came("row " + i));
        }
        assertFalse(repeats.came("another"));
    }
}
