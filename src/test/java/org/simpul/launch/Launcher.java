package org.simpul.launch;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The command line: {@code ./simpul demo [--exit] | start | stop | status | reset | token | code | check}. */
public final class Launcher {

    private static final String USAGE =
            """
            Usage: ./simpul <command>
              demo [--exit]   start Simpul with its demo institutions and play the story (--exit: then stop)
              start           start Simpul without the story
              stop            stop everything, also what a killed start left behind
              status          tell what runs
              reset           stop, and throw all data of the demo away
              token <login> [--strong]
                              print an access token of a demo person (five minutes); --strong: with a one-time code
              code <login>    print a one-time code of a demo person, for a sign-in by hand
              check [<keycloak-url> <realm>]
                              hold the demo's realm, or another one, against what Simpul needs; for another one:
                              KC_BOOTSTRAP_ADMIN_USERNAME and KC_BOOTSTRAP_ADMIN_PASSWORD, or
                              KC_BOOTSTRAP_ADMIN_CLIENT_ID and KC_BOOTSTRAP_ADMIN_CLIENT_SECRET, name an administrator
            """;
    /** The exit code of init scripts for "not running". */
    private static final int NOT_RUNNING = 3;

    private static final int WRONG_USAGE = 2;

    private final Path home;
    private final Path keycloakHome;
    private final State state;
    private final Ports ports;
    private final Progress progress = new Progress(System.out);

    private Launcher(Path home, Path keycloakHome) {
        this.home = home;
        this.keycloakHome = keycloakHome;
        this.state = new State(home.resolve(".simpul").resolve("state"));
        this.ports = Ports.from(System.getenv(), state);
    }

    /**
     * Needs the system properties {@code simpul.home} (the project's folder) and {@code simpul.keycloak.home} (the
     * unpacked Keycloak). Exit codes: 0 done, 1 failed (the message says why), 2 wrong usage, 3 not running.
     */
    public static void main(String[] arguments) {
        int exitCode;
        try {
            var launcher = new Launcher(
                    Path.of(System.getProperty("simpul.home")), Path.of(System.getProperty("simpul.keycloak.home")));
            exitCode = launcher.run(Arrays.asList(arguments));
        } catch (LaunchFailure e) {
            System.err.println(e.getMessage());
            exitCode = 1;
        }
        System.exit(exitCode);
    }

    private int run(List<String> arguments) {
        return switch (String.join(" ", arguments)) {
            case "demo" -> launch(true, false);
            case "demo --exit" -> launch(true, true);
            case "start" -> launch(false, false);
            case "stop" -> stop();
            case "status" -> status();
            case "reset" -> reset();
            case "check" -> check(new Installation(home, keycloakHome, state, ports, progress).realm());
            default -> about(arguments);
        };
    }

    private int about(List<String> arguments) {
        int count = arguments.size();
        if (count >= 2 && arguments.get(0).equals("token")) {
            if (count == 2) {
                return token(arguments.get(1), false);
            }
            if (count == 3 && arguments.get(2).equals("--strong")) {
                return token(arguments.get(1), true);
            }
        }
        if (count == 2 && arguments.get(0).equals("code")) {
            return code(arguments.get(1));
        }
        if (count == 3 && arguments.get(0).equals("check")) {
            return check(RealmState.of(URI.create(arguments.get(1)), arguments.get(2), administrator()));
        }
        System.err.print(USAGE);
        return WRONG_USAGE;
    }

    private int launch(boolean withStory, boolean exitAfterwards) {
        var installation = new Installation(home, keycloakHome, state, ports, progress);
        if (runs(Installation.LAUNCHER)) {
            progress.say("Simpul is running already, or is just being started.");
            addresses(installation);
            return exitAfterwards ? 1 : 0;
        }
        if (stopChildren()) {
            progress.say("What an earlier start had left behind was stopped.");
        }
        var stopOnSignal = new Thread(installation::close, "stop");
        Runtime.getRuntime().addShutdownHook(stopOnSignal);
        try {
            long begin = System.nanoTime();
            installation.start();
            progress.say("Simpul is ready after " + (System.nanoTime() - begin) / 1_000_000_000 + " s.");
            boolean told = !withStory || demo(installation);
            if (exitAfterwards) {
                return told ? 0 : 1;
            }
            addresses(installation);
            progress.say("Ctrl-C here or ./simpul stop elsewhere ends it.");
            installation.awaitAnyEnd();
            if (!installation.isClosing()) {
                throw new LaunchFailure(
                        "A part of Simpul has ended by itself; the logs are in " + state.log("*") + ".");
            }
            return 0;
        } catch (LaunchFailure e) {
            if (installation.isClosing()) {
                return 1;
            }
            throw e;
        } finally {
            installation.close();
        }
    }

