package org.simpul.inquiry.rfi;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** Forgets who said that it has nothing, under the clock's own role: nobody else may take a sealed answer away. */
@ApplicationScoped
class NilReturns {
    private static final List<String> DELETES = List.of(
            """
            delete from rfi_answer a using rfi_recipient t
            where t.rfi_id = ? and a.thread_id = t.thread_id and a.outcome = 'NIL' and a.sealed_at is not null
            """,
            """
            delete from rfi_step s using rfi_recipient t
            where t.rfi_id = ? and s.thread_id = t.thread_id and s.kind = 'ANSWER_NIL'
            """);

    private final AgroalDataSource database;

    NilReturns(AgroalDataSource database) {
        this.database = database;
    }

    /** In the running transaction; a statement that fails rolls it back, and the role with it. */
    void forget(UUID rfi) {
        try (Connection connection = database.getConnection();
                Statement role = connection.createStatement()) {
            role.execute("set local role simpul_clock");
            for (String delete : DELETES) {
                try (PreparedStatement statement = connection.prepareStatement(delete)) {
                    statement.setObject(1, rfi);
                    statement.executeUpdate();
                }
            }
            role.execute("set local role none");
        } catch (SQLException e) {
            throw new IllegalStateException("nil returns cannot be forgotten: SQL state " + e.getSQLState(), e);
        }
    }
}
