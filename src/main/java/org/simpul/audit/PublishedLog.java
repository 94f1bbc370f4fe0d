package org.simpul.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.simpul.tlog.AddCheckpoint;
import org.simpul.tlog.Checkpoint;
import org.simpul.tlog.FormatException;
import org.simpul.tlog.Hash;
import org.simpul.tlog.Note;
import org.simpul.tlog.TamperedException;
import org.simpul.tlog.TilePath;
import org.simpul.tlog.TiledNodes;
import org.simpul.tlog.Tree;

/** What anybody may have of the log: nothing beyond the newest signed checkpoint. */
@ApplicationScoped
class PublishedLog {
    private static final String NEWEST = "select size, note, at from audit_checkpoint order by size desc limit 1";
    /** Both conditions come true once and stay so: what is shown never gets shorter. */
    private static final String SHOWN =
            """
            select c.size, c.note, c.at from audit_checkpoint c
            where c.at <= ? or exists (select from audit_cosigned q where q.size = c.size)
            order by c.size desc limit 1
            """;

    private static final String OF_SIZE = "select size, note, at from audit_checkpoint where size = ?";
    private static final String LINES = "select line from audit_cosignature where size = ? order by witness";

    private final LogDatabase database;
    private final LogConfig config;
    private final InstantSource clock;

    PublishedLog(LogDatabase database, LogConfig config, InstantSource clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** A checkpoint with the cosignatures that are known. */
    record Signed(Checkpoint checkpoint, Note note, Instant at) {
        long size() {
            return checkpoint.size();
        }
    }

    /** The one for verifiers: the newest that a quorum has cosigned, or that has waited for it too long. */
    Optional<Signed> shown() {
        return database.call(this::shown);
    }

    Optional<Signed> newest() {
        return database.call(PublishedLog::newest);
    }

    /** Empty beyond what is published. */
    Optional<byte[]> tile(TilePath path) {
        return database.call(connection -> {
            long size = newest(connection).map(Signed::size).orElse(0L);
            if (path.number() > size
                    || path.number() * TilePath.FULL + path.width() > TilePath.count(path.level(), size)) {
                return Optional.empty();
            }
            try {
                return Optional.of(new AuditTiles(connection).tile(path));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        });
    }

    /** That the leaf is in the shown checkpoint (C2SP tlog-proof); empty if it is not. */
    Optional<String> inclusion(long index) {
        return database.call(connection -> {
            Optional<Signed> shown = shown(connection).filter(it -> index < it.size());
            if (shown.isEmpty()) {
                return Optional.empty();
            }
            StringBuilder proof = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + index + "\n");
            for (Hash hash : tree(connection, shown.get().size()).inclusion(index)) {
                proof.append(hash).append('\n');
            }
            return Optional.of(proof.append('\n').append(shown.get().note()).toString());
        });
    }

    /** That the shown checkpoint begins with so many leaves, as a witness is asked; empty if it has fewer. */
    Optional<String> consistency(long old) {
        return database.call(connection -> {
            Optional<Signed> shown = shown(connection).filter(it -> old <= it.size());
            return shown.isEmpty()
                    ? Optional.empty()
                    : Optional.of(grown(connection, old, shown.get()).text());
        });
    }

    /** That a checkpoint begins with so many leaves. */
    AddCheckpoint grown(long old, Signed checkpoint) {
        return database.call(connection -> grown(connection, old, checkpoint));
    }

    private static AddCheckpoint grown(Connection connection, long old, Signed checkpoint)
            throws IOException, TamperedException {
        return new AddCheckpoint(old, tree(connection, checkpoint.size()).consistency(old), checkpoint.note());
    }

    private static Tree tree(Connection connection, long size) {
        return new Tree(new TiledNodes(new AuditTiles(connection), size), size);
    }

    private Optional<Signed> shown(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SHOWN)) {
            Instant late = clock.instant().minus(config.quorumLateAfter());
            select.setObject(1, OffsetDateTime.ofInstant(late, ZoneOffset.UTC));
            return signed(connection, select);
        }
    }

    static Optional<Signed> newest(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST)) {
            return signed(connection, select);
        }
    }

    static Optional<Signed> ofSize(Connection connection, long size) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_SIZE)) {
            select.setLong(1, size);
            return signed(connection, select);
        }
    }

    private static Optional<Signed> signed(Connection connection, PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery();
                PreparedStatement lines = connection.prepareStatement(LINES)) {
            if (!row.next()) {
                return Optional.empty();
            }
            Note note = Note.parse(row.getString(2));
            lines.setLong(1, row.getLong(1));
            try (ResultSet line = lines.executeQuery()) {
                while (line.next()) {
                    note = note.with(Note.Signature.parse(line.getString(1).strip()));
                }
            }
            return Optional.of(new Signed(
                    Checkpoint.parse(note),
                    note,
                    row.getObject(3, OffsetDateTime.class).toInstant()));
        } catch (FormatException e) {
            throw new IllegalStateException("a checkpoint that is none", e);
        }
    }
}
