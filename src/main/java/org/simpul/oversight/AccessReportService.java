package org.simpul.oversight;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Problem;
import org.simpul.shared.Quarter;

/** Counts the acts of a quarter, under a role that reads who did which act when, and no detail. */
@ApplicationScoped
class AccessReportService {
    private static final String SELECT =
            """
            select p.alias, a.person,
              count(*) filter (where a.allowed and a.kind = 'READ'),
              count(*) filter (where a.allowed and a.kind = 'SEARCH'),
              count(*) filter (where a.allowed and a.kind = 'EXPORT'),
              count(*) filter (where a.allowed and a.kind = 'UNMASKING'),
              count(*) filter (where a.allowed and a.kind = 'OTHER'),
              count(*) filter (where not a.allowed)
            from (
              select e.participant_id, case when ?::uuid is not null then e.person_id end as person,
                e.outcome = 'ALLOWED' as allowed,
                case when e.act = 'subject.searched' then 'SEARCH'
                  when e.act like '%exported' then 'EXPORT'
                  when e.act in ('subject.details-read','unmasking.approved','unmasking.opened-alone') then 'UNMASKING'
                  when e.act like '%marked-read' then 'OTHER'
                  when e.act like '%read' or e.act like '%listed' then 'READ'
                  else 'OTHER' end as kind
              from audit_entry e
              where e.at >= ? and e.at < ? and e.person_id is not null and (?::uuid is null or e.participant_id = ?)
            ) a join participant p on p.id = a.participant_id
            group by p.alias, a.person order by p.alias, a.person
            """;

    private final AgroalDataSource database;
    private final AuditLog audit;
    private final InstantSource clock;
    private final ZoneId zone;

    AccessReportService(
            AgroalDataSource database,
            AuditLog audit,
            InstantSource clock,
            @ConfigProperty(name = "simpul.time-zone") ZoneId zone) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * @param quarter null for the last whole one
     * @param participant whose people are told apart; null for all institutions, without people
     * @throws Problem INVALID when it is no quarter
     */
    @Transactional
    AccessReport read(@Nullable String quarter, @Nullable UUID participant) {
        Quarter asked = quarter == null
                ? Quarter.reportedOn(LocalDate.ofInstant(clock.instant(), zone), 0)
                : Quarter.of(quarter).orElseThrow(() -> Problem.invalid("quarter", "not_a_quarter"));
        List<AccessReport.Line> lines = lines(asked.from(zone), asked.before(zone), participant);
        audit.record(
                OversightAct.ACCESS_REPORT_READ, new AuditedObject("ACCESS_REPORT", null, participant), asked.text());
        return new AccessReport(asked.text(), lines);
    }

    /** In the running transaction; a statement that fails rolls it back, and the role with it. */
    private List<AccessReport.Line> lines(Instant from, Instant before, @Nullable UUID participant) {
        try (Connection connection = database.getConnection();
                Statement role = connection.createStatement();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            role.execute("set local role simpul_job_oversight");
            select.setObject(1, participant);
            select.setObject(2, OffsetDateTime.ofInstant(from, ZoneOffset.UTC));
            select.setObject(3, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
            select.setObject(4, participant);
            select.setObject(5, participant);
            List<AccessReport.Line> lines = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(new AccessReport.Line(
                            row.getString(1),
                            row.getObject(2, UUID.class),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7),
                            row.getLong(8)));
                }
            }
            role.execute("set local role none");
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException("acts cannot be counted: SQL state " + e.getSQLState(), e);
        }
    }
}
