package org.simpul.launch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A whole Simpul on this machine: PostgreSQL, Keycloak, hub, in the order of their start and stopped in the reverse.
 * The demo has one; an integration test has its own, with {@link Ports#free()} and a temporary {@link State}.
 */
final class Installation implements AutoCloseable {

    /** The process that has started the others. */
    static final String LAUNCHER = "launcher";

    /** The children in the order in which they are stopped, with the signal that each takes as a polite request. */
    static final Map<String, String> STOP_ORDER = stopOrder();

    private final Path home;
    private final State state;
    private final Ports ports;
    private final Progress progress;
    private final Postgres postgres;
    private final Keycloak keycloak;
    private final Hub hub;
    private final AtomicBoolean closing = new AtomicBoolean();

    /**
     * @param home the project's folder
     * @param keycloakHome the unpacked Keycloak distribution
     */
    Installation(Path home, Path keycloakHome, State state, Ports ports, Progress progress) {
        this.home = home;
        this.state = state;
        this.ports = ports;
        this.progress = progress;
        this.postgres = new Postgres(home, state, ports);
        this.keycloak = new Keycloak(home, keycloakHome, state, ports);
        this.hub = new Hub(home, state, ports);
    }

    /** Starts everything and waits until it is ready; the first time takes a minute or two, later ones seconds. */
    void start() {
        ports.requireFree();
        state.open(imported());
        state.rememberPorts(ports.byVariable());
        state.children().remember(LAUNCHER, ProcessHandle.current());
        startDatabase();
        proceed();
        keycloak.start(postgres, hub.uri(), progress);
        proceed();
        hub.bootstrap(postgres, keycloak, progress);
        proceed();
        startHub();
    }

    URI hub() {
        return hub.uri();
    }

    URI keycloak() {
        return keycloak.uri();
    }

    WitnessedLog log() {
        return new WitnessedLog(hub.uri(), state);
    }

    Tokens tokens() {
        return tokens(Demo.load(home));
    }

    /** @param people who may come in; the demo's, or others that a test invents */
    Tokens tokens(Demo people) {
        return new Tokens(keycloak.issuer(), people, state.authenticator());
    }

    /** Keycloak's administrator in one of its realms. */
    KeycloakAdmin admin(String realm) {
        return new KeycloakAdmin(
                keycloak.uri(),
                realm,
                RealmState.person("admin", state.secrets().of("keycloak-admin")));
    }

    /** Begins to make Keycloak like the hub's records, as an operator's command does. */
    Process startProvisioning(Path log) {
        return hub.provision(postgres, keycloak, log);
    }

    /** Throws Keycloak's database away and starts Keycloak anew, with nothing but the realms' files. */
    void loseKeycloak() {
        keycloak.close();
        postgres.recreate("keycloak");
        keycloak.start(postgres, hub.uri(), progress);
    }

    /** Ends the hub in the middle of whatever it does (SIGKILL); PostgreSQL and Keycloak go on. */
    void killHub() {
        hub.kill();
    }

    void startHub() {
        startHub(Map.of());
    }

    /** @param settings of this start alone, by the variables that name them */
    void startHub(Map<String, String> settings) {
        hub.start(postgres, keycloak, progress, settings);
    }

    /** Ends PostgreSQL in the middle of whatever it does (SIGKILL). */
    void killDatabase() {
        postgres.kill();
    }

    void restartDatabase() {
        postgres.start(progress);
    }

    /** The hub's database, past its walls. */
    Connection database() throws SQLException {
        return DriverManager.getConnection(
                postgres.url("simpul"), "postgres", state.secrets().of("postgres"));
    }

    /** The hub's realm as it is now. */
    RealmState realm() {
        return RealmState.of(
                keycloak.uri(),
                "simpul",
                RealmState.person("admin", state.secrets().of("keycloak-admin")));
    }

    boolean isClosing() {
        return closing.get();
    }

    /** Waits until one of the children ends, which none should do by itself. */
    void awaitAnyEnd() {
        var ends = STOP_ORDER.keySet().stream()
                .flatMap(name -> state.children().alive(name).stream())
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.anyOf(ends).join();
    }

    /** Stops all children, once; may be called by another thread while {@link #start} is under way. */
    @Override
    public void close() {
        if (closing.getAndSet(true)) {
            return;
        }
        hub.close();
        keycloak.close();
        closeDatabase();
        if (state.exists()) {
            state.children().forget(LAUNCHER);
        }
    }

    // These two exclude each other, so that a stop during the database's start waits for it and then stops it.
    private synchronized void startDatabase() {
        proceed();
        postgres.start(progress);
    }

    private synchronized void closeDatabase() {
        postgres.close();
    }

    private void proceed() {
        if (closing.get()) {
            throw new LaunchFailure("Stopped.");
        }
    }

    /** What Keycloak takes over once: the URLs and a digest of the realms. */
    private String imported() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String realm : keycloak.realms().values()) {
                digest.update(realm.getBytes(StandardCharsets.UTF_8));
            }
            return "keycloak " + keycloak.uri() + "\nhub " + hub.uri() + "\nrealms "
                    + HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> stopOrder() {
        var order = new LinkedHashMap<String, String>();
        order.put(Hub.NAME, Hub.STOP_SIGNAL);
        order.put(Keycloak.NAME, Keycloak.STOP_SIGNAL);
        order.put(Postgres.NAME, Postgres.STOP_SIGNAL);
        return order;
    }
}
