package org.simpul.http;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;

/** Use cases of a test, some of which forget their entry. */
@ApplicationScoped
class Forgetful {
    private final AgroalDataSource database;
    private final AuditLog audit;

    Forgetful(AgroalDataSource database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    @Transactional
    void write(UUID id) {
        insert(id);
    }

    @Transactional
    void writeAndRecord(UUID id) {
        insert(id);
        record();
    }

    @Transactional
    void record() {
        audit.record(() -> "TEST_DONE", AuditedObject.list("TEST"));
    }

    @Transactional
    @NotAudited("a step in a test")
    void excused(UUID id) {
        insert(id);
    }

    /** The excuse is for the transaction that the method opens, and not for one within. */
    @Transactional
    @NotAudited("a step in a test")
    void excusedAround(Runnable act) {
        act.run();
    }

    @Transactional(TxType.REQUIRES_NEW)
    void apart(UUID id) {
        insert(id);
    }

    private void insert(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into test_forgotten (id) values (?)")) {
            insert.setObject(1, id);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
