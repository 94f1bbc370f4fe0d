package org.simpul.inquiry.interest;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Finds live interests of other agencies in the same, under the clock's role, which reads of an interest neither who
 * registered it nor why: no institution's own rights open another's interest.
 */
@ApplicationScoped
class Matching {
    /** While it is looked for others in the same. */
    private static final String LOCK =
            """
            select pg_advisory_xact_lock(hashtextextended('interest ' || encode(i.digest, 'hex'), 0))
            from interest i where i.id = ?
            """;

    private static final String LIVE_PAIRS =
            """
            from interest mine join interest other on other.digest = mine.digest and other.owner <> mine.owner
            where mine.ends_at > now() and other.ends_at > now()
              and exists (select from matter m where m.owner = mine.owner and m.number = mine.matter
                and m.status = 'LIVE' and m.expires_at > now())
              and exists (select from matter m where m.owner = other.owner and m.number = other.matter
                and m.status = 'LIVE' and m.expires_at > now())
              and exists (select from participant p where p.id = mine.owner and p.status = 'ADMITTED')
              and exists (select from participant p where p.id = other.owner and p.status = 'ADMITTED')
            """;

    private static final String PAIRS =
            """
            select mine.id, mine.owner, mine.reference, mine.desk, mine.contact, mine.silent_until > now(),
              other.id, other.owner, other.reference, other.desk, other.contact, other.silent_until > now()
            """
                    + LIVE_PAIRS + " and mine.id = ? order by other.id";

    private static final String MISSED = "select mine.id " + LIVE_PAIRS
            + """
             and mine.id < other.id and not exists (select from interest_meeting m
               where m.first_interest = mine.id and m.second_interest = other.id
                 and (m.told_at is not null or mine.silent_until > now() or other.silent_until > now()))
             order by mine.id limit 200
            """;

    private final AgroalDataSource database;

    Matching(AgroalDataSource database) {
        this.database = database;
    }

    /** One side of a meeting. */
    record Side(UUID interest, UUID agency, String reference, String desk, String contact, boolean silent) {}

    /** Two live interests in the same. */
    record Pair(Side mine, Side other) {
        boolean isSilent() {
            return mine.silent() || other.silent();
        }
    }

    /**
     * Whoever looks for the same at the same time waits until the caller's transaction has ended: of two interests that
     * are committed at once, the later look finds the earlier.
     */
    List<Pair> of(UUID interest) {
        return asClerk(connection -> pairs(connection, interest));
    }

    /** Interests that have met another one, which is not known yet, or could not be told when they met. */
    List<UUID> missed() {
        return asClerk(Matching::missed);
    }

    /**
     * Whoever looks for others in the same has told what it found, or finds what the caller's transaction changes.
     *
     * @param interest loaded in scope
     */
    void await(UUID interest) {
        try (Connection connection = database.getConnection()) {
            lock(connection, interest);
        } catch (SQLException e) {
            throw new IllegalStateException("an interest cannot be held", e);
        }
    }

    private static void lock(Connection connection, UUID interest) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setObject(1, interest);
            lock.execute();
        }
    }

    private interface Look<T> {
        List<T> in(Connection connection) throws SQLException;
    }

    private <T> List<T> asClerk(Look<T> look) {
        try (Connection connection = database.getConnection();
                Statement role = connection.createStatement()) {
            role.execute("set local role simpul_clock");
            List<T> found = look.in(connection);
            role.execute("set local role none");
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("interests cannot be compared", e);
        }
    }

    private static List<UUID> missed(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(MISSED);
                ResultSet rows = select.executeQuery()) {
            List<UUID> interests = new ArrayList<>();
            while (rows.next()) {
                interests.add(rows.getObject(1, UUID.class));
            }
            return interests.stream().distinct().toList();
        }
    }

    private static List<Pair> pairs(Connection connection, UUID interest) throws SQLException {
        lock(connection, interest);
        try (PreparedStatement select = connection.prepareStatement(PAIRS)) {
            select.setObject(1, interest);
            try (ResultSet rows = select.executeQuery()) {
                List<Pair> pairs = new ArrayList<>();
                while (rows.next()) {
                    pairs.add(new Pair(side(rows, 1), side(rows, 7)));
                }
                return pairs;
            }
        }
    }

    private static Side side(ResultSet row, int from) throws SQLException {
        return new Side(
                row.getObject(from, UUID.class),
                row.getObject(from + 1, UUID.class),
                row.getString(from + 2),
                row.getString(from + 3),
                row.getString(from + 4),
                row.getBoolean(from + 5));
    }
}
