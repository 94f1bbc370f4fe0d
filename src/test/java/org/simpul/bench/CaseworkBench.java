package org.simpul.bench;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;
import org.simpul.testing.Tokens;
import org.simpul.testing.Wire;

import static org.simpul.bench.Rounds.demand;

/**
 * What the FIU's day costs as referrals pile up: {@code ./mvnw test -Dtest=CaseworkBench -Dsimpul.durable=true}. The sizes are
 * referrals: {@code -Dsimpul.bench.sizes=10000,100000,1000000}.
 */
@QuarkusTest
class CaseworkBench extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    private final Random random = new Random(42);
    private final Person analyst = Institutions.fiu().person(Role.FIU_ANALYST);

    @Test
    void theFiusDay() throws SQLException {
        Rounds rounds = new Rounds("casework", "referrals", 40);
        ManyReferrals referrals = new ManyReferrals(outbox);
        for (long size : Rounds.sizes("10000,100000,1000000")) {
            referrals.growTo(size);
            measure(rounds, size);
        }
    }

    private void measure(Rounds rounds, long size) throws SQLException {
        List<UUID> intakes = sample("select id from intake tablesample bernoulli (100) order by random() limit 400");
        try (Connection limit = PostgresResource.superuser()) {
            limit.setAutoCommit(false);
            Rounds.Workload links = new Rounds.Workload(
                    "links of one referral",
                    () -> get("/api/v1/intakes/" + any(intakes) + "/links"),
                    () -> ask(limit, LINKS, any(intakes)));
            Rounds.Workload queue = new Rounds.Workload(
                    "a page of 50 of the queue", () -> get("/api/v1/intakes?page_size=50"), () -> ask(limit, QUEUE));
            Rounds.Workload next = new Rounds.Workload(
                    "take next", () -> demand(send("POST", "/api/v1/intakes/next"), 200), () -> ask(limit, NEXT));
            for (Rounds.Workload workload : List.of(links, queue, next)) {
                rounds.measure(size, workload);
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

    private void get(String path) {
        demand(send("GET", path), 200);
    }

    private Wire.Reply send(String method, String path) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + Tokens.of(analyst));
        headers.put("Purpose", "MONEY_LAUNDERING");
        return Wire.send(method, path, headers, null);
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
