package org.simpul.oversight;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks through the audit, under a role that sees who did which act to which opaque id, and no detail. */
@ApplicationScoped
class AnomalyFinder {
    private static final String OWN_IDENTIFIER_SEARCHED =
            """
            insert into anomaly (id, owner, person_id, rule, occasion, acts, first_at, last_at, raised_at)
            select uuidv7(), e.participant_id, e.person_id, 'OWN_IDENTIFIER_SEARCHED',
              to_char(e.at at time zone ?, 'YYYY-MM-DD') as occasion, count(*), min(e.at), max(e.at), ?
            from audit_entry e
            where e.at >= ? and e.at < ? and e.act = 'subject.self-searched' and e.person_id is not null
            group by e.participant_id, e.person_id, occasion
            having count(*) >= ?
            on conflict (owner, person_id, rule, occasion) do nothing returning id, owner
            """;
    private static final String MANY_OBJECTS_READ =
            """
            insert into anomaly (id, owner, person_id, rule, occasion, acts, first_at, last_at, raised_at)
            select uuidv7(), e.participant_id, e.person_id, 'MANY_OBJECTS_READ',
              to_char(e.at at time zone ?, 'YYYY-MM-DD"T"HH24') as occasion, count(distinct e.object_id),
              min(e.at), max(e.at), ?
            from audit_entry e
            where e.at >= ? and e.at < ? and e.act = any (?) and e.outcome = 'ALLOWED' and e.object_id is not null
              and e.person_id is not null
            group by e.participant_id, e.person_id, occasion
            having count(distinct e.object_id) > ?
            on conflict (owner, person_id, rule, occasion) do nothing returning id, owner
            """;
    private static final String SEARCHED_WITHOUT_USE =
            """
            insert into anomaly (id, owner, person_id, rule, occasion, acts, first_at, last_at, raised_at)
            select uuidv7(), e.participant_id, e.person_id, 'SEARCHED_WITHOUT_USE',
              to_char(e.at at time zone ?, 'YYYY-MM-DD') as occasion, count(*), min(e.at), max(e.at), ?
            from audit_entry e
            where e.at >= ? and e.at < ? and e.act = 'subject.searched' and e.outcome = 'ALLOWED'
              and e.person_id is not null
              and not exists (select from audit_entry u
                where u.participant_id = e.participant_id and u.outcome = 'ALLOWED'
                  and u.at > e.at and u.at <= e.at + make_interval(days => ?)
                  and (u.case_reference = e.case_reference
                      and u.act in ('dissemination.read','dissemination.acknowledged','dissemination.investigated',
                        'outcome.recorded','rfi.drafted','rfi.issued')
                    or e.case_reference is null and u.person_id = e.person_id
                      and u.act in ('rfi.drafted','rfi.issued','dissemination.drafted','dissemination.edited',
                        'case.opened','case.intake-added','case.note-written','hold.drafted')))
            group by e.participant_id, e.person_id, occasion
            having count(*) >= ?
            on conflict (owner, person_id, rule, occasion) do nothing returning id, owner
            """;
    private static final String OUT_OF_HOURS =
            """
            insert into anomaly (id, owner, person_id, rule, occasion, acts, first_at, last_at, raised_at)
            select uuidv7(), e.participant_id, e.person_id, 'OUT_OF_HOURS',
              to_char(e.at at time zone ?, 'YYYY-MM-DD') as occasion, count(*), min(e.at), max(e.at), ?
            from audit_entry e
            where e.at >= ? and e.at < ? and e.outcome = 'ALLOWED' and e.person_id is not null
              and e.act = any (?)
              and (extract(isodow from e.at at time zone ?) > 5
                or (e.at at time zone ?)::time < ?::time or (e.at at time zone ?)::time >= ?::time)
              and not exists (select from duty_shift s
                where s.person_id = e.person_id and s.starts_at <= e.at and s.ends_at > e.at)
              and not exists (select from intake i
                where (i.id = e.object_id or i.referral_id = e.object_id) and i.urgency = 'P1')
            group by e.participant_id, e.person_id, occasion
            having count(*) >= ?
            on conflict (owner, person_id, rule, occasion) do nothing returning id, owner
            """;
    private static final String[] CONTENT_READS = ContentReads.ACTS.toArray(String[]::new);
    private static final String[] READS_BY_THE_HOUR = ContentReads.BY_THE_HOUR.toArray(String[]::new);

    /** How many days back an occasion is still looked for, should the job have stood still. */
    private static final int DAYS = 9;

    private final AgroalDataSource database;
    private final AnomalyConfig config;
    private final InstantSource clock;
    private final ZoneId zone;

    AnomalyFinder(
            AgroalDataSource database,
            AnomalyConfig config,
            InstantSource clock,
            @ConfigProperty(name = "simpul.time-zone") ZoneId zone) {
        this.database = database;
        this.config = config;
        this.clock = clock;
        this.zone = zone;
    }

    /** One that was not there before. */
    record Raised(UUID id, UUID owner) {}

    /** Only occasions that are over: what is counted is final. */
    List<Raised> raise(AnomalyRule rule) {
        Instant now = clock.instant();
        Instant today = LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
        return switch (rule) {
            case OWN_IDENTIFIER_SEARCHED -> run(OWN_IDENTIFIER_SEARCHED, now, today, List.of(1));
            case MANY_OBJECTS_READ ->
                run(
                        MANY_OBJECTS_READ,
                        now,
                        now.truncatedTo(ChronoUnit.HOURS),
                        List.of(CONTENT_READS, config.objectsInAnHour()));
            case SEARCHED_WITHOUT_USE ->
                run(
                        SEARCHED_WITHOUT_USE,
                        now,
                        today.minus(config.useWithinDays(), ChronoUnit.DAYS),
                        List.of(config.useWithinDays(), config.unusedSearches()));
            case OUT_OF_HOURS ->
                run(
                        OUT_OF_HOURS,
                        now,
                        today,
                        List.of(
                                READS_BY_THE_HOUR,
                                zone.getId(),
                                zone.getId(),
                                config.workFrom().toString(),
                                zone.getId(),
                                config.workUntil().toString(),
                                config.readsOutOfHours()));
        };
    }

    /** In the running transaction; a statement that fails rolls it back, and the role with it. */
    private List<Raised> run(String sql, Instant now, Instant before, List<Object> more) {
        try (Connection connection = database.getConnection();
                Statement role = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            role.execute("set local role simpul_job_oversight");
            insert.setString(1, zone.getId());
            insert.setObject(2, utc(now));
            insert.setObject(3, utc(before.minus(DAYS, ChronoUnit.DAYS)));
            insert.setObject(4, utc(before));
            for (int i = 0; i < more.size(); i++) {
                insert.setObject(i + 5, more.get(i));
            }
            List<Raised> raised = new ArrayList<>();
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    raised.add(new Raised(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
                }
            }
            role.execute("set local role none");
            return raised;
        } catch (SQLException e) {
            throw new IllegalStateException("acts cannot be looked through: SQL state " + e.getSQLState(), e);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
