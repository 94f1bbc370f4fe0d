package org.simpul.referral;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Ids;

/**
 * Where imported rows wait, with whoever is protected in the version masked already: a row that waits holds no detail of
 * them. By whole sets, in the running transaction: row by row, 100,000 take minutes.
 */
@ApplicationScoped
class ImportStage {
    private final AgroalDataSource database;
    private final Protection protection;

    ImportStage(AgroalDataSource database, Protection protection) {
        this.database = database;
        this.protection = protection;
    }

    void add(ImportRun run, List<ImportedTransaction> rows) {
        ProtectedPeople people = protection.in(run.versionId);
        insert(run, rows.stream().map(row -> StagedRow.of(row, people)).toList());
        run.rowsStaged += rows.size();
    }

    /** Whether all rows that a run has put here still wait: a database that went down has forgotten them. */
    boolean isWhole(ImportRun run) {
        try (Connection connection = database.getConnection();
                PreparedStatement count =
                        connection.prepareStatement("select count(*) from import_row where run_id = ? and owner = ?")) {
            count.setObject(1, run.id);
            count.setObject(2, run.owner);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1) == run.rowsStaged;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void insert(ImportRun run, List<StagedRow> rows) {
        execute(
                """
                insert into import_row (id, owner, run_id, booked_on, amount, currency,
                  from_type, from_scope, from_value, to_type, to_scope, to_value, channel, remark)
                select u.id, ?, ?, u.booked_on, u.amount, u.currency,
                  u.from_type, u.from_scope, u.from_value, u.to_type, u.to_scope, u.to_value, u.channel, u.remark
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as u (id, booked_on, amount, currency,
                  from_type, from_scope, from_value, to_type, to_scope, to_value, channel, remark)
                """,
                (connection, insert) -> {
                    insert.setObject(1, run.owner);
                    insert.setObject(2, run.id);
                    Columns columns = new Columns(connection, insert, rows, 3);
                    columns.set("uuid", row -> Ids.next());
                    columns.set("date", StagedRow::bookedOn);
                    columns.set("numeric", StagedRow::amount);
                    columns.set("text", StagedRow::currency);
                    columns.set("text", row -> row.from().type());
                    columns.set("text", row -> row.from().scope());
                    columns.set("text", row -> row.from().value());
                    columns.set("text", row -> row.to().type());
                    columns.set("text", row -> row.to().scope());
                    columns.set("text", row -> row.to().value());
                    columns.set("text", StagedRow::channel);
                    columns.set("text", StagedRow::remark);
                });
    }

    /** Moves all rows of a run to its version, under the ids they have, which keep the order of the file. */
    void publish(ImportRun run) {
        execute(
                """
                insert into referral_transaction (id, owner, version_id, booked_on, amount, currency,
                  from_type, from_scope, from_value, to_type, to_scope, to_value, channel, remark)
                select r.id, r.owner, ?, r.booked_on, r.amount, r.currency,
                  r.from_type, r.from_scope, r.from_value, r.to_type, r.to_scope, r.to_value, r.channel, r.remark
                from import_row r where r.run_id = ? and r.owner = ?
                """,
                (connection, insert) -> {
                    insert.setObject(1, run.versionId);
                    insert.setObject(2, run.id);
                    insert.setObject(3, run.owner);
                });
        clear(run);
    }

    void clear(ImportRun run) {
        execute("delete from import_row where run_id = ? and owner = ?", (connection, delete) -> {
            delete.setObject(1, run.id);
            delete.setObject(2, run.owner);
        });
    }

    private interface Binding {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private void execute(String sql, Binding binding) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(connection, statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static IllegalStateException failure(SQLException e) {
        // the driver's message may quote a row: only the state goes on
        return new IllegalStateException("the rows of an import cannot be moved: SQL state " + e.getSQLState());
    }

    /** Binds the rows column by column, each as one array. */
    private static final class Columns {
        private final Connection connection;
        private final PreparedStatement statement;
        private final List<StagedRow> rows;
        private int next;

        Columns(Connection connection, PreparedStatement statement, List<StagedRow> rows, int first) {
            this.connection = connection;
            this.statement = statement;
            this.rows = rows;
            this.next = first;
        }

        void set(String type, Function<StagedRow, @Nullable Object> column) throws SQLException {
            statement.setArray(
                    next++,
                    connection.createArrayOf(type, rows.stream().map(column).toArray()));
        }
    }
}
