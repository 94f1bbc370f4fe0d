package org.simpul.interop.reading;

import io.quarkus.runtime.StartupEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SpoolTest {
    @TempDir
    Path home;

    @Test
    void aFileIsItsOwnersAloneAndGoneWhenItIsClosed() throws Exception {
        Spool spool = spool();
        try (Spooled file = spool.take(new ByteArrayInputStream(new byte[100]))) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(spool.folder())));
            assertEquals(100, file.open().readAllBytes().length);
        }
        assertEquals(List.of(), left(spool));
    }

    @Test
    void aFileThatBreaksOffOrIsTooLongLeavesNothingBehind() throws Exception {
        Spool spool = spool();
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThrows(IOException.class, () -> spool.take(broken));
        assertThrows(FileRefused.class, () -> spool.take(new ByteArrayInputStream(new byte[1_001])));
        assertEquals(List.of(), left(spool));
    }

    @Test
    void whatACrashLeftBehindGoesAtTheNextStart() throws Exception {
        Spool spool = spool();
        Spooled left = spool.take(new ByteArrayInputStream(new byte[10]));
        Files.setLastModifiedTime(left.path(), FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        spool();
        assertEquals(List.of(), left(spool));
    }

    @Test
    void whatAnotherIsReadingStaysWhenOneStarts() throws Exception {
        Spool spool = spool();
        Spooled read = spool.take(new ByteArrayInputStream(new byte[10]));
        spool();
        assertEquals(List.of(read.path()), left(spool));
        Files.setLastModifiedTime(read.path(), FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        spool(false);
        assertEquals(List.of(read.path()), left(spool), "a command beside a hub that serves takes its files away");
    }

    @Test
    void aFolderThatOthersReadIsRefused() throws Exception {
        Files.createDirectory(
                home.resolve("spool"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.setPosixFilePermissions(home.resolve("spool"), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThrows(RuntimeException.class, this::spool);
    }

    private Spool spool() {
        return spool(true);
    }

    private Spool spool(boolean serving) {
        Spool spool = new Spool(
                Limits.of(Map.of("spool-folder", home.resolve("spool").toString(), "max-bytes", "1000")),
                InstantSource.system(),
                serving);
        spool.atStart(new StartupEvent());
        return spool;
    }

    private static List<Path> left(Spool spool) throws IOException {
        try (Stream<Path> files = Files.list(spool.folder())) {
            return files.toList();
        }
    }
}
