package org.simpul.identifier.list;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries by the thousand, one statement for each batch, in the running transaction and under row-level security.
 * COPY does not go into a table under row-level security, and through a staging table each row would be written twice.
 */
@ApplicationScoped
class EntryStore {
    /** A value that stands on the list already is left as it is, and so is the second of two in one batch. */
    private static final String ADD =
            """
            insert into list_entry (owner, list_id, type, scope, value, confidence, source_grade, information_grade,
              valid_from, valid_until, decay, typology_code, added_in)
            select ?, ?, r.type, r.scope, r.value, r.confidence, r.source_grade, r.information_grade, r.valid_from,
              r.valid_until, r.decay, r.typology_code, ?
            from unnest(?::text[], ?::text[], ?::text[], ?::smallint[], ?::text[], ?::text[], ?::timestamptz[],
              ?::timestamptz[], ?::text[], ?::text[]) r (type, scope, value, confidence, source_grade, information_grade,
              valid_from, valid_until, decay, typology_code)
            on conflict (owner, list_id, value, type, scope) where removed_in is null do nothing
            """;

    /** What has expired is in the way of the same value when it comes back; what an edition told is marked alone. */
    private static final String RETIRE =
            """
            with retired as (update list_entry e set removed_in = ?
              from unnest(?::text[], ?::text[], ?::text[]) r (type, scope, value)
              where e.owner = ? and e.list_id = ? and e.value = r.value and e.type = r.type and e.scope = r.scope
                and e.removed_in is null and e.added_in < ? and e.valid_until <= ?
              returning e.valid_until)
            select count(*), count(*) filter (where valid_until > ?) from retired
            """;

    private static final String REMOVE_DRAFTED =
            """
            delete from list_entry e using unnest(?::text[], ?::text[], ?::text[]) r (type, scope, value)
            where e.owner = ? and e.list_id = ? and e.value = r.value and e.type = r.type and e.scope = r.scope
              and e.removed_in is null and e.added_in = ?
            """;

    private static final String FORGET = REMOVE_DRAFTED + " and e.valid_until <= ?";

    private static final String REMOVE =
            """
            update list_entry e set removed_in = ?
            from unnest(?::text[], ?::text[], ?::text[]) r (type, scope, value)
            where e.owner = ? and e.list_id = ? and e.value = r.value and e.type = r.type and e.scope = r.scope
              and e.removed_in is null and e.added_in < ? and (e.valid_until is null or e.valid_until > ?)
            """;

    private static final String UNSWEPT =
            """
            select exists (select from list_entry
                where owner = ? and list_id = ? and gone_from is null and removed_in <= ?)
              or exists (select from list_entry
                where owner = ? and list_id = ? and gone_from is null and valid_until <= ? and added_in <= ?
                  and (removed_in is null or removed_in > ?))
            """;

    /** What somebody else changes meanwhile waits for the next look. */
    private static final String SWEEP =
            """
            with removed as (select id from list_entry
                where owner = ? and list_id = ? and gone_from is null and removed_in <= ?
                order by removed_in limit ? for update skip locked),
              expired as (select id from list_entry
                where owner = ? and list_id = ? and gone_from is null and valid_until <= ? and added_in <= ?
                  and (removed_in is null or removed_in > ?)
                order by valid_until limit ? for update skip locked)
            update list_entry e set gone_from = ? from (select id from removed union all select id from expired) g
            where e.owner = ? and e.list_id = ? and e.id = g.id
            """;

    private static final String EXCLUDED =
            """
            select r.number from unnest(?::text[], ?::text[], ?::text[]) with ordinality r (type, scope, value, number)
            where exists (select from exclusion x where x.owner = ? and x.removed_at is null and x.value = r.value
              and x.type = r.type and x.scope = r.scope)
            order by r.number
            """;

