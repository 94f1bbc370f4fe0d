package org.simpul.launch;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.simpul.launch.Ledger.Promise;
import org.simpul.tlog.Checkpoint;
import org.simpul.tlog.Leaf;
import org.simpul.tlog.TamperedException;
import org.simpul.tlog.UndecidedException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The hub and PostgreSQL are killed (SIGKILL) again and again while clients work. Each answer that a client has in hand
 * has its entry, its receipt and its row afterwards; the log goes on from the checkpoint that is held outside.
 * {@code -Dsimpul.crash.rounds=500} for how often, {@code -Dsimpul.crash.seed=…} for when exactly.
 */
class AuditCrashIT extends InstitutionSteps {
    private static final int ROUNDS = Integer.getInteger("simpul.crash.rounds", 20);
    private static final long SEED = Long.getLong("simpul.crash.seed", System.nanoTime());
    /** So that kills fall into the sequencer's steps as well. */
    private static final Map<String, String> QUICK_LOG = Map.of("SIMPUL_AUDIT_LOG_PUBLISH_EVERY", "0.5s");

    private static final long SEQUENCER = 0x53494d50554c4147L;
    private static final String ENTRIES =
            "select request_id, at, nonce, payload from audit_entry where request_id = any (?)";
    private static final String REFERRALS = "select id from referral where id = any (?)";
    /** A process of the server: one of the hub's sessions, or one that brings to the disk what they wrote. */
    private static final String PROCESSES =
            """
            select pid from pg_stat_activity
            where usename = 'simpul_app' or backend_type in ('walwriter', 'checkpointer', 'background writer')
            """;

    private static final String SESSIONS = "select pid from pg_stat_activity where usename = 'simpul_app'";
    /** Each entry waits or has its leaf, none both; the leaves are 0, 1, 2, … */
    private static final String BROKEN =
            """
            select (select count(*) from audit_entry e where not exists (select from audit_leaf l where l.entry_id = e.id)
                and not exists (select from audit_pending p where p.entry_id = e.id))
              + (select count(*) from audit_pending p where exists (select from audit_leaf l where l.entry_id = p.entry_id)
                or not exists (select from audit_entry e where e.id = p.entry_id))
              + (select coalesce(max(index) + 1, 0) - count(*) from audit_leaf)
            """;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<String> receipts = new ArrayList<>();

    private enum Victim {
        /** PostgreSQL then throws away all sessions and its memory, and recovers from its log. */
        PROCESS,
        HUB,
        SERVER,
        BOTH
    }

    /** Of ten rounds; a start of the hub takes the longest. */
    private static final List<Victim> TEN = List.of(
            Victim.BOTH,
            Victim.PROCESS,
            Victim.PROCESS,
            Victim.SERVER,
            Victim.PROCESS,
            Victim.PROCESS,
            Victim.SERVER,
            Victim.PROCESS,
            Victim.PROCESS,
            Victim.HUB);

    @Test
    void whatWasAnsweredSurvivesAndTheLogGoesOn() throws Exception {
        new Progress(System.out).say(ROUNDS + " rounds with -Dsimpul.crash.seed=" + SEED);
        seen();
        try (Ledger ledger = new Ledger(installation.hub(), tokens, "bima")) {
            for (int round = 0; round < ROUNDS; round++) {
                ledger.await(random.nextInt(10, 80));
                // at the end with the usual rhythm again
                kill(TEN.get(round % TEN.size()), round < ROUNDS - 1 ? QUICK_LOG : Map.of());
                ledger.await(1);
                assertEquals(List.of(), ledger.faults());
                assertEquals(Set.of(), lost(kept(ledger.take())), "answered, and gone after round " + round);
                assertEquals(0, number(BROKEN), "the log is not whole after round " + round);
                seen();
            }
            ledger.stop();
            assertEquals(List.of(), ledger.faults());
            assertEquals(Set.of(), lost(kept(ledger.take())));
            assertTrue(ledger.count() >= 10L * ROUNDS, "the clients had little to do: " + ledger.count());
        }
        WitnessedLog log = installation.log();
        log.confirm(receipts);
        log.everything(seen());
    }

