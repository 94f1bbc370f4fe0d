package org.simpul.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of our own: durable, on the loopback address alone, with the roles of deploy/roles.sql. */
final class Postgres implements AutoCloseable {

    static final String NAME = "postgres";
    /** Asks the server for a fast shutdown: open sessions are cut, committed work is kept. */
    static final String STOP_SIGNAL = "INT";

    private static final String PASSWORDS_ONLY =
            """
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final Path home;
    private final State state;
    private final Ports ports;
    private final Secrets secrets;
    private volatile @Nullable EmbeddedPostgres server;

    Postgres(Path home, State state, Ports ports) {
        this.home = home;
        this.state = state;
        this.ports = ports;
        this.secrets = state.secrets();
    }

    /** Starts the server (the first time it creates the databases {@code simpul} and {@code keycloak}) and waits. */
    void start(Progress progress) {
        progress.say("PostgreSQL starts …");
        Path log = state.log(NAME);
        try {
            var output = ProcessBuilder.Redirect.appendTo(log.toFile());
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            home.resolve(".simpul").resolve("postgres").toFile())
                    .setDataDirectory(state.database())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(ports.postgres())
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOutputRedirector(output)
                    .setErrorRedirector(output)
                    .setConnectConfig("password", secrets.of("postgres"))
                    // the library is made for tests and switches durability off; the later setting wins
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "localhost")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "100")
                    .start();
            server = started;
            remember();
            prepare(started);
        } catch (IOException | IllegalStateException e) {
            throw new LaunchFailure("PostgreSQL did not start; see " + log + ".", e);
        } catch (SQLException e) {
            throw new LaunchFailure("PostgreSQL started, but could not be set up: " + e.getMessage(), e);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + ports.postgres() + "/" + database;
    }

    /** Throws one of the databases away, and makes it anew and empty. */
    void recreate(String database) {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            execute(connection, formatted(connection, "drop database %I with (force)%s", database, ""));
            createDatabaseIfMissing(connection, database, database);
        } catch (SQLException e) {
            throw new LaunchFailure("The database " + database + " could not be made anew: " + e.getMessage(), e);
        }
    }

    /** Ends the server in the middle of whatever it does (SIGKILL), and waits until its sessions have seen that. */
    void kill() {
        List<ProcessHandle> sessions = state.children().alive(NAME).stream()
                .flatMap(ProcessHandle::descendants)
                .toList();
        state.children().stop(NAME, "KILL");
        sessions.forEach(session -> session.onExit().join());
        // its lock on the folder
        close();
    }

    @Override
    public void close() {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                state.children().stop(NAME, STOP_SIGNAL);
            }
            state.children().forget(NAME);
            server = null;
        }
    }

    /** The library starts the server through pg_ctl, which is gone by now; the server notes its own id. */
    private void remember() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(state.database().resolve("postmaster.pid"))
                .get(0)
                .strip());
        ProcessHandle.of(pid).ifPresent(server -> state.children().remember(NAME, server));
    }

    private void prepare(EmbeddedPostgres started) throws SQLException, IOException {
        try (Connection connection = started.getPostgresDatabase().getConnection()) {
            password(connection, "postgres", "postgres");
            createRoleIfMissing(connection, "keycloak");
            password(connection, "keycloak", "keycloak");
            createDatabaseIfMissing(connection, "keycloak", "keycloak");
            createDatabaseIfMissing(connection, "simpul", "postgres");
        }
        try (Connection connection = started.getDatabase("postgres", "simpul").getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, Files.readString(home.resolve("deploy").resolve("roles.sql")));
            for (String role : List.of("simpul_app", "simpul_migrator", "simpul_session")) {
                password(connection, role, role);
            }
            connection.commit();
        }
        Path access = state.database().resolve("pg_hba.conf");
        if (!Files.readString(access).equals(PASSWORDS_ONLY)) {
            Files.writeString(access, PASSWORDS_ONLY);
            try (Connection connection = started.getPostgresDatabase().getConnection()) {
                execute(connection, "select pg_reload_conf()");
            }
        }
    }

    private void password(Connection connection, String role, String secret) throws SQLException {
        execute(connection, formatted(connection, "alter role %I password %L", role, secrets.of(secret)));
    }

    private static void createRoleIfMissing(Connection connection, String role) throws SQLException {
        if (!exists(connection, "select from pg_roles where rolname = ?", role)) {
            execute(connection, formatted(connection, "create role %I login%s", role, ""));
        }
    }

    private static void createDatabaseIfMissing(Connection connection, String database, String owner)
            throws SQLException {
        if (!exists(connection, "select from pg_database where datname = ?", database)) {
            execute(connection, formatted(connection, "create database %I owner %I", database, owner));
            execute(connection, formatted(connection, "revoke all on database %I from public%s", database, ""));
        }
    }

    /** PostgreSQL's own quoting, for statements that take no parameters. */
    private static String formatted(Connection connection, String template, String first, String second)
            throws SQLException {
        try (var statement = connection.prepareStatement("select format(?, ?, ?)")) {
            statement.setString(1, template);
            statement.setString(2, first);
            statement.setString(3, second);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
