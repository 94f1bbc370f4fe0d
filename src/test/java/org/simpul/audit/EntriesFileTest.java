package org.simpul.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simpul.tlog.Hash;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** The file that another host is sent. */
class EntriesFileTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:42:17Z");
    private static final UUID ID = UUID.fromString("0198a000-0000-7000-8000-0000000000e1");

    @TempDir
    Path folder;

    private static EntriesFile file(Path path) {
        LogConfig config = (LogConfig) Proxy.newProxyInstance(
                LogConfig.class.getClassLoader(),
                new Class<?>[] {LogConfig.class},
                (proxy, method, values) -> Optional.ofNullable(path));
        return new EntriesFile(config);
    }

    @Test
    void eachEntryIsALineBehindTheOthers() throws IOException {
        Path path = folder.resolve("entries");
        file(path).tell(NOW, ID, "r1", Hash.EMPTY);
        file(path).tell(NOW, ID, "r2", Hash.EMPTY);
        String line = "2026-03-01T10:42:17Z " + ID + " %s " + Hash.EMPTY;
        assertEquals(List.of(line.formatted("r1"), line.formatted("r2")), Files.readAllLines(path));
    }

    @Test
    void whatCanNotBeWrittenIsNotPassedOver() {
        assertThrows(
                UncheckedIOException.class, () -> file(folder.resolve("nowhere").resolve("entries")));
        assertThrows(IOException.class, () -> file(Path.of("/dev/full")).tell(NOW, ID, "r1", Hash.EMPTY));
    }

    @Test
    void withoutAFileNothingIsTold() {
        assertDoesNotThrow(() -> file(null).tell(NOW, ID, "r1", Hash.EMPTY));
    }
}