    /** The same kill, where PostgreSQL says too early that something is stored: otherwise green would mean nothing. */
    @Test
    void whereCommitsAreNotWaitedForSomethingIsLost() throws Exception {
        try (Connection sequencer = installation.database();
                Statement statement = sequencer.createStatement()) {
            // what is not stored must not be published: no leaf is given meanwhile
            statement.execute("select pg_advisory_lock(" + SEQUENCER + ")");
            statement.execute("alter system set wal_writer_delay = '10s'");
            statement.execute("select pg_reload_conf()");
            statement.execute("alter role simpul_app set synchronous_commit = off");
            statement.execute(SESSIONS.replace("pid", "pg_terminate_backend(pid)"));
            try (Ledger ledger = new Ledger(installation.hub(), tokens, "bima")) {
                ledger.await(100);
                ledger.take();
                ledger.await(100);
                killOneOf(SESSIONS);
                List<Promise> promised = ledger.take();
                ledger.await(1);
                Set<String> lost = lost(promised);
                new Progress(System.out).say(lost.size() + " of " + promised.size() + " answers were lost");
                assertTrue(!lost.isEmpty(), "nothing was lost");
            }
        } finally {
            database("alter role simpul_app reset synchronous_commit");
            database("alter system reset wal_writer_delay");
            database("select pg_reload_conf()");
            database(SESSIONS.replace("pid", "pg_terminate_backend(pid)"));
        }
    }

    /** @param settings with which the hub starts again */
    private void kill(Victim victim, Map<String, String> settings) throws SQLException {
        switch (victim) {
            case PROCESS -> killOneOf(PROCESSES);
            case HUB -> {
                installation.killHub();
                installation.startHub(settings);
            }
            case SERVER -> {
                installation.killDatabase();
                installation.restartDatabase();
            }
            case BOTH -> {
                installation.killDatabase();
                installation.killHub();
                installation.restartDatabase();
                installation.startHub(settings);
            }
        }
    }

    private void killOneOf(String processes) throws SQLException {
        List<Long> pids = new ArrayList<>();
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(processes)) {
            while (row.next()) {
                pids.add(row.getLong(1));
            }
        }
        List<ProcessHandle> all =
                pids.stream().map(ProcessHandle::of).flatMap(Optional::stream).toList();
        all.get(random.nextInt(all.size())).destroyForcibly();
        // once the others are gone as well, whoever gets a connection has it from the recovered server
        all.forEach(process -> process.onExit().join());
    }

    /** Held against the checkpoint that was seen last, in a folder that the hub knows nothing of. */
    private Checkpoint seen() {
        return Patience.until(this::look, Optional::isPresent, "no checkpoint is shown")
                .orElseThrow();
    }

    private Optional<Checkpoint> look() {
        try {
            return installation.log().grown();
        } catch (UndecidedException | TamperedException e) {
            throw new AssertionError("the log does not go on from what was seen", e);
        } catch (IOException e) {
            // it does not answer yet
            return Optional.empty();
        }
    }

    private List<Promise> kept(List<Promise> promised) {
        promised.forEach(promise -> receipts.addAll(promise.leaves()));
        return promised;
    }

    /** Ids of requests whose answer promised what is not there. */
    private Set<String> lost(List<Promise> promised) throws SQLException {
        Set<String> leaves = new HashSet<>();
        Set<String> referrals = new HashSet<>();
        try (Connection connection = database();
                PreparedStatement entries = connection.prepareStatement(ENTRIES);
                PreparedStatement rows = connection.prepareStatement(REFERRALS)) {
            entries.setArray(
                    1,
                    connection.createArrayOf(
                            "text", promised.stream().map(Promise::request).toArray()));
            try (ResultSet row = entries.executeQuery()) {
                while (row.next()) {
                    Timestamp at = row.getTimestamp(2);
                    leaves.add(Leaf.of(at.toInstant(), row.getBytes(3), row.getString(4))
                            .hash()
                            .toString());
                }
            }
            rows.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            promised.stream()
                                    .map(Promise::referral)
                                    .filter(id -> id != null)
                                    .map(UUID::fromString)
                                    .toArray()));
            try (ResultSet row = rows.executeQuery()) {
                while (row.next()) {
                    referrals.add(row.getString(1));
                }
            }
        }
        return promised.stream()
                .filter(promise -> !leaves.containsAll(promise.leaves())
                        || promise.referral() != null && !referrals.contains(promise.referral()))
                .map(Promise::request)
                .collect(Collectors.toSet());
    }

    /** As soon as PostgreSQL takes connections again. */
    private Connection database() {
        return Patience.until(
                        () -> {
                            try {
                                return Optional.of(installation.database());
                            } catch (SQLException e) {
                                return Optional.<Connection>empty();
                            }
                        },
                        Optional::isPresent,
                        "PostgreSQL takes no connection")
                .orElseThrow();
    }

    private void database(String sql) throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
