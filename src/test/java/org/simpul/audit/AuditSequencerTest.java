package org.simpul.audit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simpul.tlog.Checkpoint;
import org.simpul.tlog.Finding;
import org.simpul.tlog.Kept;
import org.simpul.tlog.NoteKey;
import org.simpul.tlog.NoteSigner;
import org.simpul.tlog.Policy;
import org.simpul.tlog.TamperedException;
import org.simpul.tlog.Verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The log in a real PostgreSQL, and what its superuser does to it. */
class AuditSequencerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:42:17Z");
    private static final NoteSigner SIGNER = NoteSigner.generate("hub.example/log", NoteKey.LOG);

    private static EmbeddedPostgres postgres;
    private static DataSource app;

    @TempDir
    Path state;

    private final AuditSequencer sequencer = new AuditSequencer(app, SIGNER, 200, 200, Duration.ZERO);

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        try (Connection admin = postgres.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("create database simpul");
        }
        superuser(Files.readString(Path.of("deploy", "roles.sql")));
        try (Connection migrator =
                        postgres.getDatabase("simpul_migrator", "simpul").getConnection();
                Liquibase liquibase = new Liquibase(
                        "db/changelog.xml", new ClassLoaderResourceAccessor(), new JdbcConnection(migrator))) {
            liquibase.update("");
        }
        app = postgres.getDatabase("simpul_app", "simpul");
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        superuser("truncate audit_leaf, audit_tile, audit_batch, audit_checkpoint, audit_pending");
    }

    private static void superuser(String sql) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", "simpul").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(String query) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", "simpul").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void record(int entries) throws SQLException {
        String insert =
                """
                insert into audit_entry (id, at, actor, roles, client, act, outcome, request_id, payload, nonce)
                values (?, now(), 'person', '{}', 'test', 'test.done', 'ALLOWED', 'r', '{}', ?)
                """;
        try (Connection connection = app.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int i = 0; i < entries; i++) {
                statement.setObject(1, UUID.randomUUID());
                statement.setBytes(2, new byte[32]);
                statement.executeUpdate();
            }
        }
    }

    private Checkpoint verify(boolean everything) throws Exception {
        Policy policy = Policy.parse(("log " + SIGNER.key() + "\nquorum none\n").getBytes(StandardCharsets.UTF_8));
        try (Connection connection = postgres.getDatabase("postgres", "simpul").getConnection()) {
            Verifier verifier = new Verifier(policy, new AuditTiles(connection), new Kept(state));
            Checkpoint checkpoint = verifier.verify(Instant.MIN, Instant.now()).checkpoint();
            if (everything) {
                verifier.everything(checkpoint);
            }
            return checkpoint;
        }
    }

    @Test
    void everyBatchIsOfTheSameSizeWhateverWasRecorded() throws Exception {
        for (int entries : new int[] {0, 1, 199, 200, 201, 30}) {
            record(entries);
            long before = count("select count(*) from audit_leaf");
            sequencer.append(NOW);
            assertEquals(before + 200, count("select count(*) from audit_leaf"));
        }
        assertEquals(0, count("select count(*) from audit_pending"));
        assertEquals(631, count("select count(entry_id) from audit_leaf"));
        assertEquals(1199, count("select max(index) from audit_leaf"));
        sequencer.publish(NOW);
        assertEquals(1200, verify(true).size());
    }

    @Test
    void aBusyHourDoublesTheBatchesUntilItIsOver() throws Exception {
        AuditSequencer growing = new AuditSequencer(app, SIGNER, 200, 1600, Duration.ZERO);
        record(201);
        assertEquals(400, appended(growing, NOW));
        assertEquals(400, appended(growing, NOW.plusSeconds(20)));
        record(1001);
        assertEquals(1600, appended(growing, NOW.plusSeconds(40)));
        record(1700);
        assertEquals(1600, appended(growing, NOW.plusSeconds(60)));
        assertEquals(100, count("select count(*) from audit_pending"));
        assertEquals(1600, appended(growing, NOW.plusSeconds(80)));
        assertEquals(200, appended(growing, NOW.plusSeconds(3600)));
        growing.publish(NOW);
        assertEquals(5800, verify(true).size());
    }

    private static long appended(AuditSequencer by, Instant at) throws SQLException {
        long before = count("select count(*) from audit_leaf");
        by.append(at);
        return count("select count(*) from audit_leaf") - before;
    }

    @Test
    void severalInstancesAppendNoMoreThanOne() throws Exception {
        Duration pause = Duration.ofSeconds(15);
        AuditSequencer one = new AuditSequencer(app, SIGNER, 200, 200, pause);
        AuditSequencer other = new AuditSequencer(app, SIGNER, 200, 200, pause);
        assertEquals(200, appended(one, NOW));
        assertEquals(0, appended(other, NOW.plusSeconds(5)));
        assertEquals(200, appended(other, NOW.plusSeconds(20)));
    }

    @Test
    void aClockThatWasWrongStopsNobody() throws Exception {
        AuditSequencer one = new AuditSequencer(app, SIGNER, 200, 200, Duration.ofSeconds(15));
        assertEquals(200, appended(one, NOW.plusSeconds(3600)));
        assertEquals(200, appended(one, NOW));
        assertEquals(0, appended(one, NOW.minusSeconds(14)));
    }

    /** A checkpoint is signed right behind each batch, 20 seconds apart: a leaf is due after 60. */
    @Test
    void aBacklogThatFitsIsInTheNextCheckpoint() throws Exception {
        AuditSequencer growing = new AuditSequencer(app, SIGNER, 64, 4096, Duration.ofSeconds(15));
        for (int i = 0; i < 6; i++) {
            record(4096 >> i);
            growing.append(NOW.plusSeconds(20 * i));
            growing.publish(NOW.plusSeconds(20 * i));
            assertEquals(0, count("select count(*) from audit_pending"));
            assertEquals(count("select count(*) from audit_leaf"), count("select max(size) from audit_checkpoint"));
        }
        verify(true);
    }

    @Test
    void aHundredThousandThatWaitComeIn() throws Exception {
        superuser(
                """
                insert into audit_entry (id, at, actor, roles, client, act, outcome, request_id, payload, nonce)
                select gen_random_uuid(), '2026-03-01T09:00:00Z', 'person', '{}', 'test', 'test.done', 'ALLOWED', 'r', '{}',
                  sha256(i::text::bytea) from generate_series(1, 100000) i
                """);
        AuditSequencer growing = new AuditSequencer(app, SIGNER, 64, 4096, Duration.ZERO);
        int batches = 0;
        for (; count("select count(*) from audit_pending") > 0; batches++) {
            growing.append(NOW);
            if (batches % 8 == 0) {
                growing.publish(NOW);
                verify(false);
            }
        }
        assertEquals(25, batches);
        growing.publish(NOW);
        assertEquals(25 * 4096, verify(true).size());
        assertEquals(100_000, count("select count(entry_id) from audit_leaf"));
    }

    /** The connection is lost before each statement, and behind each commit: the log is the same, or it goes on. */
    @Test
    void aCrashBetweenAnyTwoStepsForksNothing() throws Exception {
        int crashes = 0;
        for (int step = 0; ; step++) {
            record(3);
            long leaves = count("select count(*) from audit_leaf");
            CrashingDatabase crashing = new CrashingDatabase(app, step);
            AuditSequencer unlucky = new AuditSequencer(crashing.dataSource(), SIGNER, 200, 200, Duration.ZERO);
            boolean crashed = false;
            try {
                unlucky.append(NOW);
                unlucky.publish(NOW);
            } catch (SQLException | IOException e) {
                crashed = true;
                crashes++;
            }
            assertEquals(crashed, crashing.hasCrashed());
            long after = count("select count(*) from audit_leaf");
            assertTrue(after == leaves || after == leaves + 200, step + ": " + leaves + ", " + after);
            assertEquals(after, count("select coalesce(max(index) + 1, 0) from audit_leaf"));
            sequencer.publish(NOW);
            assertEquals(after, verify(true).size());
            if (!crashed) {
                break;
            }
        }
        assertTrue(crashes > 20, crashes + " crashes");
        sequencer.append(NOW);
        sequencer.publish(NOW);
        verify(true);
        assertEquals(0, count("select count(*) from audit_pending"));
        assertEquals(3L * (crashes + 1), count("select count(entry_id) from audit_leaf"));
    }

    @Test
    void theLogGrowsUnderTheVerifiersEyes() throws Exception {
        for (int i = 1; i <= 8; i++) {
            record(10);
            sequencer.append(NOW);
            sequencer.publish(NOW);
            assertEquals(200 * i, verify(true).size());
        }
    }

    @Test
    void publishingTwiceIsPublishingOnce() throws Exception {
        sequencer.append(NOW);
        assertEquals(sequencer.publish(NOW), sequencer.publish(NOW));
        assertEquals(1, count("select count(*) from audit_checkpoint"));
    }

    @Test
    void theEmptyLogIsPublished() throws Exception {
        sequencer.publish(NOW);
        assertEquals(0, verify(true).size());
    }

    @Test
    void oneOfManyLeadersAppendsAtATime() throws Exception {
        record(500);
        AtomicInteger appended = new AtomicInteger();
        CompletableFuture<?>[] leaders = new CompletableFuture<?>[8];
        for (int i = 0; i < leaders.length; i++) {
            leaders[i] = CompletableFuture.runAsync(() -> {
                try {
                    for (int j = 0; j < 5; j++) {
                        appended.addAndGet(sequencer.append(NOW) ? 1 : 0);
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        CompletableFuture.allOf(leaders).get();
        assertEquals(200L * appended.get(), count("select count(*) from audit_leaf"));
        assertEquals(200L * appended.get() - 1, count("select max(index) from audit_leaf"));
        while (count("select count(*) from audit_pending") > 0) {
            sequencer.append(NOW);
        }
        assertEquals(500, count("select count(entry_id) from audit_leaf"));
        sequencer.publish(NOW);
        verify(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "edit | update audit_leaf set data = set_byte(data, 20, 255 - get_byte(data, 20)) where index = 300",
                "delete | delete from audit_leaf where index = 300",
                "cut the tail | delete from audit_leaf where index >= 390",
                "reorder | update audit_leaf a set data = b.data from audit_leaf b where a.index in (300, 301) and"
                        + " b.index = 601 - a.index",
                "edit a tile | update audit_tile set hashes = set_byte(hashes, 99, 255 - get_byte(hashes, 99))"
            })
    void whatASuperuserChangesIsFound(String name, String sql) throws Exception {
        record(100);
        sequencer.append(NOW);
        sequencer.append(NOW);
        sequencer.publish(NOW);
        verify(true);
        superuser(sql);
        assertThrows(TamperedException.class, () -> verify(true), name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "edit | update audit_leaf set data = set_byte(data, 20, 255 - get_byte(data, 20)) where index = 100 |"
                        + " REWRITTEN",
                "cut the tail | delete from audit_leaf where index >= 100 | REWRITTEN"
            })
    void aLogThatIsRewrittenAndSignedWithTheHubsOwnKeyIsFound(String name, String sql, Finding finding)
            throws Exception {
        sequencer.append(NOW);
        sequencer.publish(NOW);
        verify(true);
        superuser("truncate audit_tile, audit_checkpoint");
        superuser(sql);
        sequencer.append(NOW);
        sequencer.publish(NOW);
        assertEquals(
                finding,
                assertThrows(TamperedException.class, () -> verify(false), name).finding());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "is shorter | delete from audit_leaf where index >= 100",
                "is another | update audit_leaf set data = set_byte(data, 20, 255 - get_byte(data, 20)) where index = 100"
            })
    void whatIsNotWhatWasSignedIsNeverSigned(String name, String sql) throws Exception {
        sequencer.append(NOW);
        sequencer.publish(NOW);
        superuser("truncate audit_tile");
        superuser(sql);
        assertThrows(TamperedException.class, () -> sequencer.publish(NOW), name);
        sequencer.append(NOW);
        assertThrows(TamperedException.class, () -> sequencer.publish(NOW), name);
        assertEquals(1, count("select count(*) from audit_checkpoint"));
    }

    @Test
    void theHubsOwnRoleNeitherReadsNorChangesTheLog() throws Exception {
        try (Connection connection = app.getConnection();
                Statement statement = connection.createStatement()) {
            assertThrows(SQLException.class, () -> statement.executeQuery("select * from audit_leaf"));
            assertThrows(SQLException.class, () -> statement.execute("delete from audit_pending"));
            connection.setAutoCommit(false);
            statement.execute("set local role simpul_sequencer");
            assertThrows(SQLException.class, () -> statement.execute("update audit_leaf set index = 7"));
            connection.rollback();
            assertFalse(connection.isClosed());
        }
    }
}
