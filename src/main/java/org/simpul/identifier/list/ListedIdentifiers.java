package org.simpul.identifier.list;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.NotAudited;
import org.simpul.identifier.Identifier;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Handling;

/**
 * Finds identifiers in the newest editions that reach the caller, all in one statement; of its own lists in those that it
 * has not taken back. They go to the database as
 * parameters and into no table, not even a temporary one.
 */
@ApplicationScoped
public class ListedIdentifiers {
    private static final String TELL =
            """
            select r.number, e.list_id, e.confidence, e.decay, e.valid_from, e.valid_until, e.typology_code,
              exists (select from exclusion x where x.owner = ? and x.removed_at is null and x.value = e.value
                and x.type = e.type and x.scope = e.scope) as excluded
            """;

    private static final String STANDING =
            """
            where e.added_in <= s.draft and (e.removed_in is null or e.removed_in > s.draft)
              and (e.valid_until is null or e.valid_until > s.at)
            order by r.number, e.list_id
            """;

    private static final String ASKED =
            """
            from unnest(?::text[], ?::text[], ?::text[]) with ordinality r (type, scope, value, number)
            join list_entry e on e.value = r.value and e.type = r.type and e.scope = r.scope
            join unnest(?::uuid[], ?::int[], ?::timestamptz[]) s (list_id, draft, at) on s.list_id = e.list_id
            """
                    + STANDING;

    private static final String FIND = TELL + ASKED;
    private static final String POINT = "select r.number, e.list_id, e.id " + ASKED;

    /**
     * What stands now for the entries that pointers lead to: the same identifier on the same list, also when it was taken
     * off and came back as another entry. What has gone is still seen by whoever has an edition that told it.
     */
    private static final String FOLLOW = TELL
            + """
            from unnest(?::uuid[], ?::uuid[]) with ordinality r (list_id, entry_id, number)
            join unnest(?::uuid[], ?::int[], ?::timestamptz[], ?::uuid[]) s (list_id, draft, at, owner)
              on s.list_id = r.list_id
            join list_entry p on p.owner = s.owner and p.list_id = s.list_id and p.id = r.entry_id
            join list_entry e on e.owner = p.owner and e.list_id = p.list_id and e.value = p.value and e.type = p.type
              and e.scope = p.scope
            """
            + STANDING;

    private final AgroalDataSource database;
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ListRepository lists;
    private final EntryReader reader;

    ListedIdentifiers(
            AgroalDataSource database,
            CurrentCaller current,
            AccessPolicy policy,
            ListRepository lists,
            EntryReader reader) {
        this.database = database;
        this.current = current;
        this.policy = policy;
        this.lists = lists;
        this.reader = reader;
    }

    /**
     * One identifier on one list.
     *
     * @param place in what was asked, from 0 on
     * @param confidence what was left of it when the edition went out, 0 to 100
     */
    public record Found(
            int place,
            UUID listId,
            String listTitle,
            int edition,
            Handling handling,
            int confidence,
            @Nullable Instant validUntil,
            @Nullable String typologyCode,
            boolean excluded) {}

    /** @return in the order of what was asked; of one identifier in the order of the lists */
    @Transactional
    @NotAudited("a part of use cases that are audited themselves")
    public List<Found> find(List<Identifier> asked) {
        List<IdentifierListEdition> editions = lists.standing(policy.visibility(current.get()));
        if (asked.isEmpty() || editions.isEmpty()) {
            return List.of();
        }
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, current.get().participantId());
            asked(connection, select, 2, asked);
            editions(connection, select, 5, editions);
            return found(select, editions);
        } catch (SQLException e) {
            throw unanswered(e);
        }
    }

    /**
     * Where one identifier stands on one list; it tells nothing by itself.
     *
     * @param place in what was asked, from 0 on
     */
    public record Pointer(int place, UUID listId, UUID entryId) {}

    /** @return in the order of what was asked; of one identifier in the order of the lists */
    @Transactional
    @NotAudited("a part of use cases that are audited themselves")
    public List<Pointer> point(List<Identifier> asked) {
        List<IdentifierListEdition> editions = lists.standing(policy.visibility(current.get()));
        if (asked.isEmpty() || editions.isEmpty()) {
            return List.of();
        }
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(POINT)) {
            asked(connection, select, 1, asked);
            editions(connection, select, 4, editions);
            List<Pointer> pointers = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    pointers.add(new Pointer(
                            row.getInt("number") - 1,
                            row.getObject("list_id", UUID.class),
                            row.getObject("id", UUID.class)));
                }
            }
            return pointers;
        } catch (SQLException e) {
            throw unanswered(e);
        }
    }

    /** @return what the pointers lead to by now, in their order and by their place among them; what has gone is left out */
    @Transactional
    @NotAudited("a part of use cases that are audited themselves")
    public List<Found> follow(List<Pointer> pointers) {
        List<IdentifierListEdition> editions = lists.standing(policy.visibility(current.get()));
        if (pointers.isEmpty() || editions.isEmpty()) {
            return List.of();
        }
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FOLLOW)) {
            select.setObject(1, current.get().participantId());
            array(connection, select, 2, "uuid", pointers, Pointer::listId);
            array(connection, select, 3, "uuid", pointers, Pointer::entryId);
            editions(connection, select, 4, editions);
            array(connection, select, 7, "uuid", editions, edition -> edition.owner);
            return found(select, editions);
        } catch (SQLException e) {
            throw unanswered(e);
        }
    }

    /** @return lists of which an edition reaches the caller */
    @Transactional
    @NotAudited("a part of use cases that are audited themselves")
    public List<UUID> reaching() {
        return lists.standing(policy.visibility(current.get())).stream()
                .map(edition -> edition.listId)
                .toList();
    }

    private static void asked(Connection connection, PreparedStatement select, int place, List<Identifier> asked)
            throws SQLException {
        array(connection, select, place, "text", asked, identifier -> identifier
                .type()
                .name());
        array(connection, select, place + 1, "text", asked, Identifier::scope);
        array(connection, select, place + 2, "text", asked, Identifier::value);
    }

    private static void editions(
            Connection connection, PreparedStatement select, int place, List<IdentifierListEdition> editions)
            throws SQLException {
        array(connection, select, place, "uuid", editions, edition -> edition.listId);
        array(connection, select, place + 1, "int4", editions, edition -> edition.draft);
        array(connection, select, place + 2, "text", editions, edition -> edition.sealedAt.toString());
    }

    private static IllegalStateException unanswered(SQLException e) {
        return new IllegalStateException("the database does not answer what is asked", e);
    }

    private List<Found> found(PreparedStatement select, List<IdentifierListEdition> editions) throws SQLException {
        Map<UUID, IdentifierListEdition> byList =
                editions.stream().collect(Collectors.toMap(edition -> edition.listId, Function.identity()));
        List<Found> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                IdentifierListEdition edition = byList.get(row.getObject("list_id", UUID.class));
                found.add(new Found(
                        row.getInt("number") - 1,
                        edition.listId,
                        edition.title,
                        edition.number,
                        edition.handling(),
                        reader.told(
                                row.getInt("confidence"), row.getString("decay"), instant(row, "valid_from"), edition),
                        EntryReader.told(instant(row, "valid_until")),
                        row.getString("typology_code"),
                        row.getBoolean("excluded")));
            }
        }
        return found;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static <T> void array(
            Connection connection,
            PreparedStatement select,
            int place,
            String type,
            List<T> rows,
            Function<T, Object> cell)
            throws SQLException {
        select.setArray(
                place, connection.createArrayOf(type, rows.stream().map(cell).toArray()));
    }
}
