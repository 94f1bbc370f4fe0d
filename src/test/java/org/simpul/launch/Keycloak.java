package org.simpul.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keycloak from its own distribution: built once for PostgreSQL, realms imported at the first start. */
final class Keycloak implements AutoCloseable {

    static final String NAME = "keycloak";
    static final String STOP_SIGNAL = "TERM";

    private static final String HUB_REALM = "simpul-realm.json";

    private static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=true", "--cache=local", "--features=organization");

    private final Path home;
    private final Path distribution;
    private final State state;
    private final Ports ports;
    private volatile @Nullable Process process;

    /** @param distribution the unpacked Keycloak, shared by all installations on this machine */
    Keycloak(Path home, Path distribution, State state, Ports ports) {
        this.home = home;
        this.distribution = distribution;
        this.state = state;
        this.ports = ports;
    }

    URI uri() {
        return URI.create("http://localhost:" + ports.keycloak());
    }

    /** The {@code iss} of the hub's tokens. */
    URI issuer() {
        return uri().resolve("/realms/simpul");
    }

    /** Starts Keycloak and waits until its health check answers. */
    void start(Postgres postgres, URI hub, Progress progress) {
        build(progress);
        placeImports();
        placeTheme();
        Secrets secrets = state.secrets();
        var builder = command(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--hostname=" + uri(),
                "--http-enabled=true",
                "--http-host=localhost",
                "--http-port=" + ports.keycloak(),
                "--http-management-port=" + ports.keycloakManagement(),
                "--db-url=" + postgres.url("keycloak"),
                "--db-username=keycloak",
                "--db-pool-initial-size=2",
                "--db-pool-max-size=20"));
        var environment = builder.environment();
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        environment.put("KC_DB_PASSWORD", secrets.of("keycloak"));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak-admin"));
        // the placeholders in realm-config
        environment.put("KEYCLOAK_URL", uri().toString());
        environment.put("SIMPUL_URL", hub.toString());
        environment.put("SIMPUL_CONSOLE_SECRET", secrets.of("simpul-console"));
        environment.put("SIMPUL_PROVISIONER_SECRET", secrets.of("simpul-provisioner"));
        try {
            Process started = builder.start();
            process = started;
            state.children().remember(NAME, started.toHandle());
            URI health = URI.create("http://localhost:" + ports.keycloakManagement() + "/health/ready");
            progress.until(
                    "Keycloak starts", started, state.log(NAME), Duration.ofMinutes(4), () -> Health.isUp(health));
            // kc.sh runs Java as a child of its own, which is there by now
            state.children().remember(NAME, started.toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            state.children().remember(NAME, process.toHandle());
            state.children().stop(NAME, STOP_SIGNAL);
            process = null;
        }
    }

    private void build(Progress progress) {
        if (!Files.exists(distribution.resolve("version.txt"))) {
            throw new LaunchFailure("Keycloak is not in " + distribution + "; build first: ./mvnw -DskipTests package");
        }
        Path marker = distribution.resolve("built-for-simpul");
        try {
            String options = String.join(" ", BUILD_OPTIONS);
            if (Files.exists(marker) && Files.readString(marker).equals(options)) {
                return;
            }
            var arguments = new ArrayList<>(List.of("build"));
            arguments.addAll(BUILD_OPTIONS);
            Process building = command(arguments).start();
            process = building;
            state.children().remember(NAME, building.toHandle());
            progress.toTheEnd(
                    "Keycloak is made ready for PostgreSQL, once", building, state.log(NAME), Duration.ofMinutes(5));
            Files.writeString(marker, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The realms that are taken over at the first start, by the names of their files: the hub's and the demo's. */
    Map<String, String> realms() {
        var realms = new TreeMap<>(new DemoRealms(home).files(Demo.load(home)));
        try {
            realms.put(HUB_REALM, Files.readString(home.resolve("realm-config").resolve(HUB_REALM)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return realms;
    }

    private void placeImports() {
        Path target = distribution.resolve("data").resolve("import");
        try {
            Files.createDirectories(target);
            try (var old = Files.newDirectoryStream(target, "*-realm.json")) {
                for (Path file : old) {
                    Files.delete(file);
                }
            }
            for (var realm : realms().entrySet()) {
                Files.writeString(target.resolve(realm.getKey()), realm.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sign-in page of the hub's realm, which lists the institutions. */
    private void placeTheme() {
        Path source = home.resolve("realm-config").resolve("theme");
        Path target = distribution.resolve("themes");
        try (var files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(source.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder command(List<String> arguments) {
        var command = new ArrayList<>(
                List.of("bash", distribution.resolve("bin/kc.sh").toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(state.log(NAME).toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }
}
