package org.simpul.safeguard;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.safeguard.Keyring.Wrapped;
import org.simpul.shared.Ids;

/**
 * What is done to keys whoever owns them, under a role of the database that reads no content: wrapped anew, made for rows
 * of the old form, destroyed. Batches are small and pass over rows that somebody holds, so that nobody waits for them.
 */
@ApplicationScoped
class KeyKeeper {
    private static final int BATCH = 200;

    private final AgroalDataSource database;
    private final Keyring keyring;
    private final DataKeys dataKeys;
    private final DetailsCipher cipher;
    private final InstantSource clock;

    KeyKeeper(
            AgroalDataSource database, Keyring keyring, DataKeys dataKeys, DetailsCipher cipher, InstantSource clock) {
        this.database = database;
        this.keyring = keyring;
        this.dataKeys = dataKeys;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * What became of some rows.
     *
     * @param failed how many do not open, and were left as they are
     * @param last id of the last one; null at the end
     */
    record Batch(int done, int failed, @Nullable UUID last) {}

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** @return ids of the keys of the keyset that something is wrapped or encrypted by */
    Set<Long> needed() {
        return inOwnTransaction(KeyKeeper::needed);
    }

    /**
     * Reads the keyset again. It is not taken while somebody writes, who may wrap by a key that it lacks.
     *
     * @return whether another keyset is in use now
     * @throws IllegalStateException when it is not taken; the present one goes on
     */
    boolean reload() {
        if (!keyring.isChanged()) {
            return false;
        }
        return inOwnTransaction(connection -> {
            try (PreparedStatement lock =
                            connection.prepareStatement("select pg_try_advisory_xact_lock(hashtext('simpul.keyset'))");
                    ResultSet row = lock.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new IllegalStateException("keys are being made by the present one; it is tried again");
                }
            }
            return keyring.reload(needed(connection));
        });
    }

