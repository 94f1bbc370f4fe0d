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
    private static final String PAIRS =
            """
            select mine.id, mine.owner, mine.reference, mine.desk, mine.contact, mine.silent_until > now(),
              other.id, other.owner, other.reference, other.desk, other.contact, other.silent_until > now()
            from interest mine join interest other on other.digest = mine.digest and other.owner <> mine.owner
            where mine.id = ? and mine.ends_at > now() and other.ends_at > now()
              and exists (select from matter m where m.owner = mine.owner and m.number = mine.matter
                and m.status = 'LIVE' and m.expires_at > now())
              and exists (select from matter m where m.owner = other.owner and m.number = other.matter
                and m.status = 'LIVE' and m.expires_at > now())
              and exists (select from participant p where p.id = mine.owner and p.status = 'ADMITTED')
              and exists (select from participant p where p.id = other.owner and p.status = 'ADMITTED')
            order by other.id
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
        try (Connection connection = database.getConnection();
                Statement role = connection.createStatement()) {
            role.execute("set local role simpul_clock");
            List<Pair> pairs = pairs(connection, interest);
            role.execute("set local role none");
            return pairs;
        } catch (SQLException e) {
            throw new IllegalStateException("interests cannot be compared", e);
        }
    }

    private static List<Pair> pairs(Connection connection, UUID interest) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(
                        """
                        select pg_advisory_xact_lock(hashtextextended('interest ' || encode(i.digest, 'hex'), 0))
                        from interest i where i.id = ?
                        """);
                PreparedStatement select = connection.prepareStatement(PAIRS)) {
            lock.setObject(1, interest);
            lock.execute();
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
