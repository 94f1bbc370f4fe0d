package org.simpul.bootstrap;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.simpul.participant.Provisioner;
import org.simpul.safeguard.KeysetCommand;

/**
 * Starts the hub; or does one thing and ends: {@code bootstrap <participants.yaml>} sets up a new hub, {@code provision}
 * makes Keycloak like the hub's records, {@code keyset} makes or rotates the keyset of protected subjects.
 */
@QuarkusMain
public class Main implements QuarkusApplication {
    /** A command answers no requests and runs no jobs: the hub may be running beside it. */
    private static final List<String> OFF_FOR_COMMANDS = List.of(
            "quarkus.http.host-enabled",
            "quarkus.management.host-enabled",
            "quarkus.scheduler.enabled",
            "simpul.serving");

    private static final String USAGE =
            "Either no argument, to serve; or: bootstrap <participants.yaml>; or: provision; or: "
                    + KeysetCommand.USAGE;

    private final Bootstrap bootstrap;
    private final Provisioner provisioner;

    Main(Bootstrap bootstrap, Provisioner provisioner) {
        this.bootstrap = bootstrap;
        this.provisioner = provisioner;
    }

    /** @param arguments none to serve; a command and what it takes */
    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(KeysetCommand.NAME)) {
            // before anything starts: the hub itself does not start without a keyset
            System.exit(KeysetCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        if (arguments.length > 0) {
            OFF_FOR_COMMANDS.forEach(property -> System.setProperty(property, "false"));
        }
        Quarkus.run(Main.class, arguments);
    }

    /** @return the exit code: 0 when done, 1 when something was not */
    @Override
    public int run(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.waitForExit();
            return 0;
        }
        return switch (arguments[0]) {
            case "bootstrap" -> arguments.length == 2 ? bootstrap(Path.of(arguments[1])) : usage();
            case "provision" -> arguments.length == 1 ? told(provisioner.provisionAll()) : usage();
            default -> usage();
        };
    }

    private int bootstrap(Path participants) {
        try {
            bootstrap.run(participants).forEach(System.out::println);
            return told(provisioner.provisionPending());
        } catch (BootstrapFailure e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static int told(Provisioner.Result result) {
        if (!result.done().isEmpty()) {
            System.out.println("Keycloak has been made like the record of " + String.join(", ", result.done()) + ".");
        }
        if (!result.failed().isEmpty()) {
            System.err.println("Keycloak is not like the record of " + String.join(", ", result.failed())
                    + " yet (the log says why); the running hub goes on trying.");
            return 1;
        }
        return 0;
    }

    private static int usage() {
        System.err.println(USAGE);
        return 1;
    }
}
