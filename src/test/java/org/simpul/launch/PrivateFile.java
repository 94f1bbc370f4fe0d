package org.simpul.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/**
 * Names and values in a file that only its owner may read (0600). It is replaced as a whole, so a reader never sees half
 * of it.
 *
 * @param title first line of the file
 */
record PrivateFile(Path file, String title) {

    /** What the file holds; nothing when it is not there. */
    Properties read() {
        var known = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                known.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return known;
    }

    void write(Properties known) {
        try {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path next =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".next", ownerOnly);
            try (var out = Files.newBufferedWriter(next)) {
                known.store(out, title);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
