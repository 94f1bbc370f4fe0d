package org.simpul.interop.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that has come wholly; closing it takes it away. */
public record Spooled(Path path) implements AutoCloseable {

    /** From its beginning, as often as it is asked for. */
    public InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
