package org.simpul.identifier.screening;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.simpul.identifier.list.ListedIdentifiers.Pointer;
import org.simpul.shared.Ids;

/** Writes where hits stand, a batch by one statement, in the running transaction and under row-level security. */
@ApplicationScoped
class ScreeningHits {
    private static final String KEEP =
            """
            insert into screening_hit (owner, run_id, id, row_number, list_id, entry_id)
            select ?, ?, r.id, r.row_number, r.list_id, r.entry_id
            from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::uuid[]) r (id, row_number, list_id, entry_id)
            """;

    private final AgroalDataSource database;

    ScreeningHits(AgroalDataSource database) {
        this.database = database;
    }

    /** @param numbers of rows, by the places that the pointers name */
    void keep(UUID owner, UUID run, List<Pointer> pointers, List<Long> numbers) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setObject(1, owner);
            insert.setObject(2, run);
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid", pointers.stream().map(pointer -> Ids.next()).toArray()));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "int8",
                            pointers.stream()
                                    .map(pointer -> numbers.get(pointer.place()))
                                    .toArray()));
            insert.setArray(
                    5,
                    connection.createArrayOf(
                            "uuid", pointers.stream().map(Pointer::listId).toArray()));
            insert.setArray(
                    6,
                    connection.createArrayOf(
                            "uuid", pointers.stream().map(Pointer::entryId).toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not keep what was found", e);
        }
    }
}
