package org.simpul.identifier.screening;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.Role;
import org.simpul.access.SystemActor;
import org.simpul.identifier.AskedValues;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.identifier.list.ListSteps;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;
import org.simpul.testing.Races;
import org.simpul.testing.Tokens;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How a file of values is carried: in portions, within bounds, and with an audit that says what was asked however it ends. */
@QuarkusTest
class ScreeningUploadTest extends HubTest {
    private static final String PATH = "/api/v1/screening-runs";

    @Inject
    ScreeningClock clock;

    @Inject
    ScreeningRuns runs;

    @Inject
    SystemActor actor;

    @Inject
    ParticipantDirectory directory;

    @Inject
    AskedValues askedValues;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Institution bank = Institutions.bank();
    private final Person banker = bank.person(Role.INVESTIGATOR);

    private static String open(Person person) {
        return as(person)
                .body(Map.of("defaults", Map.of("type", "BANK_ACCOUNT", "scope", "ID:014")))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<String> accounts(int count) {
        return Stream.generate(ListSteps::account).limit(count).toList();
    }

    private static String rows(List<String> values) {
        return String.join("\n", values) + "\n";
    }

    private static String send(Person person, String run, String rows) {
        return as(person)
                .contentType("text/csv")
                .body(("value\n" + rows).getBytes(StandardCharsets.UTF_8))
                .put(PATH + "/" + run + "/content")
                .then()
                .statusCode(200)
                .extract()
                .path("status");
    }

    /** @param gate after which the end of the file comes */
    private CompletableFuture<HttpResponse<String>> sendSlowly(
            Person person, String run, List<String> first, CountDownLatch gate) {
        InputStream last = new InputStream() {
            private boolean given;

            @Override
            public int read() throws IOException {
                try {
                    assertTrue(gate.await(60, TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                int next = given ? -1 : '\n';
                given = true;
                return next;
            }
        };
        InputStream file = new SequenceInputStream(
                new ByteArrayInputStream(("value\n" + String.join("\n", first)).getBytes(StandardCharsets.UTF_8)),
                last);
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create(
                                RestAssured.baseURI + ":" + RestAssured.port + PATH + "/" + run + "/content"))
                        .header("Authorization", "Bearer " + Tokens.of(person))
                        .header("Content-Type", "text/csv")
                        .header("Accept-Language", "en")
                        .PUT(BodyPublishers.ofInputStream(() -> file))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void until(String what, BooleanSupplier reached) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what);
        }
    }

    private static int read(Person person, String run) {
        return as(person).get(PATH + "/" + run).then().statusCode(200).extract().path("rows_read");
    }

    private static Object of(String run, String column) {
        return Database.queryAsSuperuser("select " + column + " from screening_run where id = ?", UUID.fromString(run))
                .get(0);
    }

    private static long hits(String run) {
        return (Long)
                Database.queryAsSuperuser("select count(*) from screening_hit where run_id = ?", UUID.fromString(run))
                        .get(0);
    }

    private String digest(List<String> accounts) {
        return askedValues.digest(accounts.stream()
                .map(account -> new Identifier(IdentifierType.BANK_ACCOUNT, "ID:014", account))
                .toList());
    }

    /** The one entry of the act for the run has this detail. */
    private static void audited(String act, String run, String detail) throws GeneralSecurityException {
        List<Object> entries = Database.queryAsSuperuser(
                "select encode(detail_key, 'hex') || ' ' || detail_digest from audit_entry where act = ? and object_id = ?",
                act,
                UUID.fromString(run));
        assertEquals(1, entries.size());
        String[] entry = entries.get(0).toString().split(" ");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(entry[0]), "HmacSHA256"));
        assertEquals(HexFormat.of().formatHex(mac.doFinal(detail.getBytes(StandardCharsets.UTF_8))), entry[1]);
    }

    @Test
    void whileAFileComesNothingIsToldAndNoTransactionWaits() throws Exception {
        List<String> values = accounts(8_000);
        ListSteps.to(bank).with(values.get(0)).published();
        String run = open(banker);
        CountDownLatch gate = new CountDownLatch(1);
        CompletableFuture<HttpResponse<String>> upload = sendSlowly(banker, run, values, gate);
        try {
            until("it is not read", () -> read(banker, run) >= 1_000);
            as(banker).get(PATH + "/" + run + "/hits").then().statusCode(200).body("items", empty());
            as(banker).get(PATH + "/" + run).then().body("status", equalTo("RUNNING"));
            assertEquals(1, hits(run));
            until("a transaction waits for the file", () -> Database.queryAsSuperuser(
                            """
                            select count(*) from pg_stat_activity where datname = current_database()
                              and state like 'idle in transaction%' and xact_start <=
                                (select moved_at from screening_run where id = ?)""",
                            UUID.fromString(run))
                    .equals(List.of(0L)));
        } finally {
            gate.countDown();
        }
        assertTrue(upload.get(30, TimeUnit.SECONDS).body().contains("\"DONE\""));
        as(banker).get(PATH + "/" + run + "/hits").then().body("items.size()", equalTo(1));
        audited("screening.run-done", run, "8000 " + digest(values));
        assertEquals("none", of(run, "coalesce(asked_digest, 'none')"));
    }

    @Test
    void whatWasInterruptedGoesOnNoMoreAndTheAuditSaysWhatItAsked() throws Exception {
        List<String> values = accounts(8_000);
        ListSteps.to(bank).with(values.get(0)).published();
        String run = open(banker);
        CountDownLatch gate = new CountDownLatch(1);
        CompletableFuture<HttpResponse<String>> upload = sendSlowly(banker, run, values, gate);
        try {
            until("it is not read", () -> read(banker, run) >= 1_000);
            until("it is not ended", () -> {
                Database.updateAsSuperuser(
                        "update screening_run set moved_at = now() - interval '2 hours' where id = ? and status = 'RUNNING'",
                        UUID.fromString(run));
                clock.look();
                return of(run, "status").equals("REFUSED");
            });
            assertEquals(0, hits(run));
        } finally {
            gate.countDown();
        }
        HttpResponse<String> answer = upload.get(30, TimeUnit.SECONDS);
        assertEquals(409, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("screening_run_not_running"), answer.body());
        assertEquals("interrupted", of(run, "failure"));
        assertEquals(0, hits(run));
        int asked = ((Long) of(run, "rows_asked")).intValue();
        assertTrue(asked >= 1_000 && asked < 8_000, String.valueOf(asked));
        audited("screening.run-refused", run, "interrupted " + asked + " " + digest(values.subList(0, asked)));
    }

    @Test
    void aRunThatMovedSinceItWasFoundIsNotEnded() {
        String run = open(banker);
        Database.updateAsSuperuser("update screening_run set status = 'RUNNING' where id = ?", UUID.fromString(run));
        act(() -> {
            runs.end(UUID.fromString(run));
            return run;
        });
        assertEquals("RUNNING", of(run, "status"));
    }

    @Test
    void theDigestIsThatOfTheValuesWhateverTheBatchesAndTheRefusedRows() throws Exception {
        List<String> values = accounts(2_500);
        String run = open(banker);
        send(banker, run, rows(values.subList(0, 7)) + "no account\n".repeat(1_100) + rows(values.subList(7, 2_500)));
        audited("screening.run-done", run, "2500 " + digest(values));
        String broken = open(banker);
        assertEquals("REFUSED", send(banker, broken, rows(values.subList(0, 1_500)) + "\"x"));
        audited("screening.run-refused", broken, "malformed_csv 1000 " + digest(values.subList(0, 1_000)));
    }

    @Test
    void rowsThatAreNotAskedCountForTheDay() {
        send(banker, open(banker), "no account\n".repeat(3) + rows(accounts(2)));
        assertEquals(
                List.of(5, 5),
                Database.queryAsSuperuser(
                        "select asked from inquiry_quota where kind = 'SCREENED_VALUES' and owner = ?", bank.id()));
    }

    @Test
    void aFileHasNoMoreHitsThanItMay() {
        String listed = ListSteps.account();
        ListSteps.to(bank).with(listed).published();
        ListSteps.to(bank).with(listed).published();
        String run = open(banker);
        assertEquals("DONE", send(banker, run, rows(List.of(listed)).repeat(15_000)));
        assertEquals(30_000, hits(run));
        String over = open(banker);
        assertEquals("REFUSED", send(banker, over, rows(List.of(listed)).repeat(15_001)));
        as(banker)
                .get(PATH + "/" + over)
                .then()
                .body("failure", equalTo("too_many_hits"))
                .body("rows_matched", equalTo(0));
        assertEquals(0, hits(over));
    }

    private void allButOneWait() {
        Database.updateAsSuperuser(
                """
                insert into screening_run (id, owner, status, rows_read, rows_refused, rows_matched, hits, rows_asked,
                  opened_by, opened_at, moved_at, expires_at)
                select gen_random_uuid(), ?, 'OPEN', 0, 0, 0, 0, 0, gen_random_uuid(), now(), now(), now() + interval '1 day'
                from generate_series(1, 99)""",
                bank.id());
    }

    @Test
    void ofTwoWhoOpenTheLastRunAtOnceOneIsTold() throws Exception {
        as(banker).get(PATH).then().statusCode(200);
        allButOneWait();
        Callable<Response> opening = () -> as(banker).body(Map.of()).post(PATH);
        List<Response> answers =
                Races.during("select 1 from participant where id = ? for update", bank.id(), List.of(opening, opening));
        assertEquals(
                List.of(201, 409),
                answers.stream().map(Response::statusCode).sorted().toList());
    }

    @Test
    void anInstitutionOpensNoMoreRunsThanItMay() {
        allButOneWait();
        String last = open(banker);
        as(banker)
                .body(Map.of())
                .post(PATH)
                .then()
                .statusCode(409)
                .body("violations[0].code", equalTo("too_many_open_screening_runs"));
        open(Institutions.bank().person(Role.INVESTIGATOR));
        send(banker, last, rows(accounts(1)));
        open(banker);
    }

    @Test
    void screeningHasTurnsOfItsOwn() throws Exception {
        ListSteps list = ListSteps.to(bank);
        Person analyst = list.analyst;
        List<String> both = List.of(open(analyst), open(analyst));
        String third = open(analyst);
        CountDownLatch gate = new CountDownLatch(1);
        List<CompletableFuture<HttpResponse<String>>> uploads = both.stream()
                .map(run -> sendSlowly(analyst, run, accounts(8_000), gate))
                .toList();
        try {
            until("they do not begin", () -> both.stream()
                    .allMatch(run -> of(run, "status").equals("RUNNING")));
            as(analyst)
                    .contentType("text/csv")
                    .body("value\n1\n".getBytes(StandardCharsets.UTF_8))
                    .put(PATH + "/" + third + "/content")
                    .then()
                    .statusCode(429)
                    .body("violations[0].code", equalTo("too_many_screenings"));
            String opened = as(analyst)
                    .body(Map.of(
                            "operation",
                            "ADD",
                            "on_error",
                            "REJECT_ALL",
                            "defaults",
                            Map.of("type", "BANK_ACCOUNT", "scope", "ID:014", "confidence", 50)))
                    .post(list.path() + "/imports")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            as(analyst)
                    .contentType("text/csv")
                    .body(("value\n" + rows(accounts(1))).getBytes(StandardCharsets.UTF_8))
                    .put(list.path() + "/imports/" + opened + "/content")
                    .then()
                    .statusCode(200);
        } finally {
            gate.countDown();
        }
        for (CompletableFuture<HttpResponse<String>> upload : uploads) {
            assertEquals(200, upload.get(30, TimeUnit.SECONDS).statusCode());
        }
        send(analyst, third, rows(accounts(1)));
    }

    @Test
    void whatHasExpiredIsDeletedInPortions() {
        String listed = ListSteps.account();
        ListSteps.to(bank).with(listed).published();
        String run = open(banker);
        send(banker, run, rows(List.of(listed)).repeat(1_500) + "no account\n");
        Database.updateAsSuperuser(
                "update screening_run set expires_at = now() - interval '1 second' where id = ?", UUID.fromString(run));
        assertTrue(act(() -> runs.expire(UUID.fromString(run))));
        assertEquals(500, hits(run));
        clock.look();
        assertEquals(0, hits(run));
        assertEquals(
                List.of(0L),
                Database.queryAsSuperuser("select count(*) from screening_run where id = ?", UUID.fromString(run)));
    }

    @Test
    void whatARefusalLeftIsDeletedByTheClock() {
        String listed = ListSteps.account();
        ListSteps.to(bank).with(listed).published();
        String run = open(banker);
        send(banker, run, rows(List.of(listed)).repeat(1_500));
        Database.updateAsSuperuser(
                "update screening_run set status = 'REFUSED', failure = 'interrupted' where id = ?",
                UUID.fromString(run));
        as(banker).get(PATH + "/" + run + "/hits").then().statusCode(200).body("items", empty());
        clock.look();
        assertEquals(0, hits(run));
        assertEquals(0L, of(run, "hits"));
        assertEquals("REFUSED", of(run, "status"));
    }

    @Test
    void theClockLooksByItsIndexes() throws SQLException {
        List<String> indexes = List.of("screening_run_expires", "screening_run_running", "screening_run_left");
        assertEquals(indexes.size(), ScreeningClock.DUE.size());
        try (Connection connection = PostgresResource.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            for (int i = 0; i < indexes.size(); i++) {
                StringBuilder plan = new StringBuilder();
                try (ResultSet rows = statement.executeQuery(
                        "explain " + ScreeningClock.DUE.get(i).replace("?", "now()"))) {
                    while (rows.next()) {
                        plan.append(rows.getString(1)).append('\n');
                    }
                }
                assertTrue(plan.toString().contains(indexes.get(i)), plan.toString());
                assertFalse(plan.toString().contains("Seq Scan"), plan.toString());
            }
        }
    }

    private <T> T act(Supplier<T> act) {
        return actor.act(
                "screening-test",
                directory.byId(Set.of(bank.id())).values().iterator().next(),
                act);
    }
}
