package org.simpul.console;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of sign-in sessions, by a role that sees nothing else; each statement is a transaction of its own. */
@ApplicationScoped
class SessionTable {
    private final AgroalDataSource database;
    private final InstantSource clock;

    SessionTable(@DataSource("session") AgroalDataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Tokens as Quarkus encrypted them. */
    record Kept(String idToken, @Nullable String refreshToken) {}

    void insert(byte[] digest, String idToken, @Nullable String refreshToken, Instant end) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into sign_in_session (cookie_digest, id_token, refresh_token, expires_at)"
                                + " values (?, ?, ?, ?)")) {
            insert.setBytes(1, digest);
            insert.setString(2, idToken);
            insert.setString(3, refreshToken);
            insert.setTimestamp(4, Timestamp.from(end));
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the sign-in session is not kept", e);
        }
    }

    /** @return empty when there is no such session, or it has ended */
    Optional<Kept> find(byte[] digest, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement find =
                        connection.prepareStatement("select id_token, refresh_token from sign_in_session"
                                + " where cookie_digest = ? and expires_at > ?")) {
            find.setBytes(1, digest);
            find.setTimestamp(2, Timestamp.from(now));
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(new Kept(row.getString(1), row.getString(2))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the sign-in session is not read", e);
        }
    }

    /** Ends a session at that time, or earlier if it would have ended before. */
    void end(byte[] digest, Instant end) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update sign_in_session set expires_at = least(expires_at, ?) where cookie_digest = ?")) {
            update.setTimestamp(1, Timestamp.from(end));
            update.setBytes(2, digest);
            update.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the sign-in session is not ended", e);
        }
    }

    /** Takes the sessions away that have ended. */
    @Scheduled(every = "{simpul.session.clean-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clean() {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from sign_in_session where expires_at <= ?")) {
            delete.setTimestamp(1, Timestamp.from(clock.instant()));
            delete.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("ended sign-in sessions are not taken away", e);
        }
    }
}
