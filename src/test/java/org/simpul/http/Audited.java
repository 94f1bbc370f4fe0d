package org.simpul.http;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.simpul.testing.PostgresResource;

/** What the audit log holds of one request. */
record Audited(String act, String outcome, String objectKind, String objectId) {

    static List<Audited> of(String requestId) {
        try (Connection connection = PostgresResource.superuser();
                PreparedStatement select = connection.prepareStatement(
                        "select act, outcome, object_kind, object_id from audit_entry where request_id = ? order by id")) {
            select.setString(1, requestId);
            List<Audited> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(new Audited(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
