package org.simpul.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simpul.safeguard.KeysetFile;

/** The product itself, as it is shipped: its jar in a process of its own, configured by environment variables. */
final class Hub implements AutoCloseable {

    static final String NAME = "hub";
    static final String STOP_SIGNAL = "TERM";

    private final Path home;
    private final State state;
    private final Ports ports;
    private volatile @Nullable Process process;
    private volatile Map<String, String> settings = Map.of();

    Hub(Path home, State state, Ports ports) {
        this.home = home;
        this.state = state;
        this.ports = ports;
    }

    URI uri() {
        return URI.create("http://localhost:" + ports.hub());
    }

    /** Runs the product's command that sets up a new hub, here with the demo's institutions; once is enough. */
    void bootstrap(Postgres postgres, Keycloak keycloak, Progress progress) {
        Process running = run(
                postgres, keycloak, List.of("bootstrap", participants(keycloak).toString()));
        progress.toTheEnd(
                "The hub's tables, institutions and typologies are set up",
                running,
                state.log(NAME),
                Duration.ofMinutes(2));
    }

    /**
     * Starts the hub and waits until its health check answers.
     *
     * @param settings of this start alone, by the variables that name them
     */
    void start(Postgres postgres, Keycloak keycloak, Progress progress, Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
        Process started = run(postgres, keycloak, List.of());
        URI health = URI.create("http://127.0.0.1:" + ports.hubManagement() + "/q/health/ready");
        progress.until("The hub starts", started, state.log(NAME), Duration.ofMinutes(2), () -> Health.isUp(health));
    }

    void kill() {
        state.children().stop(NAME, "KILL");
        process = null;
    }

    @Override
    public void close() {
        if (process != null) {
            state.children().stop(NAME, STOP_SIGNAL);
            process = null;
        }
    }

    /** The key of protected subjects, made once: without it their rows stay closed for ever. */
    private Path keyset() {
        Path file = state.folder().resolve("protected-subjects.keyset.json");
        if (!Files.exists(file)) {
            try {
                KeysetFile.create(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }

    /** The demo's institutions, with this installation's Keycloak as their home. */
    private Path participants(Keycloak keycloak) {
        Path file = state.folder().resolve("participants.yaml");
        try {
            String text = Files.readString(Demo.file(home))
                    .replace("${KEYCLOAK_URL}", keycloak.uri().toString());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the product's command that makes Keycloak like the hub's records, beside a running hub. */
    Process provision(Postgres postgres, Keycloak keycloak, Path log) {
        try {
            return command(postgres, keycloak, List.of("provision"))
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process run(Postgres postgres, Keycloak keycloak, List<String> arguments) {
        try {
            Process started = command(postgres, keycloak, arguments).start();
            process = started;
            state.children().remember(NAME, started.toHandle());
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder command(Postgres postgres, Keycloak keycloak, List<String> arguments) {
        Path jar = home.resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new LaunchFailure("The hub is not built (" + jar + "); build first: ./mvnw -DskipTests package");
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Duser.timezone=UTC",
                "-jar",
                jar.toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(state.log(NAME).toFile()));
        Secrets secrets = state.secrets();
        var environment = builder.environment();
        environment.put("SIMPUL_HOST", "localhost");
        environment.put("SIMPUL_PORT", Integer.toString(ports.hub()));
        environment.put("SIMPUL_MANAGEMENT_PORT", Integer.toString(ports.hubManagement()));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.url("simpul"));
        environment.put("QUARKUS_DATASOURCE_USERNAME", "simpul_app");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.of("simpul_app"));
        environment.put("QUARKUS_DATASOURCE_SESSION_PASSWORD", secrets.of("simpul_session"));
        environment.put("QUARKUS_LIQUIBASE_USERNAME", "simpul_migrator");
        environment.put("QUARKUS_LIQUIBASE_PASSWORD", secrets.of("simpul_migrator"));
        environment.put("HUB_ISSUER", keycloak.issuer().toString());
        environment.put("KEYCLOAK_URL", keycloak.uri().toString());
        environment.put("SIMPUL_CONSOLE_SECRET", secrets.of("simpul-console"));
        environment.put("SIMPUL_PROVISIONER_SECRET", secrets.of("simpul-provisioner"));
        environment.put("SIMPUL_SAFEGUARD_KEYSET_FILE", keyset().toString());
        WitnessedLog log = new WitnessedLog(uri(), state);
        environment.put("SIMPUL_AUDIT_LOG_KEY_FILE", log.key().toString());
        environment.put("SIMPUL_AUDIT_LOG_POLICY_FILE", log.policy().toString());
        // whoever plays the story waits for its receipts
        environment.put("SIMPUL_AUDIT_LOG_PUBLISH_EVERY", "5s");
        // the fixed time after which a submitter is told FINISHED: 90 days in earnest, seconds in the demo
        environment.put("SIMPUL_CASEWORK_FINISHED_AFTER", "PT15S");
        environment.put("SIMPUL_CASEWORK_NOTICE_EVERY", "1s");
        // the demo's institutions have their sign-in on this machine
        environment.put("SIMPUL_FEDERATION_TRUSTED_HOSTS", "localhost");
        environment.put("SIMPUL_PROVISIONING_EVERY", "1s");
        environment.put("SIMPUL_RETENTION_PURGE_EVERY", "1s");
        environment.putAll(settings);
        return builder;
    }
}
