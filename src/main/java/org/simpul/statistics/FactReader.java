package org.simpul.statistics;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.shared.Quarter;

/**
 * Reads what is counted, and writes what is shown of it, under a role that sees no name, no value, no text and no
 * protected subject. A population is read by one statement, so that all of its tables count the same records.
 */
@ApplicationScoped
class FactReader {
    private static final String REFERRALS =
            """
            select count(*), array[i.referral_owner], null::uuid[],
              coalesce(v.predicate_offence, ''), coalesce(p.sector, ''), i.urgency,
              case when i.acknowledged_at is null then 'NOT_ACKNOWLEDGED'
                when i.acknowledged_at <= i.received_at + interval '1 hour' then 'WITHIN_1_HOUR'
                when i.acknowledged_at <= i.received_at + interval '1 day' then 'WITHIN_1_DAY'
                when i.acknowledged_at <= i.received_at + interval '3 days' then 'WITHIN_3_DAYS'
                else 'LATER' end as acknowledgement
            from intake i
              left join referral_version v on v.id = i.version_id
              left join participant p on p.id = i.referral_owner
            where i.owner = ? and i.received_at >= ? and i.received_at < ?
            group by i.referral_owner, v.predicate_offence, p.sector, i.urgency, acknowledgement
            """;
    private static final String DISSEMINATIONS =
            """
            select 1, array(select distinct i.referral_owner from dissemination_origin o
                join intake i on i.id = o.intake_id where o.version_id = v.id), null::uuid[], v.product
            from dissemination_version v
            where v.owner = ? and v.sealed_at >= ? and v.sealed_at < ? and v.number = 1
            """;
    private static final String OUTCOMES =
            """
            select 1, array(select distinct i.referral_owner from dissemination_origin o
                join intake i on i.id = o.intake_id where o.version_id = r.object_id), array[r.owner], r.outcome
            from dissemination_response r
            where r.object_owner = ? and r.at >= ? and r.at < ? and r.kind = 'OUTCOME'
              and not exists (select from dissemination_response c where c.owner = r.owner and c.corrects = r.id)
            """;
    private static final String CITATIONS =
            """
            select count(*), array[c.referral_owner], null::uuid[], c.code
            from (select distinct i.id, i.referral_owner, v.code from intake i
                join referral_red_flag f on f.version_id = i.version_id
                join typology_version v on v.id = f.typology_version_id
              where i.owner = ? and i.received_at >= ? and i.received_at < ?) c
            group by c.referral_owner, c.code
            """;
    private static final String REQUESTS =
            """
            select 1, array[v.recipient], null::uuid[],
              case when exists (select from rfi_answer a where a.thread_id = v.id and a.sealed_at is not null
                  and a.outcome in ('ANSWERED','PARTIAL')) then 'ANSWERED' else 'NOTHING_OR_NO_ANSWER' end,
              coalesce(p.sector, '')
            from rfi_version v left join participant p on p.id = v.recipient
            where v.owner = ? and v.sealed_at >= ? and v.sealed_at < ?
            """;
    private static final String SIGHTINGS =
            """
            select f.reports, array[f.reporter], null::uuid[], f.code, f.kind from simpul_sighting_facts(?, ?, ?) f
            """;
    private static final int FIRST_SIDE = 2;
    private static final int FIRST_VALUE = 4;

    private final AgroalDataSource database;

    FactReader(AgroalDataSource database) {
        this.database = database;
    }

    List<Fact> read(Population population, UUID fiu, Instant from, Instant before) {
        return asJob(connection -> {
            try (PreparedStatement select = connection.prepareStatement(statement(population))) {
                select.setObject(1, fiu);
                select.setObject(2, OffsetDateTime.ofInstant(from, ZoneOffset.UTC));
                select.setObject(3, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
                List<Fact> facts = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        facts.add(fact(population, row));
                    }
                }
                return facts;
            }
        });
    }

    private static String statement(Population population) {
        return switch (population) {
            case REFERRALS -> REFERRALS;
            case DISSEMINATIONS -> DISSEMINATIONS;
            case OUTCOMES -> OUTCOMES;
            case CITATIONS -> CITATIONS;
            case REQUESTS -> REQUESTS;
            case SIGHTINGS -> SIGHTINGS;
        };
    }

    private static Fact fact(Population population, ResultSet row) throws SQLException {
        List<Set<UUID>> contributors = new ArrayList<>();
        for (int side = FIRST_SIDE; side < FIRST_VALUE; side++) {
            Array institutions = row.getArray(side);
            if (institutions != null) {
                contributors.add(Arrays.stream((Object[]) institutions.getArray())
                        .map(UUID.class::cast)
                        .collect(Collectors.toSet()));
            }
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < population.dimensions().size(); i++) {
            values.add(row.getString(FIRST_VALUE + i));
        }
        return new Fact(row.getLong(1), contributors, values);
    }

    /** @param json the counts, as {@link StatisticSnapshot} keeps them */
    void write(UUID id, UUID fiu, Statistic statistic, Quarter quarter, String json, Instant at) {
        asJob(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    """
                    insert into statistic_snapshot (id, owner, statistic, quarter, counts, taken_at)
                    values (?, ?, ?, ?, ?::jsonb, ?)
                    """)) {
                insert.setObject(1, id);
                insert.setObject(2, fiu);
                insert.setString(3, statistic.id());
                insert.setString(4, quarter.text());
                insert.setString(5, json);
                insert.setObject(6, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** In the running transaction; a statement that fails rolls it back, and the role with it. */
    private <T> T asJob(Work<T> work) {
        try (Connection connection = database.getConnection();
                Statement role = connection.createStatement()) {
            role.execute("set local role simpul_job_statistics");
            T result = work.on(connection);
            role.execute("set local role none");
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException("statistics cannot be taken: SQL state " + e.getSQLState(), e);
        }
    }
}
