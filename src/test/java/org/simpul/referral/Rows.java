package org.simpul.referral;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.simpul.testing.PostgresResource;

/** What really stands in the database, past both walls. */
final class Rows {
    private static final List<String> TABLES = List.of(
            "referral",
            "referral_member",
            "referral_version",
            "referral_subject",
            "referral_identifier",
            "referral_red_flag",
            "referral_transaction",
            "protected_subject",
            "import_run",
            "import_row",
            "import_error",
            "notice",
            "intake",
            "case_file",
            "dissemination",
            "dissemination_version",
            "dissemination_subject",
            "dissemination_identifier",
            "dissemination_transaction",
            "dissemination_origin",
            "dissemination_recipient",
            "dissemination_response",
            "audit_entry",
            "outbox_event",
            "disclosure",
            "idempotency_key");

    private Rows() {}

    /** @return names of the tables in which a row holds the text anywhere, whatever its case */
    static List<String> tablesThatHold(String text) {
        return TABLES.stream()
                .filter(table -> !select(
                                "select 1 from " + table
                                        + " t where row_to_json(t)::text ilike '%' || ? || '%' limit 1",
                                text)
                        .isEmpty())
                .toList();
    }

    /** @return the first column of each row as text */
    static List<String> select(String sql, Object... values) {
        try (Connection connection = PostgresResource.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes as a superuser, whom only triggers stop. */
    static void write(String sql, Object... values) throws SQLException {
        try (Connection connection = PostgresResource.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
