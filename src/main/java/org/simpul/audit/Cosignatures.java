package org.simpul.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.simpul.tlog.Checkpoint;
import org.simpul.tlog.FormatException;
import org.simpul.tlog.Note;
import org.simpul.tlog.NoteKey;

/** What witnesses of the policy have said of the log's own checkpoints. */
@ApplicationScoped
class Cosignatures {
    /** How far another's clock may be ahead. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final String KEEP =
            "insert into audit_cosignature (size, witness, line, at) values (?, ?, ?, ?) on conflict do nothing";
    private static final String MET = "insert into audit_cosigned (size, at) values (?, ?) on conflict do nothing";
    private static final String LAST = "select coalesce(max(size), 0) from audit_cosignature where witness = ?";
    /** The last time that a quorum stood behind the log, or else its beginning. */
    private static final String SINCE =
            """
            select coalesce((select c.at from audit_cosigned q join audit_checkpoint c on c.size = q.size
                order by q.size desc limit 1),
              (select at from audit_checkpoint order by size limit 1))
            """;

    private final LogDatabase database;
    private final LogKeys keys;
    private final InstantSource clock;

    Cosignatures(LogDatabase database, LogKeys keys, InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /** How lines of signature were taken. */
    enum Taken {
        KEPT,
        NOT_A_CHECKPOINT,
        UNKNOWN_CHECKPOINT,
        UNKNOWN_WITNESS
    }

    /** Keeps the lines of the witnesses of the policy below a checkpoint of this log; those of others, and of a time to come, are left out. */
    Taken add(byte[] body) {
        Note note;
        Checkpoint checkpoint;
        try {
            note = Note.parse(body);
            checkpoint = Checkpoint.parse(note);
        } catch (FormatException e) {
            return Taken.NOT_A_CHECKPOINT;
        }
        List<NoteKey> known = keys.policy().witnesses().stream()
                .filter(key -> key.cosigned(note).filter(this::hasCome).isPresent())
                .toList();
        Taken taken = database.call(connection -> {
            Optional<PublishedLog.Signed> own = PublishedLog.ofSize(connection, checkpoint.size())
                    .filter(it -> it.note().text().equals(note.text()));
            if (own.isEmpty()) {
                return Taken.UNKNOWN_CHECKPOINT;
            }
            if (known.isEmpty()) {
                return Taken.UNKNOWN_WITNESS;
            }
            for (NoteKey key : known) {
                keep(connection, checkpoint.size(), key, note);
            }
            return Taken.KEPT;
        });
        if (taken == Taken.KEPT) {
            // after the commit: of two that come at once the later sees both
            settle(checkpoint.size());
        }
        return taken;
    }

    private void keep(Connection connection, long size, NoteKey key, Note note) throws SQLException {
        Note.Signature signature = note.signatures().stream()
                .filter(it -> it.name().equals(key.name()) && it.keyId() == key.id())
                .findFirst()
                .orElseThrow();
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setLong(1, size);
            insert.setString(2, key.toString());
            insert.setString(3, signature.line());
            insert.setObject(4, now());
            insert.executeUpdate();
        }
    }

    /** Notes it down once enough have cosigned; with a policy that asks nobody, at once. */
    void settle(long size) {
        database.call(connection -> {
            settle(connection, size);
            return size;
        });
    }

    private void settle(Connection connection, long size) throws SQLException {
        Optional<PublishedLog.Signed> checkpoint = PublishedLog.ofSize(connection, size);
        if (checkpoint.isEmpty()
                || !keys.policy()
                        .isMet(keys.policy().cosigners(checkpoint.get().note()).keySet())) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(MET)) {
            insert.setLong(1, size);
            insert.setObject(2, now());
            insert.executeUpdate();
        }
    }

    /** The size that a witness has cosigned last; 0 for none. */
    long last(NoteKey witness) {
        return database.call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(LAST)) {
                select.setString(1, witness.toString());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** Since when no newer checkpoint has its quorum; empty before the first checkpoint. */
    Optional<Instant> since() {
        return database.call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SINCE);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
            }
        });
    }

    /** Verifiers do not count a cosignature of a time to come. */
    private boolean hasCome(Instant cosigned) {
        return !cosigned.isAfter(clock.instant().plus(SKEW));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
