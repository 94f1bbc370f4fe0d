package org.simpul.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The processes of an installation, one small file each, so that they are found again after their launcher was killed.
 * A process is known by its id and its start time: ids are used again, and a stranger's process must never be stopped.
 */
final class Children {

    /** The system computes start times from the boot time, which moves a little when the clock is set. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;

    Children(Path folder) {
        this.folder = folder;
    }

    /** Remembers a process and those that it has started so far. */
    void remember(String name, ProcessHandle process) {
        try (Stream<ProcessHandle> all = Stream.concat(Stream.of(process), process.descendants())) {
            var lines = all.map(p -> p.pid() + " " + p.info().startInstant().orElse(Instant.EPOCH))
                    .toList();
            Files.write(folder.resolve(name), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of that name and its own children, as far as they are alive; the first is the process itself. */
    List<ProcessHandle> alive(String name) {
        var alive = new ArrayList<ProcessHandle>();
        try {
            for (String line : Files.readAllLines(folder.resolve(name))) {
                String[] parts = line.split(" ");
                Instant started = Instant.parse(parts[1]);
                ProcessHandle.of(Long.parseLong(parts[0]))
                        .filter(ProcessHandle::isAlive)
                        .filter(p -> startedAt(p, started))
                        .ifPresent(alive::add);
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return alive;
    }

    /**
     * Asks the processes of that name to end ({@code signal} as in kill(1)), and ends by force those that do not within
     * 20 seconds.
     *
     * @return whether any was alive
     */
    boolean stop(String name, String signal) {
        List<ProcessHandle> alive = alive(name);
        for (ProcessHandle process : alive) {
            signal(process, signal);
        }
        var ends = alive.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            alive.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        forget(name);
        return !alive.isEmpty();
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant started) {
        return process.info()
                .startInstant()
                .map(at -> Duration.between(at, started).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                .orElse(false);
    }

    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