    private static Set<Long> needed(Connection connection) throws SQLException {
        Set<Long> ids = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                        """
                            select kek_id from subject_key where destroyed_at is null
                            union select kek_id from digest_key where kek_id is not null
                            union select ('x' || encode(substring(ciphertext from 2 for 4), 'hex'))::bit(32)::bigint
                              from protected_subject where key_id is null
                            """);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    /** @return how many data keys another key than the primary one wraps, and how many rows are of the old form */
    long waiting() {
        return inOwnTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    """
                    select (select count(*) from subject_key where destroyed_at is null and kek_id <> ?)
                      + (select count(*) from digest_key where kek_id <> ?)
                      + (select count(*) from protected_subject where key_id is null)
                    """)) {
                select.setLong(1, keyring.primary());
                select.setLong(2, keyring.primary());
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    /** Wraps data keys anew, those after an id. One that does not open is passed over: it holds up no other. */
    Batch rewrap(UUID after) {
        return inOwnTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            """
                            select id, owner, wrapped from subject_key
                            where destroyed_at is null and kek_id <> ? and id > ?
                            order by id limit ? for update skip locked
                            """);
                    PreparedStatement update = connection.prepareStatement(
                            "update subject_key set wrapped = ?, kek_id = ? where id = ?")) {
                select.setLong(1, keyring.primary());
                select.setObject(2, after);
                select.setInt(3, BATCH);
                try (ResultSet rows = select.executeQuery()) {
                    return each(rows, id -> {
                        Place place = Place.key(id, rows.getObject(2, UUID.class));
                        rewrap(update, keyring.unwrap(rows.getBytes(3), place), place);
                    });
                }
            }
        });
    }

    /** The secret of keyed digests as well. */
    Batch rewrapDigestKey(UUID after) {
        return inOwnTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "select id, wrapped from digest_key where kek_id <> ? and id > ? for update skip locked");
                    PreparedStatement update =
                            connection.prepareStatement("update digest_key set wrapped = ?, kek_id = ? where id = ?")) {
                select.setLong(1, keyring.primary());
                select.setObject(2, after);
                try (ResultSet rows = select.executeQuery()) {
                    return each(rows, id -> {
                        Place place = digestPlace(id);
                        rewrap(update, keyring.unwrap(rows.getBytes(2), place), place);
                    });
                }
            }
        });
    }

    private interface Step {
        /** @throws IllegalStateException for a row that does not open; nothing of it is written by then */
        void with(UUID id) throws SQLException;
    }

    private static Batch each(ResultSet rows, Step step) throws SQLException {
        int done = 0;
        int failed = 0;
        UUID last = null;
        while (rows.next()) {
            last = rows.getObject(1, UUID.class);
            try {
                step.with(last);
                done++;
            } catch (IllegalStateException e) {
                failed++;
            }
        }
        return new Batch(done, failed, last);
    }

    private void rewrap(PreparedStatement update, byte[] key, Place place) throws SQLException {
        Wrapped wrapped = keyring.wrap(key, place);
        update.setBytes(1, wrapped.bytes());
        update.setLong(2, wrapped.kekId());
        update.setObject(3, place.row());
        update.executeUpdate();
    }

    /** Gives rows of the old form keys of their own, those after an id; one that does not open is passed over. */
    Batch giveKeys(UUID after) {
        return inOwnTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    """
                    select id, owner, subject_id, ciphertext from protected_subject where key_id is null and id > ?
                    order by id limit ? for update skip locked
                    """)) {
                select.setObject(1, after);
                select.setInt(2, BATCH);
                return giveKeys(connection, select);
            }
        });
    }

    private Batch giveKeys(Connection connection, PreparedStatement select) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "insert into subject_key (id, owner, wrapped, kek_id, made_at) values (?, ?, ?, ?, ?)");
                PreparedStatement update = connection.prepareStatement(
                        "update protected_subject set ciphertext = ?, key_id = ? where id = ? and key_id is null");
                ResultSet rows = select.executeQuery()) {
            return each(rows, id -> {
                UUID owner = rows.getObject(2, UUID.class);
                byte[] details = cipher.openOld(rows.getBytes(4), rows.getObject(3, UUID.class), owner);
                UUID key = Ids.next();
                Wrapped wrapped = dataKeys.make(key, owner);
                insert.setObject(1, key);
                insert.setObject(2, owner);
                insert.setBytes(3, wrapped.bytes());
                insert.setLong(4, wrapped.kekId());
                insert.setObject(5, now());
                insert.executeUpdate();
                update.setBytes(
                        1,
                        DetailsCipher.encrypt(
                                details, dataKeys.open(wrapped.bytes(), key, owner), Place.details(id, owner)));
                update.setObject(2, key);
                update.setObject(3, id);
                update.executeUpdate();
            });
        }
    }

    /** Gives one row of the old form its key, in the running transaction. */
    void giveKey(UUID subjectId) {
        try (Connection connection = database.getConnection()) {
            asKeeper(connection, keeper -> giveKeys(keeper, List.of(subjectId).toArray(UUID[]::new)));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Batch giveKeys(Connection keeper, UUID[] subjects) throws SQLException {
        try (PreparedStatement old = keeper.prepareStatement(
                """
                select id, owner, subject_id, ciphertext from protected_subject
                where key_id is null and subject_id = any(?) for update
                """)) {
            old.setArray(1, keeper.createArrayOf("uuid", subjects));
            return giveKeys(keeper, old);
        }
    }

    /**
     * Destroys the keys of subjects and of their copies, and forgets their digests, in the running transaction.
     *
     * @return owners of the keys that were destroyed, by the keys' ids
     */
    Map<UUID, UUID> destroy(Collection<UUID> subjectIds) {
        try (Connection connection = database.getConnection()) {
            UUID[] subjects = subjectIds.toArray(UUID[]::new);
            return asKeeper(connection, keeper -> {
                if (giveKeys(keeper, subjects).failed() > 0) {
                    throw new IllegalStateException("details that do not open cannot be destroyed by their key");
                }
                try (PreparedStatement forget =
                        keeper.prepareStatement("delete from subject_digest where subject_id = any(?)")) {
                    forget.setArray(1, keeper.createArrayOf("uuid", subjects));
                    forget.executeUpdate();
                }
                return destroyKeys(keeper, subjects);
            });
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Map<UUID, UUID> destroyKeys(Connection connection, UUID[] subjects) throws SQLException {
        try (PreparedStatement hold = connection.prepareStatement(
                """
                select pg_advisory_xact_lock(hashtextextended(k.id::text, 0)) from (
                  select distinct p.key_id as id from protected_subject p
                  where p.subject_id = any(?) and p.key_id is not null order by 1) k
                """)) {
            hold.setArray(1, connection.createArrayOf("uuid", subjects));
            hold.execute();
        }
        try (PreparedStatement update = connection.prepareStatement(
                """
                with keys as (select p.key_id as id from protected_subject p where p.subject_id = any(?))
                update subject_key k set wrapped = null, kek_id = null, destroyed_at = ?
                where k.destroyed_at is null and (k.id in (select id from keys) or k.of_key in (select id from keys))
                returning k.id, k.owner
                """)) {
            return destroyKeys(update, connection.createArrayOf("uuid", subjects));
        }
    }

    /**
     * Destroys keys by their ids, in the running transaction.
     *
     * @return owners of those that were not destroyed before, by their ids
     */
    Map<UUID, UUID> destroyKeys(Collection<UUID> keyIds) {
        try (Connection connection = database.getConnection()) {
            return asKeeper(connection, keeper -> {
                try (PreparedStatement update = keeper.prepareStatement(
                        """
                        with keys as (select unnest(?::uuid[]) as id)
                        update subject_key k set wrapped = null, kek_id = null, destroyed_at = ?
                        where k.destroyed_at is null and k.id in (select id from keys) returning k.id, k.owner
                        """)) {
                    return destroyKeys(update, keeper.createArrayOf("uuid", keyIds.toArray(UUID[]::new)));
                }
            });
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Map<UUID, UUID> destroyKeys(PreparedStatement update, Array of) throws SQLException {
        Map<UUID, UUID> destroyed = new LinkedHashMap<>();
        update.setArray(1, of);
        update.setObject(2, now());
        try (ResultSet rows = update.executeQuery()) {
            while (rows.next()) {
                destroyed.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
            }
        }
        return destroyed;
    }

    /**
     * The secret of keyed digests. At the first start it is made, or inherited from the keyset's first key.
     *
     * @param fresh as good as random, for a new hub
     */
    byte[] digestSecret(byte[] fresh) {
        return inOwnTransaction(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("select id, inherited, wrapped from digest_key for update");
                    PreparedStatement update =
                            connection.prepareStatement("update digest_key set wrapped = ?, kek_id = ? where id = ?");
                    ResultSet rows = select.executeQuery()) {
                rows.next();
                Place place = digestPlace(rows.getObject(1, UUID.class));
                byte[] wrapped = rows.getBytes(3);
                if (wrapped != null) {
                    return keyring.unwrap(wrapped, place);
                }
                byte[] secret = rows.getBoolean(2) ? keyring.firstKey() : fresh;
                rewrap(update, secret, place);
                return secret;
            }
        });
    }

    private static Place digestPlace(UUID id) {
        return new Place("digest_key", "wrapped", id, new UUID(0, 0));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private <T> T inOwnTransaction(Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                return asKeeper(connection, work);
            }
        });
    }

    /** A statement that fails leaves the transaction to roll back, and the role with it. */
    private static <T> T asKeeper(Connection connection, Work<T> work) throws SQLException {
        try (Statement role = connection.createStatement()) {
            role.execute("set local role simpul_clock");
            T done = work.with(connection);
            role.execute("set local role none");
            return done;
        }
    }

    private static IllegalStateException failure(SQLException e) {
        // the driver's message may quote a row: only the state goes on
        return new IllegalStateException("keys cannot be destroyed: SQL state " + e.getSQLState());
    }
}
