package org.simpul.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.Permission;
import org.simpul.shared.Problem;
import org.simpul.tlog.Entry;

/** Opens entries of the log, so that it can be verified what they say. */
@ApplicationScoped
public class LogEntryService {
    /** An entry of one's own that one is told of, or any by who may read acts; only those whose nonce keys nothing else. */
    private static final String SELECT =
            """
            select e.id, e.at, e.nonce, e.payload from audit_leaf l join audit_entry e on e.id = l.entry_id
            where l.index = ? and l.index < (select max(size) from audit_checkpoint)
              and (e.person_id = ? and e.participant_id = ? and e.told or ?) and e.detail_key is not null
            """;

    private final CurrentCaller current;
    private final AgroalDataSource database;
    private final AuditLog audit;

    LogEntryService(CurrentCaller current, AgroalDataSource database, AuditLog audit) {
        this.current = current;
        this.database = database;
        this.audit = audit;
    }

    private record Opened(UUID id, Entry entry) {}

    /** @throws Problem NOT_FOUND, also for what the caller may not open */
    @Transactional
    public Entry open(long index) {
        Opened opened = asSequencer(current.get(), index).orElseThrow(Problem::notFound);
        audit.record(AuditAct.AUDIT_OPENED, new AuditedObject("AUDIT_ENTRY", opened.id(), null));
        return opened.entry();
    }

    private Optional<Opened> asSequencer(Caller caller, long index) {
        try (Connection connection = database.getConnection();
                Statement role = connection.createStatement()) {
            role.execute("set local role simpul_sequencer");
            Optional<Opened> opened = select(connection, caller, index);
            // after a failure the transaction is lost, and the role with it
            role.execute("reset role");
            return opened;
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log can't be read", e);
        }
    }

    private static Optional<Opened> select(Connection connection, Caller caller, long index) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setLong(1, index);
            select.setObject(2, caller.person());
            select.setObject(3, caller.participantId());
            select.setBoolean(4, caller.may(Permission.AUDIT_READ));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Opened(
                                row.getObject(1, UUID.class),
                                new Entry(
                                        index,
                                        row.getObject(2, OffsetDateTime.class).toInstant(),
                                        row.getBytes(3),
                                        row.getString(4))))
                        : Optional.empty();
            }
        }
    }
}
