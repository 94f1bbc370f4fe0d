package org.simpul.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;
import org.simpul.testing.Tokens;
import org.simpul.testing.Wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.identifier;
import static org.simpul.referral.ReferralSteps.subject;
import static org.simpul.referral.ReferralSteps.transaction;

/**
 * What the FIU's day costs as referrals pile up: {@code ./mvnw test -Dtest=CaseworkBench -Dsimpul.durable=true}. The hub over HTTP, with
 * tokens, audit, both walls and a durable database, and the same question by plain JDBC without any of them, take turns;
 * what counts is their ratio. The sizes are referrals: {@code -Dsimpul.bench.sizes=10000,100000,1000000}.
 */
@QuarkusTest
class CaseworkBench extends HubTest {
    private static final int ROUNDS = 5;
    private static final int CALLS = 40;

    @Inject
    OutboxDispatcher outbox;

    private final Random random = new Random(42);
    private final Person analyst = Institutions.fiu().person(Role.FIU_ANALYST);
    private final List<Map<String, Object>> report = new ArrayList<>();

    /** One question to the hub, and to the database alone. */
    private record Workload(String name, Call hub, Call limit) {}

    private interface Call {
        void run() throws SQLException;
    }

    @Test
    void theFiusDay() throws Exception {
        // a commit is on disk, as in production
        assertEquals(
                List.of("on"), Database.queryAsSuperuser("select current_setting('fsync')"), "-Dsimpul.durable=true");
        UUID template = template();
        int grown = 1;
        for (String size :
                System.getProperty("simpul.bench.sizes", "10000,100000,1000000").split(",")) {
            int wanted = Integer.parseInt(size);
            grow(template, grown, wanted);
            grown = wanted;
            measure(wanted);
        }
        Path file = Path.of("target", "bench", "casework.json");
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
    }

    private UUID template() {
        ReferralSteps referral = ReferralSteps.draft(Institutions.bank())
                .redFlag()
                .subject(
                        subject("FACILITATOR", "ADULT", "Bench Facilitator", identifier("PHONE", "", "0812-1000-0000")))
                .transactions(
                        transaction(account("700000000001"), account("700000000002"), "one"),
                        transaction(account("700000000003"), account("700000000002"), "two"))
                .submit();
        outbox.drain();
        return referral.id();
    }

    /**
     * Copies the template, row by row as the hub wrote it; five referrals each have a phone, and five an account, in
     * common.
     */
    private static void grow(UUID template, int from, int to) throws SQLException {
        try (Connection connection = PostgresResource.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("drop table if exists bench_copy");
            statement.execute(
                    """
                    create unlogged table bench_copy as
                    select n, uuidv7() as referral, uuidv7() as version, uuidv7() as subject, uuidv7() as intake
                    from generate_series(%d, %d) n
                    """
                            .formatted(from, to - 1));
            statement.execute("create temporary table bench_template as select '%s'::uuid as id".formatted(template));
            for (String copy : COPIES) {
                statement.execute(copy);
            }
            statement.execute("vacuum analyze");
        }
    }

    private static final List<String> COPIES = List.of(
            """
            insert into referral select n.* from referral r join bench_template t on t.id = r.id, bench_copy c,
              lateral jsonb_populate_record(r, jsonb_build_object('id', c.referral, 'reference', 'R-' ||
              c.referral)) n
            """,
            """
            insert into referral_version select n.* from referral_version v join bench_template t on t.id =
              v.referral_id, bench_copy c,
              lateral jsonb_populate_record(v, jsonb_build_object('id', c.version, 'referral_id', c.referral,
              'reference', 'R-' || c.referral)) n
            """,
            """
            insert into referral_subject select n.* from referral_subject s join referral_version v on v.id =
              s.version_id join bench_template t on t.id = v.referral_id, bench_copy c,
              lateral jsonb_populate_record(s, jsonb_build_object('id', c.subject, 'version_id', c.version, 'name',
              'Orang ' || md5((c.n / 5)::text))) n
            """,
            """
            insert into referral_name_key select n.* from (select k as template from referral_name_key k join
              referral_version v on v.id = k.version_id join bench_template t on t.id = v.referral_id limit 1) k,
              bench_copy c,
              lateral jsonb_populate_record(k.template, jsonb_build_object('subject_id', c.subject, 'version_id',
              c.version, 'key', md5((c.n / 5)::text))) n
            """,
            """
            insert into referral_identifier select n.* from referral_identifier i join referral_version v on v.id =
              i.version_id join bench_template t on t.id = v.referral_id, bench_copy c,
              lateral jsonb_populate_record(i, jsonb_build_object('id', uuidv7(), 'subject_id', c.subject,
              'version_id', c.version, 'value', '+6282' || lpad((c.n / 5)::text, 9, '0'))) n
            """,
            """
            insert into referral_transaction select n.* from referral_transaction x join referral_version v on v.id
              = x.version_id join bench_template t on t.id = v.referral_id, bench_copy c,
              lateral jsonb_populate_record(x, jsonb_build_object('id', uuidv7(), 'version_id', c.version,
              'from_value', '71' || lpad(c.n::text, 10, '0'), 'to_value', '72' || lpad(((c.n + 2) / 5)::text, 10,
              '0'))) n
            """,
            """
            insert into disclosure select n.* from disclosure d join referral_version v on v.id = d.object_id join
              bench_template t on t.id = v.referral_id, bench_copy c,
              lateral jsonb_populate_record(d, jsonb_build_object('id', uuidv7(), 'object_id', c.version)) n
            """,
            """
            insert into reach (audience, object_kind, object_id, disclosure_id, from_participant, expires_at)
            select d.to_participant, d.object_kind, d.object_id, d.id, d.from_participant, d.expires_at
            from disclosure d join bench_copy c on c.version = d.object_id
            """,
            """
            insert into intake select n.* from intake i join bench_template t on t.id = i.referral_id, bench_copy c,
              lateral jsonb_populate_record(i, jsonb_build_object('id', c.intake, 'referral_id', c.referral,
              'version_id', c.version, 'reference', 'R-' || c.referral, 'urgency', 'P' || (c.n % 3 + 1), 'score',
              c.n % 90, 'compared_version', c.version, 'status', case when c.n % 10 = 0 then 'RECEIVED' else
              'CLOSED' end, 'due_at', now() + make_interval(mins => c.n % 10000))) n
            """);

