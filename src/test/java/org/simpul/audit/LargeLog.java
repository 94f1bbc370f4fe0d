package org.simpul.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.simpul.testing.Database;
import org.simpul.testing.PostgresResource;
import org.simpul.testing.Witnesses;
import org.simpul.tlog.Checkpoint;
import org.simpul.tlog.Frontier;
import org.simpul.tlog.Hash;
import org.simpul.tlog.Leaf;
import org.simpul.tlog.TilePath;

/** A log as large as a benchmark asks for: leaves, tiles and a checkpoint straight into the tables, always the same ones. */
public final class LargeLog {
    private static final byte[] NONE = new byte[0];
    private static final int ROW_BYTES = 1 << 16;

    private final Instant hour = Instant.parse("2026-03-01T10:00:00Z");
    private final Frontier frontier = new Frontier();
    /** Of each level, the hashes of the tile that is not whole yet. */
    private final List<List<Hash>> edges = new ArrayList<>();

    /** Begins with the empty log: what was in it is gone. */
    public LargeLog() {
        Database.updateAsSuperuser("truncate audit_leaf, audit_tile, audit_batch, audit_checkpoint, audit_cosignature,"
                + " audit_cosigned, audit_pending");
    }

    /** Leaves up to this number, and a checkpoint that verifiers are shown. */
    public void growTo(long size) throws SQLException {
        try (Connection leaves = PostgresResource.superuser();
                Connection tiles = PostgresResource.superuser()) {
            Rows leaf = new Rows(leaves, "copy audit_leaf (index, data) from stdin");
            Rows tile = new Rows(tiles, "copy audit_tile (level, number, hashes, root) from stdin");
            while (frontier.size() < size) {
                long index = frontier.size();
                byte[] data = new Leaf(hour, commitment(index)).data();
                leaf.add(index + "\t" + hex(data));
                Hash hash = Hash.leaf(data);
                frontier.append(hash);
                add(0, index, hash, tile);
            }
            leaf.end();
            tile.end();
        }
        try (Connection connection = PostgresResource.superuser();
                Statement analyze = connection.createStatement()) {
            analyze.execute("vacuum analyze audit_leaf, audit_tile");
        }
        Checkpoint checkpoint = new Checkpoint(Witnesses.stolenKey().key().name(), size, frontier.root());
        Database.updateAsSuperuser(
                "insert into audit_checkpoint (size, note, at) values (?, ?, now() - interval '1 hour')",
                size,
                checkpoint.signedBy(Witnesses.stolenKey()).toString());
    }

    private void add(int level, long index, Hash hash, Rows tiles) throws SQLException {
        if (edges.size() == level) {
            edges.add(new ArrayList<>());
        }
        List<Hash> edge = edges.get(level);
        edge.add(hash);
        if (edge.size() < TilePath.FULL) {
            return;
        }
        StringBuilder hashes = new StringBuilder();
        Frontier subtree = new Frontier();
        for (Hash one : edge) {
            hashes.append(HexFormat.of().formatHex(one.bytes()));
            subtree.append(one);
        }
        edge.clear();
        long number = index / TilePath.FULL;
        tiles.add(level + "\t" + number + "\t\\\\x" + hashes + "\t"
                + hex(subtree.root().bytes()));
        add(level + 1, number, subtree.root(), tiles);
    }

    private static byte[] commitment(long index) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(Long.toString(index).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return "\\\\x" + HexFormat.of().formatHex(bytes);
    }

    /** Appends until nothing waits, and signs: what the hub's clock does, without its pauses. */
    public static void sequence(DataSource database) throws Exception {
        AuditSequencer sequencer = new AuditSequencer(database, Witnesses.stolenKey(), 64, 4096, Duration.ZERO);
        while (!Database.queryAsSuperuser("select entry_id from audit_pending limit 1")
                .isEmpty()) {
            sequencer.append(Instant.now());
        }
        sequencer.publish(Instant.now());
    }

    /** Text that goes into a table by COPY. */
    private static final class Rows {
        private final CopyIn copy;
        private final StringBuilder rows = new StringBuilder();

        private Rows(Connection connection, String sql) throws SQLException {
            this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        }

        private void add(String row) throws SQLException {
            rows.append(row).append('\n');
            if (rows.length() > ROW_BYTES) {
                flush();
            }
        }

        private void flush() throws SQLException {
            byte[] bytes = rows.isEmpty() ? NONE : rows.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            rows.setLength(0);
        }

        private void end() throws SQLException {
            flush();
            copy.endCopy();
        }
    }
}
