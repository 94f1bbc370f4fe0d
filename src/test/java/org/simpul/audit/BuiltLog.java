package org.simpul.audit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.simpul.tlog.AddCheckpoint;
import org.simpul.tlog.Checkpoint;
import org.simpul.tlog.Entry;
import org.simpul.tlog.FormatException;
import org.simpul.tlog.Kept;
import org.simpul.tlog.Note;
import org.simpul.tlog.NoteKey;
import org.simpul.tlog.NoteSigner;
import org.simpul.tlog.Policy;
import org.simpul.tlog.TilePath;
import org.simpul.tlog.TiledNodes;
import org.simpul.tlog.Tiles;
import org.simpul.tlog.Tree;
import org.simpul.tlog.Witness;

/** A log of real batches in a PostgreSQL of its own, cosigned twice, and what its superuser and the thief of its key do. */
final class BuiltLog implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T10:42:17Z");

    /** Leaves of a batch; so many that tiles are whole, and the last ones are not. */
    private static final int BATCH = 200;

    private static final NoteSigner SIGNER = NoteSigner.generate("hub.example/log", NoteKey.LOG);
    private static final NoteSigner WITNESS = NoteSigner.generate("witness.example/w", NoteKey.WITNESS);

    private final EmbeddedPostgres postgres;
    private final Witness witness;
    private final SplittableRandom random;
    private final Note seen;
    /** One transaction, in which everything that is done is undone. */
    final Connection superuser;

    /** @param state where the witness keeps what it has cosigned */
    BuiltLog(Path state, long seed) throws Exception {
        this.random = new SplittableRandom(seed);
        this.witness = new Witness(List.of(SIGNER.key()), WITNESS, new Kept(state), () -> NOW);
        this.postgres = migrated();
        AuditSequencer sequencer =
                new AuditSequencer(postgres.getDatabase("simpul_app", "simpul"), SIGNER, BATCH, BATCH, Duration.ZERO);
        for (int i = 0; i < 4; i++) {
            append(sequencer, i);
        }
        this.seen = cosigned(sequencer);
        append(sequencer, 4);
        append(sequencer, 5);
        cosigned(sequencer);
        this.superuser = postgres.getDatabase("postgres", "simpul").getConnection();
        superuser.setAutoCommit(false);
    }

    private static EmbeddedPostgres migrated() throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        try (Connection admin = postgres.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("create database simpul");
        }
        try (Connection admin = postgres.getDatabase("postgres", "simpul").getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute(Files.readString(Path.of("deploy", "roles.sql")));
        }
        try (Connection migrator =
                        postgres.getDatabase("simpul_migrator", "simpul").getConnection();
                Liquibase liquibase = new Liquibase(
                        "db/changelog.xml", new ClassLoaderResourceAccessor(), new JdbcConnection(migrator))) {
            liquibase.update("");
        }
        return postgres;
    }

    private void append(AuditSequencer sequencer, int batch) throws SQLException {
        String insert =
                """
                insert into audit_entry (id, at, person_id, actor, roles, client, act, outcome, request_id, payload, nonce,
                  detail_key)
                values (?, ?, ?, 'person', '{investigator}', 'simpul-cli', 'referral.read', 'ALLOWED', ?, ?, ?, ?)
                """;
        try (Connection app = postgres.getDatabase("simpul_app", "simpul").getConnection();
                PreparedStatement statement = app.prepareStatement(insert)) {
            for (int i = 0; i < BATCH / 2; i++) {
                UUID id = new UUID(random.nextLong(), random.nextLong());
                Instant at = NOW.plusSeconds(20L * batch + random.nextInt(20));
                statement.setObject(1, id);
                statement.setObject(2, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
                // one in five is the reader's own
                statement.setObject(3, i % 5 == 0 ? READER : UUID.randomUUID());
                statement.setString(4, id.toString());
                statement.setString(
                        5,
                        "{\"act\":\"referral.read\",\"actor\":\"person\",\"at\":\"%s\",\"id\":\"%s\"}"
                                .formatted(at, id));
                statement.setBytes(6, bytes(32));
                statement.setBytes(7, bytes(32));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        sequencer.append(NOW.plusSeconds(20L * batch));
    }

    /** Whose receipts are held outside. */
    static final UUID READER = UUID.fromString("6f1f3a52-0e0e-4f4e-9a51-0d7f3c2b1a00");

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Publishes, and keeps the witness's line as the hub does. */
    private Note cosigned(AuditSequencer sequencer) throws Exception {
        sequencer.publish(NOW);
        try (Connection connection = postgres.getDatabase("postgres", "simpul").getConnection()) {
            Note note = PublishedLog.newest(connection).orElseThrow().note();
            Witness.Answer answer = cosign(connection);
            if (answer.status() != 200) {
                throw new IllegalStateException("the witness answers " + answer.status());
            }
            try (PreparedStatement line = connection.prepareStatement(
                    "insert into audit_cosignature (size, witness, line, at) values (?, ?, ?, now())")) {
                line.setLong(1, Checkpoint.parse(note).size());
                line.setString(2, WITNESS.key().toString());
                line.setString(3, answer.body());
                line.executeUpdate();
            }
            return PublishedLog.newest(connection).orElseThrow().note();
        }
    }

    private Witness.Answer cosign(Connection connection) throws Exception {
        Note note = PublishedLog.newest(connection).orElseThrow().note();
        Checkpoint checkpoint = Checkpoint.parse(note);
        long old = witness.last(checkpoint.origin()).size();
        TiledNodes nodes = new TiledNodes(new AuditTiles(connection), checkpoint.size());
        return witness.add(new AddCheckpoint(old, new Tree(nodes, checkpoint.size()).consistency(old), note)
                .text()
                .getBytes(StandardCharsets.UTF_8));
    }

    /** The status that the witness answers when it is asked for what is published now; 409 where there is nothing to ask. */
    int askedAgain() throws Exception {
        long size = size();
        if (size < witness.last(SIGNER.key().name()).size()) {
            return 409;
        }
        return cosign(superuser).status();
    }

    /** What a verifier saw and keeps outside: the first of the two checkpoints. */
    Note seen() {
        return seen;
    }

    long seenSize() {
        try {
            return Checkpoint.parse(seen).size();
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    static String origin() {
        return SIGNER.key().name();
    }

    /** @param cosigned whether the witness has to have cosigned */
    static Policy policy(boolean cosigned) {
        String policy =
                "log %s\nwitness w %s\nquorum %s\n".formatted(SIGNER.key(), WITNESS.key(), cosigned ? "w" : "none");
        try {
            return Policy.parse(policy.getBytes(StandardCharsets.UTF_8));
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@code /log} serves it, in the state of the superuser's transaction. */
    Tiles served() {
        return new Tiles() {
            @Override
            public byte[] checkpoint() throws IOException {
                try {
                    return PublishedLog.newest(superuser)
                            .orElseThrow(() -> new NoSuchFileException("checkpoint"))
                            .note()
                            .toString()
                            .getBytes(StandardCharsets.UTF_8);
                } catch (SQLException e) {
                    throw new IOException(e);
                }
            }

            @Override
            public byte[] tile(TilePath path) throws IOException {
                try {
                    return PublishedLog.tile(superuser, path)
                            .orElseThrow(() -> new NoSuchFileException(path.toString()));
                } catch (SQLException e) {
                    throw new IOException(e);
                }
            }
        };
    }

    /** The text of the entry as it is opened; empty for none. */
    Optional<String> opened(long index) throws SQLException {
        try (PreparedStatement select = superuser.prepareStatement(
                "select e.at, e.nonce, e.payload from audit_leaf l join audit_entry e on e.id = l.entry_id where l.index = ?")) {
            select.setLong(1, index);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Entry(
                                        index,
                                        row.getObject(1, OffsetDateTime.class).toInstant(),
                                        row.getBytes(2),
                                        row.getString(3))
                                .text())
                        : Optional.empty();
            }
        }
    }

    /** The places of the reader's entries, from one on. */
    List<Long> own(long from) throws SQLException {
        List<Long> indexes = new ArrayList<>();
        try (PreparedStatement select =
                superuser.prepareStatement("select l.index from audit_leaf l join audit_entry e on e.id = l.entry_id"
                        + " where e.person_id = ? and l.index >= ? order by l.index")) {
            select.setObject(1, READER);
            select.setLong(2, from);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    indexes.add(rows.getLong(1));
                }
            }
        }
        return indexes;
    }

    /** @return how many rows were changed */
    int change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    long size() throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from audit_leaf")) {
            row.next();
            return row.getLong(1);
        }
    }

    byte[] leaf(long index) throws SQLException {
        try (PreparedStatement select = superuser.prepareStatement("select data from audit_leaf where index = ?")) {
            select.setLong(1, index);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    /** Makes all tiles anew out of the leaves, by the hub's own code. */
    void rechain() throws SQLException {
        change("delete from audit_tile");
        long size = size();
        for (long number = 0; (number + 1) * TilePath.FULL <= size; number++) {
            AuditSequencer.complete(superuser, number);
        }
    }

    /** Signs what the leaves come to with the hub's own key; what was signed before is gone. */
    void resign() throws Exception {
        long size = size();
        change("delete from audit_checkpoint");
        change("delete from audit_cosignature");
        TiledNodes nodes = new TiledNodes(new AuditTiles(superuser), size);
        Note note = new Checkpoint(origin(), size, new Tree(nodes, size).root()).signedBy(SIGNER);
        change("insert into audit_checkpoint (size, note, at) values (?, ?, now())", size, note.toString());
    }

    void undo() throws SQLException {
        superuser.rollback();
    }

    @Override
    public void close() throws SQLException, IOException {
        superuser.close();
        postgres.close();
    }
}
