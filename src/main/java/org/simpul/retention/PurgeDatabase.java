package org.simpul.retention;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The only way to the role that deletes: it sees ids and dates of all institutions and no content, and the database lets
 * it delete nothing but what is at rest for its period, needed by nothing and on no legal hold ({@code 033-retention.sql}).
 * All within the running transaction; a statement that fails rolls it back, and the role with it.
 */
@ApplicationScoped
class PurgeDatabase {
    private final AgroalDataSource database;

    PurgeDatabase(AgroalDataSource database) {
        this.database = database;
    }

    /** What a purge would meet; {@code oldest} is null where nothing has expired. */
    record Counted(long expired, long onHold, @Nullable LocalDate oldest) {}

    /** @param until the last day on which it was kept */
    record Picked(UUID id, LocalDate until) {}

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    Counted count(RecordClass recordClass) {
        return ask(
                        "select expired, on_hold, oldest from retention_count(?)",
                        statement -> statement.setString(1, recordClass.name()),
                        row -> new Counted(row.getLong(1), row.getLong(2), row.getObject(3, LocalDate.class)))
                .get(0);
    }

    /** The next of a class, in the order of their ids; nobody sets a legal hold until the transaction ends. */
    List<Picked> pick(UUID run, RecordClass recordClass, UUID after, int limit) {
        return ask(
                "select id, until from retention_pick(?, ?, ?, ?)",
                statement -> {
                    statement.setObject(1, run);
                    statement.setString(2, recordClass.name());
                    statement.setObject(3, after);
                    statement.setInt(4, limit);
                },
                row -> new Picked(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)));
    }

    void nameParts() {
        ask("select retention_parts()", statement -> {}, row -> true);
    }

    /** Protected subjects of what was picked. */
    List<UUID> subjects() {
        return ask(
                "select s.subject_id from protected_subject s join purge_item i on i.object_id = s.version_id",
                statement -> {},
                row -> row.getObject(1, UUID.class));
    }

    /** Keys of the copies of protected subjects in what was picked. */
    List<UUID> copyKeys() {
        return ask(
                "select c.key_id from protected_copy c join purge_item i on i.object_id = c.version_id",
                statement -> {},
                row -> row.getObject(1, UUID.class));
    }

    /** Deletes what was picked, with all that goes with it, or fails. */
    void delete(RecordClass recordClass) {
        ask("select retention_delete(?)", statement -> statement.setString(1, recordClass.name()), row -> true);
    }

    private <T> List<T> ask(String sql, Binding binding, Row<T> reading) {
        try (Connection connection = database.getConnection();
                Statement role = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            role.execute("set local role simpul_job_retention");
            binding.to(statement);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
            }
            role.execute("set local role none");
            return found;
        } catch (SQLException e) {
            // the driver's message may quote a row: only the state goes on
            throw new IllegalStateException("the purge cannot go on: SQL state " + e.getSQLState());
        }
    }
}
