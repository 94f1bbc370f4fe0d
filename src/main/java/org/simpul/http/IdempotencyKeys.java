package org.simpul.http;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** The keys that were used, each with what it was answered, but no content of it; written in the act's own transaction. */
@ApplicationScoped
class IdempotencyKeys {
    private final AgroalDataSource database;
    private final InstantSource clock;

    IdempotencyKeys(AgroalDataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A key counts for one person, in one institution, for one operation. */
    record Key(UUID owner, UUID person, String operation, String text) {

        private void bind(PreparedStatement statement, int first) throws SQLException {
            statement.setObject(first, owner);
            statement.setObject(first + 1, person);
            statement.setString(first + 2, operation);
            statement.setString(first + 3, text);
        }
    }

    /** An answer without its body, which may hold what only its readers may keep. */
    record Answer(int status, @Nullable String location, @Nullable String etag) {}

    /**
     * Takes the key, or waits for who took it.
     *
     * @param digest keyed, of the request's arguments
     * @return the first answer; empty when the key is ours now
     * @throws Problem IDEMPOTENCY_KEY_REUSED when the key came with another request
     */
    Optional<Answer> claim(Key key, byte[] digest) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        insert into idempotency_key (owner, person_id, operation, key, digest, created_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)) {
            key.bind(insert, 1);
            insert.setBytes(5, digest);
            insert.setObject(6, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            return insert.executeUpdate() == 1 ? Optional.empty() : Optional.of(earlier(connection, key, digest));
        }
    }

    void keep(Key key, Answer answer) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        """
                        update idempotency_key set status = ?, location = ?, etag = ?
                        where owner = ? and person_id = ? and operation = ? and key = ?
                        """)) {
            update.setInt(1, answer.status());
            update.setString(2, answer.location());
            update.setString(3, answer.etag());
            key.bind(update, 4);
            update.executeUpdate();
        }
    }

    @Scheduled(
            identity = "idempotency-keys",
            every = "${simpul.idempotency.forget-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        forget();
    }

    /** Forgets the keys of more than 72 hours ago; the database's policy says how old. */
    void forget() {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("set local role simpul_clock");
                statement.executeUpdate("delete from idempotency_key");
            } catch (SQLException e) {
                throw new IllegalStateException("used keys cannot be forgotten", e);
            }
        });
    }

    private static Answer earlier(Connection connection, Key key, byte[] digest) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                """
                select digest, status, location, etag from idempotency_key
                where owner = ? and person_id = ? and operation = ? and key = ?
                """)) {
            key.bind(select, 1);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Problem.of(ProblemType.UNAVAILABLE);
                }
                if (!MessageDigest.isEqual(row.getBytes("digest"), digest)) {
                    throw Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
                }
                return new Answer(row.getInt("status"), row.getString("location"), row.getString("etag"));
            }
        }
    }
}
