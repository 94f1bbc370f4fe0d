package org.simpul.tlog;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;

/** The last checkpoint that was believed, one file per log; it is on the disk before {@link #keep} returns. */
public final class Kept implements Closeable {
    private final Path directory;
    private final Optional<FileChannel> lock;

    /** A folder that nobody else writes to. */
    public Kept(Path directory) {
        this(directory, Optional.empty());
    }

    private Kept(Path directory, Optional<FileChannel> lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * The folder, made if it is not there, for this process alone until it is closed.
     *
     * @throws IOException also if another process has it
     */
    public static Kept alone(Path directory) throws IOException {
        Files.createDirectories(directory);
        FileChannel lock =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(lock)) {
            lock.close();
            throw new IOException("another process works with " + directory);
        }
        return new Kept(directory, Optional.of(lock));
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** @throws IOException also if the file is there and is not a note: what was known must not be forgotten silently */
    public Optional<Note> last(String origin) throws IOException {
        Path file = file(origin, "");
        try {
            return Optional.of(Note.parse(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (FormatException e) {
            throw new IOException("the kept checkpoint " + file + " is damaged", e);
        }
    }

    /** What {@link #last} says. */
    public Optional<Checkpoint> checkpoint(String origin) throws IOException {
        Optional<Note> note = last(origin);
        try {
            return note.isEmpty() ? Optional.empty() : Optional.of(Checkpoint.parse(note.get()));
        } catch (FormatException e) {
            throw new IOException("the kept checkpoint is damaged", e);
        }
    }

    public void keep(String origin, Note checkpoint) throws IOException {
        write(file(origin, ""), checkpoint.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps a note that contradicts the last one beside it, once for each text. */
    public Path keepEvidence(String origin, Note checkpoint) throws IOException {
        Path file = file(origin, "-against-" + digest(checkpoint.text()));
        write(file, checkpoint.toString().getBytes(StandardCharsets.UTF_8));
        return file;
    }

    private Path file(String origin, String suffix) {
        return directory.resolve("checkpoint-" + digest(origin) + suffix);
    }

    private static String digest(String text) {
        byte[] digest = Hash.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    static void write(Path file, byte[] bytes) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
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
        // elsewhere a folder can't be opened
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel folder = FileChannel.open(parent, StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (lock.isPresent()) {
            lock.get().close();
        }
    }
}
