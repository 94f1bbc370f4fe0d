package org.simpul.bootstrap;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.List;

/** Starts the hub; with {@code bootstrap <participants.yaml>} it sets up a new one instead, and ends. */
@QuarkusMain
public class Main implements QuarkusApplication {
    /** A command answers no requests and runs no jobs: the hub may be running beside it. */
    private static final List<String> OFF_FOR_COMMANDS =
            List.of("quarkus.http.host-enabled", "quarkus.management.host-enabled", "quarkus.scheduler.enabled");

    private final Bootstrap bootstrap;

    Main(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** @param arguments none to serve; {@code bootstrap} and a file to set up */
    public static void main(String... arguments) {
        if (arguments.length > 0) {
            OFF_FOR_COMMANDS.forEach(property -> System.setProperty(property, "false"));
        }
        Quarkus.run(Main.class, arguments);
    }

    /** @return the exit code: 0 when done, 1 when nothing was done */
    @Override
    public int run(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.waitForExit();
            return 0;
        }
        if (arguments.length != 2 || !arguments[0].equals("bootstrap")) {
            System.err.println("Either no argument, to serve; or: bootstrap <participants.yaml>");
            return 1;
        }
        try {
            bootstrap.run(Path.of(arguments[1])).forEach(System.out::println);
            return 0;
        } catch (BootstrapFailure e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }
}
