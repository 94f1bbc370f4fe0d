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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

/**
 * Oversight reads acts here. The auditor's database role is taken for the reading alone, past Hibernate, so that
 * nothing else of the request is ever written or read under it.
 */
@ApplicationScoped
public class AuditEntryService {
    private static final String SELECT =
            """
            select e.id, e.at, e.person_id, e.actor, p.alias, e.roles, e.client, e.act, e.object_kind, e.object_id,
              e.purpose, e.case_reference, e.outcome, e.request_id, e.detail_digest
            from audit_entry e left join participant p on p.id = e.participant_id
            where e.id < ? and (?::text is null or e.act = ?) and (?::uuid is null or e.participant_id = ?)
              and (?::text is null or e.outcome = ?) and (?::uuid is null or e.object_id = ?)
            order by e.id desc limit ?
            """;

    private final AgroalDataSource database;
    private final AuditLog audit;

    AuditEntryService(AgroalDataSource database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Which entries; a null field leaves them all in. */
    public record Filter(
            @Nullable String act, @Nullable UUID participantId, @Nullable Outcome outcome, @Nullable UUID objectId) {}

    @Transactional
    public Page<AuditEntryView> list(Filter filter, PageRequest page) {
        Page<AuditEntryView> entries = Page.of(asAuditor(filter, page), page.size(), AuditEntryView::id);
        audit.record(AuditAct.AUDIT_READ, AuditedObject.list("AUDIT_ENTRY"), filter.toString());
        return entries;
    }

    private List<AuditEntryView> asAuditor(Filter filter, PageRequest page) {
        try (Connection connection = database.getConnection();
                Statement role = connection.createStatement()) {
            role.execute("set local role simpul_auditor");
            List<AuditEntryView> entries = select(connection, filter, page);
            // after a failure the transaction is lost, and the role with it
            role.execute("reset role");
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log can't be read", e);
        }
    }

    private static List<AuditEntryView> select(Connection connection, Filter filter, PageRequest page)
            throws SQLException {
        String outcome = filter.outcome() == null ? null : filter.outcome().name();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, page.before());
            select.setString(2, filter.act());
            select.setString(3, filter.act());
            select.setObject(4, filter.participantId());
            select.setObject(5, filter.participantId());
            select.setString(6, outcome);
            select.setString(7, outcome);
            select.setObject(8, filter.objectId());
            select.setObject(9, filter.objectId());
            select.setInt(10, page.size() + 1);
            try (ResultSet row = select.executeQuery()) {
                List<AuditEntryView> entries = new ArrayList<>();
                while (row.next()) {
                    entries.add(entry(row));
                }
                return entries;
            }
        }
    }

    private static AuditEntryView entry(ResultSet row) throws SQLException {
        return new AuditEntryView(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("person_id", UUID.class),
                row.getString("actor"),
                row.getString("alias"),
                Arrays.stream((Object[]) row.getArray("roles").getArray())
                        .map(String::valueOf)
                        .toList(),
                row.getString("client"),
                row.getString("act"),
                row.getString("object_kind"),
                row.getObject("object_id", UUID.class),
                row.getString("purpose"),
                row.getString("case_reference"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("request_id"),
                row.getString("detail_digest"));
    }
}