    private void measure(int size) throws SQLException {
        List<UUID> intakes = sample("select id from intake tablesample bernoulli (100) order by random() limit 400");
        try (Connection limit = PostgresResource.superuser()) {
            limit.setAutoCommit(false);
            Workload links = new Workload(
                    "links of one referral",
                    () -> get("/api/v1/intakes/" + any(intakes) + "/links"),
                    () -> ask(limit, LINKS, any(intakes)));
            Workload queue = new Workload(
                    "a page of the queue", () -> get("/api/v1/intakes?page_size=50"), () -> ask(limit, QUEUE));
            Workload next = new Workload(
                    "take next", () -> demand(send("POST", "/api/v1/intakes/next"), 200), () -> ask(limit, NEXT));
            for (Workload workload : List.of(links, queue, next)) {
                measure(size, workload);
            }
        }
    }

    private static final String LINKS =
            """
            select v.id, v.referral_id, v.owner from referral_version v where v.id in (
              select o.version_id from intake i join referral_identifier m on m.version_id = i.version_id
                join referral_identifier o on o.value = m.value and o.type = m.type and o.scope = m.scope where i.id = ?
              union select o.version_id from intake i join referral_transaction m on m.version_id = i.version_id
                join referral_transaction o on o.to_value = m.to_value and o.to_type = m.to_type
                  and o.to_scope = m.to_scope where i.id = ?
              union select o.version_id from intake i join referral_transaction m on m.version_id = i.version_id
                join referral_transaction o on o.from_value = m.from_value and o.from_type = m.from_type
                  and o.from_scope = m.from_scope where i.id = ?)
            """;
    private static final String QUEUE =
            """
            select * from intake where owner = (select id from participant where kind = 'FIU')
              and (status in ('RECEIVED','IN_TRIAGE','INFORMATION_REQUESTED') or unread)
            order by urgency, score desc, due_at, id limit 51
            """;
    private static final String NEXT =
            """
            update intake set status = 'IN_TRIAGE', assigned_to = owner, revision = revision + 1 where id = (
              select id from intake where owner = (select id from participant where kind = 'FIU')
                and status = 'RECEIVED' and assigned_to is null
              order by urgency, score desc, due_at, id limit 1 for update skip locked)
            returning *
            """;

    private void measure(int size, Workload workload) throws SQLException {
        times(workload.hub(), CALLS);
        times(workload.limit(), CALLS);
        List<Double> ratios = new ArrayList<>();
        List<Long> hub = new ArrayList<>();
        List<Long> limit = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long[] ofHub = times(workload.hub(), CALLS);
            long[] ofLimit = times(workload.limit(), CALLS);
            ratios.add((double) median(ofLimit) / median(ofHub));
            Arrays.stream(ofHub).forEach(hub::add);
            Arrays.stream(ofLimit).forEach(limit::add);
        }
        Collections.sort(hub);
        Collections.sort(limit);
        Collections.sort(ratios);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("workload", workload.name());
        row.put("referrals", size);
        row.put("hub_p50_ms", at(hub, 50));
        row.put("hub_p95_ms", at(hub, 95));
        row.put("limit_p50_ms", at(limit, 50));
        row.put("limit_p95_ms", at(limit, 95));
        row.put("limit_to_hub_median", ratios.get(ratios.size() / 2));
        row.put("limit_to_hub_min", ratios.get(0));
        row.put("limit_to_hub_max", ratios.get(ratios.size() - 1));
        report.add(row);
        System.out.println(row);
    }

    private static double at(List<Long> sorted, int percent) {
        return Math.round(sorted.get((sorted.size() - 1) * percent / 100) / 10_000.0) / 100.0;
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long[] times(Call call, int calls) throws SQLException {
        long[] times = new long[calls];
        for (int i = 0; i < calls; i++) {
            long before = System.nanoTime();
            call.run();
            times[i] = System.nanoTime() - before;
        }
        return times;
    }

    private void get(String path) {
        demand(send("GET", path), 200);
    }

    private Wire.Reply send(String method, String path) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + Tokens.of(analyst));
        headers.put("Purpose", "MONEY_LAUNDERING");
        return Wire.send(method, path, headers, null);
    }

    /** A round with one wrong answer is void. */
    private static void demand(Wire.Reply reply, int status) {
        if (reply.status() != status) {
            throw new IllegalStateException(reply.status() + " " + reply.body());
        }
    }

    private static void ask(Connection connection, String sql, Object... ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setObject(i, ids[0]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getObject(1);
                }
            }
        }
        connection.commit();
    }

    private UUID any(List<UUID> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private static List<UUID> sample(String sql) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (Connection connection = PostgresResource.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
