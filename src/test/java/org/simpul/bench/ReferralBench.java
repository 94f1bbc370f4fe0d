package org.simpul.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.HubTest;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;
import org.simpul.testing.Tokens;
import org.simpul.testing.Wire;

import static org.simpul.bench.Rounds.demand;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.subject;
import static org.simpul.referral.ReferralSteps.transaction;

/**
 * A bank's day as its referrals pile up: reads one, lists a page, submits one with 20 transactions by two people. {@code
 * ./mvnw test -Dtest=ReferralBench -Dsimpul.durable=true}.
 */
@QuarkusTest
class ReferralBench extends HubTest {
    private static final String REFERRALS = "/api/v1/referrals";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRANSACTIONS = 20;
    private static final List<String> READ = List.of(
            "select * from referral where id = ?",
            "select * from referral_version where referral_id = ?",
            "select s.* from referral_subject s join referral_version v on v.id = s.version_id where v.referral_id = ?",
            "select i.* from referral_identifier i join referral_version v on v.id = i.version_id where v.referral_id = ?",
            "select f.* from referral_red_flag f join referral_version v on v.id = f.version_id where v.referral_id = ?",
            "select t.* from referral_transaction t join referral_version v on v.id = t.version_id where v.referral_id = ?");

    @Inject
    OutboxDispatcher outbox;

    private final Random random = new Random(42);
    private Person investigator;
    private Person officer;

    @Test
    void aBanksDay() throws SQLException {
        Rounds rounds = new Rounds("referral", "referrals", 40);
        ManyReferrals referrals = new ManyReferrals(outbox);
        investigator = referrals.bank.person(Role.INVESTIGATOR);
        officer = referrals.bank.person(Role.COMPLIANCE_OFFICER);
        for (long size : Rounds.sizes("10000,100000,1000000")) {
            referrals.growTo(size);
            measure(rounds, size, referrals.bank.id());
        }
    }

    private void measure(Rounds rounds, long size, UUID bank) throws SQLException {
        try (Connection limit = PostgresResource.superuser()) {
            List<UUID> referrals = ids(
                    limit,
                    "select id from referral tablesample bernoulli (100) where owner = '%s' order by md5(id::text) limit 400"
                            .formatted(bank));
            UUID submitted = submit();
            outbox.drain();
            RowCopies entry = new RowCopies();
            entry.take(limit, "audit_entry", "object_id = '%s' limit 1".formatted(submitted));
            RowCopies submission = submission(limit, submitted);
            List<UUID> kept = kept(limit, submitted);
            limit.setAutoCommit(false);
            try (Statement statement = limit.createStatement()) {
                // no trigger, no foreign key, no row-level security: rows alone
                statement.execute("set session_replication_role = replica");
            }
            limit.commit();
            rounds.measure(
                    size,
                    new Rounds.Workload(
                            "a referral that is not there",
                            () -> demand(
                                    send(investigator, "GET", REFERRALS + "/" + UUID.randomUUID(), null, null), 404),
                            () -> {
                                ask(limit, READ.get(0), UUID.randomUUID());
                                entry.insert(limit, kept);
                            }));
            rounds.measure(
                    size,
                    new Rounds.Workload(
                            "read one referral",
                            () -> demand(send(investigator, "GET", REFERRALS + "/" + any(referrals), null, null), 200),
                            () -> {
                                UUID id = any(referrals);
                                for (String sql : READ) {
                                    ask(limit, sql, id);
                                }
                                entry.insert(limit, kept);
                            }));
            rounds.measure(
                    size,
                    new Rounds.Workload(
                            "a page of 50",
                            () -> demand(send(investigator, "GET", REFERRALS + "?page_size=50", null, null), 200),
                            () -> {
                                ask(limit, "select * from referral where owner = ? order by id desc limit 51", bank);
                                entry.insert(limit, kept);
                            }));
            rounds.measure(
                    size,
                    new Rounds.Workload(
                            "submit with 20 transactions, by two people",
                            this::submit,
                            () -> submission.insert(limit, kept)));
        }
        outbox.drain();
    }

    /** All requests of a submission, from an empty draft on. */
    private UUID submit() {
        Wire.Reply reply = demand(send(investigator, "POST", REFERRALS, null, ReferralSteps.complete()), 201);
        String path = reply.header("Location").replaceFirst("^https?://[^/]+", "");
        Map<String, Object> subject = subject("FACILITATOR", "ADULT", "Bench Facilitator", account("700000000009"));
        reply = demand(send(investigator, "POST", path + "/subjects", reply.header("ETag"), subject), 201);
        Object flag = ReferralSteps.anyRedFlag();
        reply = demand(
                send(
                        investigator,
                        "PUT",
                        path + "/red-flags",
                        reply.header("ETag"),
                        Map.of("red_flags", List.of(flag))),
                200);
        List<Object> rows = IntStream.range(0, TRANSACTIONS)
                .<Object>mapToObj(i -> transaction(account("70000000" + (1000 + i)), account("700000000002"), "row"))
                .toList();
        demand(
                send(investigator, "POST", path + "/transactions", reply.header("ETag"), Map.of("transactions", rows)),
                201);
        reply = demand(send(investigator, "POST", path + "/handovers", null, null), 200);
        Map<String, Object> decision = Map.of("decision", "APPROVE", "digest", digest(reply));
        demand(send(officer, "POST", path + "/decisions", null, decision), 200);
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String digest(Wire.Reply reply) {
        try {
            JsonNode referral = JSON.readTree(reply.body());
            return referral.at("/version/digest").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a submission leaves behind, the audit and the outbox with it. */
    private static RowCopies submission(Connection connection, UUID referral) throws SQLException {
        RowCopies rows = new RowCopies();
        String version = "(select id from referral_version where referral_id = '%s')".formatted(referral);
        rows.take(connection, "referral", "id = '%s'".formatted(referral));
        rows.take(connection, "referral_version", "referral_id = '%s'".formatted(referral));
        for (String part : List.of(
                "referral_subject",
                "referral_name_key",
                "referral_identifier",
                "referral_red_flag",
                "referral_transaction")) {
            rows.take(connection, part, "version_id in " + version);
        }
        rows.take(connection, "disclosure", "object_id in " + version);
        rows.take(connection, "reach", "object_id in " + version);
        rows.take(connection, "audit_entry", "object_id = '%s' or object_id in %s".formatted(referral, version));
        return rows;
    }

    /** Whose they are, and what they name. */
    private static List<UUID> kept(Connection connection, UUID referral) throws SQLException {
        List<UUID> kept = ids(connection, "select id from participant");
        kept.addAll(ids(
                connection,
                "select typology_version_id from referral_red_flag f join referral_version v on v.id = f.version_id"
                        + " where v.referral_id = '%s'".formatted(referral)));
        return kept;
    }

    private static Wire.Reply send(Person who, String method, String path, String etag, Object body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + Tokens.of(who));
        if (etag != null) {
            headers.put("If-Match", etag);
        }
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        return Wire.send(method, path, headers, body);
    }

    private static void ask(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getObject(1);
                }
            }
        }
    }

    private UUID any(List<UUID> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private static List<UUID> ids(Connection connection, String sql) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
