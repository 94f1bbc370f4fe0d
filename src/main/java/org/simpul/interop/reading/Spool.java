package org.simpul.interop.reading;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a file waits that must be read twice or from its end. It is its owner's alone, in a folder that nobody else
 * reads, and gone when its import has been read. What a crash leaves behind goes when no import can be reading it any
 * more: at a start or while the hub serves (R2).
 */
@ApplicationScoped
public class Spool {
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final String PREFIX = "import-";

    private final ImportLimits limits;
    private final Path folder;
    private final InstantSource clock;
    private final boolean serving;

    Spool(ImportLimits limits, InstantSource clock, @ConfigProperty(name = "simpul.serving") boolean serving) {
        this.limits = limits;
        this.clock = clock;
        this.serving = serving;
        this.folder = limits.spoolFolder()
                .orElseGet(() -> Path.of(
                        System.getProperty("java.io.tmpdir"), "simpul-imports-" + System.getProperty("user.name")));
    }

    void atStart(@Observes StartupEvent start) {
        if (!serving) {
            return;
        }
        try {
            prepare();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sweep();
    }

    /** Twice as long as an import may last, nobody is reading it any more, on this instance or another. */
    @Scheduled(
            identity = "spool-sweep",
            every = "${simpul.interrupted-imports.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        Instant old = clock.instant().minus(limits.deadline().multipliedBy(2));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : left) {
                if (isOlder(file, old)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOlder(Path file, Instant than) throws IOException {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(than);
        } catch (NoSuchFileException e) {
            // its import has ended meanwhile
            return false;
        }
    }

    private void prepare() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder, OWNERS_FOLDER);
        }
        if (!Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)
                .equals(PosixFilePermissions.fromString("rwx------"))) {
            throw new IOException("simpul.imports.spool-folder must be the hub's alone (rwx------): " + folder);
        }
    }

    /**
     * Takes a file to its end.
     *
     * @throws FileRefused when it is longer than a file may be
     * @throws IOException when it broke off on its way
     */
    public Spooled take(InputStream file) throws FileRefused, IOException {
        Spooled spooled = new Spooled(Files.createTempFile(folder, PREFIX, "", OWNERS_FILE));
        try (OutputStream out = Files.newOutputStream(spooled.path())) {
            byte[] buffer = new byte[64 * 1024];
            long length = 0;
            for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
                length += read;
                if (length > limits.maxBytes()) {
                    throw new FileRefused("file_too_large");
                }
                out.write(buffer, 0, read);
            }
            return spooled;
        } catch (FileRefused | IOException | RuntimeException e) {
            spooled.close();
            throw e;
        }
    }

    Path folder() {
        return folder;
    }
}