    private boolean demo(Installation installation) {
        try {
            Story story = new Story(installation.hub(), installation.tokens(), progress);
            story.play();
            progress.say(installation.log().confirm(story.receipts()));
            return true;
        } catch (LaunchFailure e) {
            progress.say("The story broke off. " + e.getMessage());
            return false;
        }
    }

    private int stop() {
        boolean anything = state.exists() && (state.children().stop(Installation.LAUNCHER, "TERM") | stopChildren());
        progress.say(anything ? "Simpul is stopped." : "Simpul was not running.");
        return 0;
    }

    private int status() {
        boolean all = true;
        for (String child : Installation.STOP_ORDER.keySet()) {
            boolean runs = runs(child);
            all &= runs;
            progress.say(String.format("%-9s %s", child, runs ? "runs" : "does not run"));
        }
        if (all) {
            addresses(new Installation(home, keycloakHome, state, ports, progress));
        }
        return all ? 0 : NOT_RUNNING;
    }

    private int reset() {
        stop();
        state.delete();
        progress.say("The data of the demo are gone; the next start makes everything anew.");
        return 0;
    }

    private int token(String login, boolean strong) {
        URI issuer = new Keycloak(home, keycloakHome, state, ports).issuer();
        var tokens = new Tokens(issuer, Demo.load(home), state.authenticator());
        progress.say(strong ? tokens.strong(login) : tokens.of(login));
        return 0;
    }

    private int code(String login) {
        Demo.load(home).participantOf(login);
        progress.say(state.authenticator().code(login));
        return 0;
    }

    private int check(RealmState realm) {
        List<RealmCheck.Point> points = new RealmCheck(home).points(realm);
        points.forEach(point -> progress.say(point.toString()));
        return points.stream().allMatch(RealmCheck.Point::holds) ? 0 : 1;
    }

    private static Map<String, String> administrator() {
        Map<String, String> environment = System.getenv();
        String secret = environment.get("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET");
        if (secret != null) {
            String client = environment.getOrDefault("KC_BOOTSTRAP_ADMIN_CLIENT_ID", "temp-admin");
            return RealmState.service(client, secret);
        }
        String password = environment.get("KC_BOOTSTRAP_ADMIN_PASSWORD");
        if (password == null) {
            throw new LaunchFailure("Who asks? Set KC_BOOTSTRAP_ADMIN_PASSWORD or KC_BOOTSTRAP_ADMIN_CLIENT_SECRET.");
        }
        return RealmState.person(environment.getOrDefault("KC_BOOTSTRAP_ADMIN_USERNAME", "admin"), password);
    }

    private boolean runs(String child) {
        return state.exists() && !state.children().alive(child).isEmpty();
    }

    private boolean stopChildren() {
        if (!state.exists()) {
            return false;
        }
        boolean anything = false;
        for (var child : Installation.STOP_ORDER.entrySet()) {
            anything |= state.children().stop(child.getKey(), child.getValue());
        }
        return anything;
    }

    private void addresses(Installation installation) {
        progress.say("  Console     " + installation.hub().resolve("/console"));
        progress.say("  API         " + installation.hub().resolve("/api/v1/me") + ", described at "
                + installation.hub().resolve("/q/openapi"));
        progress.say("  Keycloak    " + installation.keycloak().resolve("/admin") + " (admin; password in "
                + state.secretsFile() + ")");
        progress.say("  Sign in as  ana, fajar, xena, oki … (realm-config/demo.yaml), password " + Demo.PASSWORD
                + ", at their own institution; one-time codes: ./simpul code <login>");
    }
}
