package org.simpul.tlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;

/** The last checkpoint that was believed, one file per log; it is on the disk before {@link #keep} returns. */
public record Kept(Path directory) {
    /** @throws IOException also if the file is there and is not a note: what was known must not be forgotten silently */
    public Optional<Note> last(String origin) throws IOException {
        Path file = file(origin, "");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Note.parse(Files.readAllBytes(file)));
        } catch (FormatException e) {
            throw new IOException("the kept checkpoint " + file + " is damaged", e);
        }
    }

    public void keep(String origin, Note checkpoint) throws IOException {
        write(file(origin, ""), checkpoint.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps a note that contradicts the last one, beside it: both signatures together convict the log. */
    public Path keepEvidence(String origin, Note checkpoint) throws IOException {
        byte[] bytes = checkpoint.toString().getBytes(StandardCharsets.UTF_8);
        Path file = file(
                origin, "-against-" + HexFormat.of().formatHex(Hash.sha256().digest(bytes), 0, 8));
        write(file, bytes);
        return file;
    }

    private Path file(String origin, String suffix) {
        byte[] digest = Hash.sha256().digest(origin.getBytes(StandardCharsets.UTF_8));
        return directory.resolve("checkpoint-" + HexFormat.of().formatHex(digest, 0, 8) + suffix);
    }

    static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel parent = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }
}
