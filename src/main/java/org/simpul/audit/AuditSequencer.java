package org.simpul.audit;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.simpul.tlog.Checkpoint;
import org.simpul.tlog.Finding;
import org.simpul.tlog.Frontier;
import org.simpul.tlog.Hash;
import org.simpul.tlog.Leaf;
import org.simpul.tlog.NoteSigner;
import org.simpul.tlog.Proof;
import org.simpul.tlog.TamperedException;
import org.simpul.tlog.TilePath;
import org.simpul.tlog.TiledNodes;
import org.simpul.tlog.Tree;

/**
 * Gives the entries their places in the log, one batch at a time, and signs a checkpoint after the commit. What is not an
 * entry's leaf is chance, and the places within a batch are drawn: neither the number of leaves nor the place of one's
 * own tells how much others did. A batch has a constant size; when more is waiting it is doubled, as often as needed, and
 * stays so until the hour is over: whoever watches learns that an hour was busy, and not when it ceased to be.
 */
final class AuditSequencer {
    private static final long LEADER = 0x53494d50554c4147L;
    private static final String LEAD = "select pg_try_advisory_xact_lock(?)";
    private static final String SIZE = "select coalesce(max(index) + 1, 0) from audit_leaf";
    private static final String WAITING =
            """
            select e.id, e.at, e.nonce, e.payload from audit_pending p join audit_entry e on e.id = p.entry_id
            order by p.entry_id limit ?
            """;
    private static final String APPEND = "insert into audit_leaf (index, entry_id, data) values (?, ?, ?)";
    private static final String TAKEN = "delete from audit_pending where entry_id = any (?)";
    private static final String TILE = "insert into audit_tile (level, number, hashes, root) values (?, ?, ?, ?)";
    private static final String PUBLISH =
            "insert into audit_checkpoint (size, note, at) values (?, ?, ?) on conflict (size) do nothing";
    private static final String LAST = "select leaves, at from audit_batch order by first desc limit 1";
    private static final String BATCH = "insert into audit_batch (first, leaves, at) values (?, ?, ?)";
    private static final String WAIT = "select count(*) from (select from audit_pending limit ?) waiting";

    /** Within that time an entry is in a checkpoint, so of so many seconds are the hours of what is chance. */
    private static final int DUE_SECONDS = 60;

    private final DataSource database;
    private final NoteSigner signer;
    private final int least;
    private final int most;
    private final Duration pause;
    private final SecureRandom random = new SecureRandom();

    private record Place(@Nullable UUID entry, byte[] data) {}

    private record Batch(int leaves, Instant at) {}

    /**
     * @param least how many leaves a batch has
     * @param most how many it has at the most, when many are waiting
     * @param pause between two batches, whoever appends them: several instances make no more leaves than one
     */
    AuditSequencer(DataSource database, NoteSigner signer, int least, int most, Duration pause) {
        this.database = database;
        this.signer = signer;
        this.least = least;
        this.most = most;
        this.pause = pause;
    }

