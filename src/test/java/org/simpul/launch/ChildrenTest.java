package org.simpul.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ChildrenTest {

    @TempDir
    Path folder;

    private Process process;

    @BeforeEach
    void startSomethingThatWaits() throws IOException {
        process = new ProcessBuilder("cat").start();
    }

    @AfterEach
    void endIt() {
        process.destroyForcibly();
    }

    @Test
    void aProcessIsFoundAndStoppedByWhoDidNotStartIt() throws InterruptedException {
        new Children(folder).remember("hub", process.toHandle());
        var later = new Children(folder);
        assertEquals(List.of(process.toHandle()), later.alive("hub"));
        assertTrue(later.stop("hub", "TERM"));
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        assertFalse(later.stop("hub", "TERM"));
    }

    @Test
    void aStrangersProcessWithTheSameIdIsLeftAlone() throws IOException {
        Instant earlier = process.info().startInstant().orElseThrow().minus(1, ChronoUnit.HOURS);
        Files.writeString(folder.resolve("hub"), process.pid() + " " + earlier);
        var children = new Children(folder);
        assertFalse(children.stop("hub", "TERM"));
        assertTrue(process.isAlive());
    }

    @Test
    void nobodyIsAliveUnderANameThatWasNeverRemembered() {
        assertEquals(List.of(), new Children(folder).alive("hub"));
    }
}
