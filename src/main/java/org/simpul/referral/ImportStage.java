package org.simpul.referral;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Ids;

/** Where imported rows wait. By whole sets, in the running transaction: row by row, 100,000 take minutes. */
@ApplicationScoped
class ImportStage {
    private final AgroalDataSource database;

    ImportStage(AgroalDataSource database) {
        this.database = database;
    }

    void add(ImportRun run, List<ImportedTransaction> rows) {
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
                    columns.set("date", ImportedTransaction::bookedOn);
                    columns.set("numeric", ImportedTransaction::amount);
                    columns.set("text", ImportedTransaction::currency);
                    columns.set("text", row -> row.from().type().name());
                    columns.set("text", row -> row.from().scope());
                    columns.set("text", row -> row.from().value());
                    columns.set("text", row -> row.to().type().name());
                    columns.set("text", row -> row.to().scope());
                    columns.set("text", row -> row.to().value());
                    columns.set("text", ImportedTransaction::channel);
                    columns.set("text", ImportedTransaction::remark);
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
            // the driver's message may quote a row: only the state goes on
            throw new IllegalStateException("the rows of an import cannot be moved: SQL state " + e.getSQLState());
        }
    }

    /** Binds the rows column by column, each as one array. */
    private static final class Columns {
        private final Connection connection;
        private final PreparedStatement statement;
        private final List<ImportedTransaction> rows;
        private int next;

        Columns(Connection connection, PreparedStatement statement, List<ImportedTransaction> rows, int first) {
            this.connection = connection;
            this.statement = statement;
            this.rows = rows;
            this.next = first;
        }

        void set(String type, Function<ImportedTransaction, @Nullable Object> column) throws SQLException {
            statement.setArray(
                    next++,
                    connection.createArrayOf(type, rows.stream().map(column).toArray()));
        }
    }
}
