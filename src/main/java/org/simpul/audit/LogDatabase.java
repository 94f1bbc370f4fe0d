package org.simpul.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.simpul.tlog.TamperedException;

/** The log's own tables, by the role that alone reads them, in a transaction of their own. */
@ApplicationScoped
class LogDatabase {
    private final AgroalDataSource database;

    LogDatabase(AgroalDataSource database) {
        this.database = database;
    }

    interface Work<T> {
        T with(Connection connection) throws SQLException, IOException, TamperedException;
    }

    @NotAudited("the log's own tables; who opens an entry of it is recorded apart")
    <T> T call(Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection();
                    Statement role = connection.createStatement()) {
                role.execute("set local role simpul_sequencer");
                return work.with(connection);
            } catch (SQLException e) {
                throw new IllegalStateException("the log can't be read or written", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (TamperedException e) {
                throw new IllegalStateException("the log does not hold together", e);
            }
        });
    }
}