    private static final String CONFIRMED =
            """
            select r.number from unnest(?::text[], ?::text[], ?::text[]) with ordinality r (type, scope, value, number)
            where exists (select from confirmed_false_positive c where c.owner = ? and c.lifted_at is null
              and c.value = r.value and c.type = r.type and c.scope = r.scope)
            order by r.number
            """;

    /** What has expired and would be added anew stands no more. */
    private static final String STANDING =
            """
            select r.number from unnest(?::text[], ?::text[], ?::text[]) with ordinality r (type, scope, value, number)
            where exists (select from list_entry e where e.owner = ? and e.list_id = ? and e.value = r.value
              and e.type = r.type and e.scope = r.scope and e.removed_in is null
              and (e.valid_until is null or e.valid_until > ?))
            order by r.number
            """;

    private final AgroalDataSource database;
    private final InstantSource clock;

    EntryStore(AgroalDataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Expired ones of the same value give way; they are looked for only when something is in the way. */
    Added add(IdentifierList list, List<EntryRow> rows) {
        return in(connection -> {
            int stored = insert(connection, list, rows);
            if (stored == rows.size()) {
                return new Added(stored, 0, 0);
            }
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            int forgotten = forget(connection, FORGET, list, rows, now);
            Retired retired = list.publishedAt == null ? new Retired(0, 0) : retire(connection, list, rows, now);
            return forgotten + retired.all() == 0
                    ? new Added(stored, 0, 0)
                    : new Added(stored + insert(connection, list, rows), forgotten, retired.counted());
        });
    }

    private static int insert(Connection connection, IdentifierList list, List<EntryRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, list.owner);
            insert.setObject(2, list.id);
            insert.setInt(3, list.draft);
            identifiers(connection, insert, 4, rows);
            insert.setArray(7, array(connection, "smallint", rows, EntryRow::confidence));
            insert.setArray(8, array(connection, "text", rows, EntryRow::source));
            insert.setArray(9, array(connection, "text", rows, EntryRow::information));
            insert.setArray(10, array(connection, "text", rows, EntryRow::validFrom));
            insert.setArray(11, array(connection, "text", rows, EntryRow::validUntil));
            insert.setArray(12, array(connection, "text", rows, EntryRow::decay));
            insert.setArray(13, array(connection, "text", rows, EntryRow::typologyCode));
            return insert.executeUpdate();
        }
    }

    /** @param counted among the list's entries until then: no edition has left them out yet */
    private record Retired(int all, int counted) {}

    private static Retired retire(Connection connection, IdentifierList list, List<EntryRow> rows, OffsetDateTime now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RETIRE)) {
            published(connection, update, list, rows, now);
            update.setObject(9, list.since().atOffset(ZoneOffset.UTC));
            try (ResultSet row = update.executeQuery()) {
                row.next();
                return new Retired(row.getInt(1), row.getInt(2));
            }
        }
    }

    /** @return how many of them stood on the list */
    Removed remove(IdentifierList list, List<EntryRow> rows) {
        return in(connection -> new Removed(
                forget(connection, REMOVE_DRAFTED, list, rows, null),
                list.publishedAt == null ? 0 : removePublished(connection, list, rows)));
    }

    /** @return places in the batch, from 1 on, of those that stand on the owner's exclusion list */
    List<Integer> excluded(IdentifierList list, List<EntryRow> rows) {
        return places(EXCLUDED, list, rows);
    }

    /** @return places in the batch, from 1 on, of those that are confirmed as false positives */
    List<Integer> confirmedFalse(IdentifierList list, List<EntryRow> rows) {
        return places(CONFIRMED, list, rows);
    }

    /** @return places in the batch, from 1 on, of those that stand on the list already */
    List<Integer> standing(IdentifierList list, List<EntryRow> rows) {
        return in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(STANDING)) {
                identifiers(connection, select, 1, rows);
                select.setObject(4, list.owner);
                select.setObject(5, list.id);
                select.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
                return numbers(select);
            }
        });
    }

    /** Whether an edition leaves out what is not marked yet. */
    boolean leavesUnswept(IdentifierListEdition edition) {
        return in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(UNSWEPT)) {
                select.setObject(1, edition.owner);
                select.setObject(2, edition.listId);
                select.setInt(3, edition.draft);
                select.setObject(4, edition.owner);
                select.setObject(5, edition.listId);
                select.setObject(6, edition.sealedAt.atOffset(ZoneOffset.UTC));
                select.setInt(7, edition.draft);
                select.setInt(8, edition.draft);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getBoolean(1);
                }
            }
        });
    }

    /**
     * Marks what an edition leaves out, so that whoever reads it does not walk over that.
     *
     * @param most rows that were taken off, and as many that have expired
     * @return how many were marked
     */
    int sweep(IdentifierListEdition edition, int most) {
        return in(connection -> {
            try (PreparedStatement update = connection.prepareStatement(SWEEP)) {
                update.setObject(1, edition.owner);
                update.setObject(2, edition.listId);
                update.setInt(3, edition.draft);
                update.setInt(4, most);
                update.setObject(5, edition.owner);
                update.setObject(6, edition.listId);
                update.setObject(7, edition.sealedAt.atOffset(ZoneOffset.UTC));
                update.setInt(8, edition.draft);
                update.setInt(9, edition.draft);
                update.setInt(10, most);
                update.setInt(11, edition.number);
                update.setObject(12, edition.owner);
                update.setObject(13, edition.listId);
                return update.executeUpdate();
            }
        });
    }

    private List<Integer> places(String sql, IdentifierList list, List<EntryRow> rows) {
        return in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                identifiers(connection, select, 1, rows);
                select.setObject(4, list.owner);
                return numbers(select);
            }
        });
    }

    private static List<Integer> numbers(PreparedStatement select) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                numbers.add(found.getInt(1));
            }
        }
        return numbers;
    }

    private static int removePublished(Connection connection, IdentifierList list, List<EntryRow> rows)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REMOVE)) {
            published(connection, update, list, rows, list.since().atOffset(ZoneOffset.UTC));
            return update.executeUpdate();
        }
    }

    /** @param at that the validity of what is marked is held against */
    private static void published(
            Connection connection,
            PreparedStatement update,
            IdentifierList list,
            List<EntryRow> rows,
            OffsetDateTime at)
            throws SQLException {
        update.setInt(1, list.draft);
        identifiers(connection, update, 2, rows);
        update.setObject(5, list.owner);
        update.setObject(6, list.id);
        update.setInt(7, list.draft);
        update.setObject(8, at);
    }

    /** @param now null for all of them, whether or not they have expired */
    private static int forget(
            Connection connection, String sql, IdentifierList list, List<EntryRow> rows, @Nullable OffsetDateTime now)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            identifiers(connection, delete, 1, rows);
            delete.setObject(4, list.owner);
            delete.setObject(5, list.id);
            delete.setInt(6, list.draft);
            if (now != null) {
                delete.setObject(7, now);
            }
            return delete.executeUpdate();
        }
    }

    private static void identifiers(Connection connection, PreparedStatement statement, int from, List<EntryRow> rows)
            throws SQLException {
        statement.setArray(
                from, array(connection, "text", rows, row -> row.identifier().type()));
        statement.setArray(from + 1, array(connection, "text", rows, row -> row.identifier()
                .scope()));
        statement.setArray(from + 2, array(connection, "text", rows, row -> row.identifier()
                .value()));
    }

    private static Array array(
            Connection connection, String type, List<EntryRow> rows, Function<EntryRow, @Nullable Object> cell)
            throws SQLException {
        return connection.createArrayOf(
                type,
                rows.stream()
                        .map(cell)
                        .map(value -> value == null ? null : Objects.toString(value))
                        .toArray());
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T in(Work<T> work) {
        // the very connection that the transaction has; closing it gives back the handle alone
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not take the entries", e);
        }
    }
}