    /**
     * Appends one batch.
     *
     * @return whether it did; not while another instance does, nor soon after
     */
    boolean append(Instant now) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean appended = lead(connection) && append(connection, now);
                connection.commit();
                return appended;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /**
     * Signs what is committed.
     *
     * @throws TamperedException if it is not what was signed before, and more: no fork has this signature
     */
    Checkpoint publish(Instant now) throws SQLException, IOException, TamperedException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                as(connection);
                // before the size: another instance may sign in between
                Optional<PublishedLog.Signed> last = PublishedLog.newest(connection);
                long size = size(connection);
                Tree tree = new Tree(new TiledNodes(new AuditTiles(connection), size), size);
                Checkpoint checkpoint = new Checkpoint(signer.key().name(), size, tree.root());
                if (last.isPresent()) {
                    requireGrown(last.get().checkpoint(), checkpoint, tree);
                }
                try (PreparedStatement insert = connection.prepareStatement(PUBLISH)) {
                    insert.setLong(1, size);
                    insert.setString(2, checkpoint.signedBy(signer).toString());
                    insert.setObject(3, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
                    insert.executeUpdate();
                }
                connection.commit();
                return checkpoint;
            } catch (SQLException | IOException | TamperedException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static void requireGrown(Checkpoint last, Checkpoint now, Tree tree) throws IOException, TamperedException {
        if (last.size() > now.size()
                || !Proof.grows(last.size(), last.root(), now.size(), now.root(), tree.consistency(last.size()))) {
            throw new TamperedException(
                    Finding.REWRITTEN, "the log of " + now.size() + " leaves is not what was signed at " + last.size());
        }
    }

    private static void as(Connection connection) throws SQLException {
        try (Statement role = connection.createStatement()) {
            role.execute("set local role simpul_sequencer");
        }
    }

    private static boolean lead(Connection connection) throws SQLException {
        as(connection);
        try (PreparedStatement lock = connection.prepareStatement(LEAD)) {
            lock.setLong(1, LEADER);
            try (ResultSet rows = lock.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    private static long size(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SIZE);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private boolean append(Connection connection, Instant now) throws SQLException {
        Optional<Batch> last = last(connection);
        if (last.isPresent() && isSoonAfter(last.get().at(), now)) {
            return false;
        }
        int leaves = leaves(connection, last, now);
        long size = size(connection);
        List<Place> places = waiting(connection, leaves);
        Object[] taken = places.stream().map(Place::entry).toArray();
        while (places.size() < leaves) {
            byte[] chance = new byte[Hash.LENGTH];
            random.nextBytes(chance);
            Instant hour = now.minusSeconds(random.nextInt(DUE_SECONDS)).truncatedTo(ChronoUnit.HOURS);
            places.add(new Place(null, new Leaf(hour, chance).data()));
        }
        Collections.shuffle(places, random);
        try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
            for (int i = 0; i < places.size(); i++) {
                insert.setLong(1, size + i);
                insert.setObject(2, places.get(i).entry());
                insert.setBytes(3, places.get(i).data());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement delete = connection.prepareStatement(TAKEN)) {
            delete.setArray(1, connection.createArrayOf("uuid", taken));
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(BATCH)) {
            insert.setLong(1, size);
            insert.setInt(2, leaves);
            insert.setObject(3, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.executeUpdate();
        }
        for (long number = size / TilePath.FULL; (number + 1) * TilePath.FULL <= size + leaves; number++) {
            complete(connection, number);
        }
        return true;
    }

    /** Within the pause, or before it: not so far before that an instance's clock must have been wrong. */
    private boolean isSoonAfter(Instant last, Instant now) {
        return Duration.between(last, now).abs().compareTo(pause) < 0;
    }

    private static Optional<Batch> last(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST);
                ResultSet rows = select.executeQuery()) {
            return rows.next()
                    ? Optional.of(new Batch(
                            rows.getInt(1),
                            rows.getObject(2, OffsetDateTime.class).toInstant()))
                    : Optional.empty();
        }
    }

    private int leaves(Connection connection, Optional<Batch> last, Instant now) throws SQLException {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        int leaves = last.filter(it -> !it.at().isBefore(hour))
                .map(it -> Math.min(most, Math.max(least, it.leaves())))
                .orElse(least);
        try (PreparedStatement select = connection.prepareStatement(WAIT)) {
            select.setInt(1, most);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                while (leaves < rows.getInt(1)) {
                    leaves = Math.min(most, 2 * leaves);
                }
            }
        }
        return leaves;
    }

    private static List<Place> waiting(Connection connection, int limit) throws SQLException {
        List<Place> places = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(WAITING)) {
            select.setInt(1, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Instant at = rows.getObject(2, OffsetDateTime.class).toInstant();
                    Leaf leaf = Leaf.of(at, rows.getBytes(3), rows.getString(4));
                    places.add(new Place(rows.getObject(1, UUID.class), leaf.data()));
                }
            }
        }
        return places;
    }

    /** Writes the tile of level 0 that is now whole, and those above that it makes whole. */
    private static void complete(Connection connection, long lowest) throws SQLException {
        AuditTiles tiles = new AuditTiles(connection);
        long number = lowest;
        for (int level = 0; ; level++) {
            try (PreparedStatement insert = connection.prepareStatement(TILE)) {
                byte[] hashes = tiles.tile(new TilePath(level, number, TilePath.FULL));
                insert.setInt(1, level);
                insert.setLong(2, number);
                insert.setBytes(3, hashes);
                insert.setBytes(4, root(hashes).bytes());
                insert.executeUpdate();
            } catch (IOException e) {
                throw new SQLException(e);
            }
            if (number % TilePath.FULL != TilePath.FULL - 1) {
                return;
            }
            number /= TilePath.FULL;
        }
    }

    private static Hash root(byte[] hashes) {
        Frontier subtree = new Frontier();
        for (int i = 0; i < TilePath.FULL; i++) {
            subtree.append(Hash.at(hashes, i));
        }
        return subtree.root();
    }
}
