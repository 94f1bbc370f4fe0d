package org.simpul.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The installation that the integration tests of one run share: packaged hub, real PostgreSQL, real Keycloak. */
final class RunningHub {
    static final Path HOME = Path.of(System.getProperty("simpul.home"));
    private static @Nullable Installation installation;

    private RunningHub() {}

    /** Started by whoever asks first, stopped with this JVM. */
    static synchronized Installation get() {
        if (installation == null) {
            Installation starting = new Installation(
                    HOME,
                    Path.of(System.getProperty("simpul.keycloak.home")),
                    new State(folder().resolve("state")),
                    Ports.free(),
                    new Progress(System.out));
            Runtime.getRuntime().addShutdownHook(new Thread(starting::close, "stop"));
            starting.start();
            installation = starting;
        }
        return installation;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("simpul-it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
