package org.simpul.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder that holds everything an installation remembers: databases, passwords, logs, process ids. Beside it lie
 * the programs themselves (Keycloak, PostgreSQL), which a reset keeps.
 */
final class State {

    /** Raised when a folder written by an older launcher can no longer be used. */
    private static final int FORMAT = 1;

    private final Path folder;

    State(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * Creates the folder, or checks that an existing one fits.
     *
     * @param imported what Keycloak took over at the first start and never reads again: the realms and the URLs in them
     * @throws LaunchFailure when the folder was made by another version or for other URLs
     */
    void open(String imported) {
        String wanted = "format " + FORMAT + "\n" + imported + "\n";
        Path marker = folder.resolve("version");
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder);
                Files.writeString(marker, wanted);
            } else if (!Files.exists(marker) || !Files.readString(marker).equals(wanted)) {
                throw new LaunchFailure("The state in " + folder + " was made by another version of Simpul or for other"
                        + " ports:\n" + difference(marker, wanted)
                        + "Start with that version and those ports, or throw the state away: ./simpul reset");
            }
            Files.createDirectories(folder.resolve("log"));
            Files.createDirectories(folder.resolve("run"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String difference(Path marker, String wanted) throws IOException {
        List<String> had = Files.exists(marker) ? Files.readAllLines(marker) : List.of("nothing known");
        return had.stream()
                .filter(line -> !wanted.lines().toList().contains(line))
                .map(line -> "  made for: " + line + "\n")
                .collect(Collectors.joining());
    }

    /** The ports of the last start, by the variables that name them; empty before the first. */
    Map<String, String> ports() {
        Path file = folder.resolve("ports");
        Map<String, String> ports = new HashMap<>();
        if (Files.exists(file)) {
            try (var lines = Files.lines(file)) {
                lines.map(line -> line.split("=", 2)).forEach(pair -> ports.put(pair[0], pair[1]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ports;
    }

    void rememberPorts(Map<String, String> ports) {
        try {
            Files.write(
                    folder.resolve("ports"),
                    ports.entrySet().stream()
                            .map(port -> port.getKey() + "=" + port.getValue())
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    boolean exists() {
        return Files.exists(folder);
    }

    Secrets secrets() {
        return new Secrets(secretsFile());
    }

    Path secretsFile() {
        return folder.resolve("secrets");
    }

    /** What the demo people's authenticator apps would hold. */
    Authenticator authenticator() {
        return new Authenticator(folder.resolve("one-time-codes"));
    }

    Children children() {
        return new Children(folder.resolve("run"));
    }

    Path log(String child) {
        return folder.resolve("log").resolve(child + ".log");
    }

    Path database() {
        return folder.resolve("postgres");
    }

    /** Deletes the folder and all in it. The children must have been stopped before. */
    void delete() {
        if (!exists()) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
