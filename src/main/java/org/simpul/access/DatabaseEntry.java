package org.simpul.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Tells each database transaction who asks, before its first statement: row-level security decides by it. Without a
 * caller nothing is told, and nothing is visible.
 */
@ApplicationScoped
class DatabaseEntry {
    private final AgroalDataSource database;
    private final CurrentCaller current;

    DatabaseEntry(AgroalDataSource database, CurrentCaller current) {
        this.database = database;
        this.current = current;
    }

    void enter(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        Optional<Caller> caller = caller();
        if (caller.isEmpty()) {
            return;
        }
        // enlisted in the transaction that has just begun: the connection that Hibernate will use as well
        try (Connection connection = database.getConnection();
                PreparedStatement enter =
                        connection.prepareStatement("select simpul_enter(?, ?), set_config('simpul.desk', ?, true)")) {
            enter.setObject(1, caller.get().participantId());
            enter.setObject(2, caller.get().personId());
            enter.setString(3, caller.get().passesTeams() ? "compliance" : "");
            enter.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not take the caller", e);
        }
    }

    private Optional<Caller> caller() {
        try {
            return current.find();
        } catch (ContextNotActiveException e) {
            return Optional.empty();
        }
    }
}
