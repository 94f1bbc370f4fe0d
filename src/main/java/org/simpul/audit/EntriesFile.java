package org.simpul.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.simpul.tlog.Hash;

/** Tells every entry as it is written, in a file that another host is sent: what is rolled back too, but none is missing. */
@ApplicationScoped
class EntriesFile {
    private final Optional<FileChannel> file;

    /** @throws UncheckedIOException if the file can't be written: a hub that shall tell does not start without */
    EntriesFile(LogConfig config) {
        this.file = config.entriesFile().map(EntriesFile::open);
    }

    private static FileChannel open(Path path) {
        try {
            return FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void tell(Instant at, UUID entry, String request, Hash leaf) throws IOException {
        if (file.isPresent()) {
            write(file.get(), at + " " + entry + " " + request + " " + leaf + "\n");
        }
    }

    private synchronized void write(FileChannel channel, String line) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }
}
