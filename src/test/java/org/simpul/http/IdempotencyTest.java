package org.simpul.http;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

@QuarkusTest
class IdempotencyTest extends HubTest {
    private static final String MATTERS = "/api/v1/matters";
    private static final Instant END = Instant.now().plus(1, ChronoUnit.DAYS);

    @Inject
    IdempotencyKeys keys;

    private final Institution agency = Institutions.agency();
    private final Person supervisor = agency.person(Role.LE_SUPERVISOR);

    private static String matter(String number) {
        return "{\"number\":\"%s\",\"offence\":\"CHILD_SEXUAL_EXPLOITATION\",\"expires_at\":\"%s\"}"
                .formatted(number, END);
    }

    private static Response register(Person person, String key, String number) {
        return as(person).header("Idempotency-Key", key).body(matter(number)).post(MATTERS);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void twentyAtOnceActOnce() throws Exception {
        String key = key();
        ExecutorService clients = Executors.newFixedThreadPool(20);
        List<Response> answers = new ArrayList<>();
        try {
            Callable<Response> request = () -> register(supervisor, key, "LP/1/2026");
            for (Future<Response> answer : clients.invokeAll(java.util.Collections.nCopies(20, request))) {
                answers.add(answer.get());
            }
        } finally {
            clients.shutdownNow();
        }
        answers.forEach(answer -> answer.then().statusCode(201));
        assertEquals(
                1,
                answers.stream()
                        .map(answer -> answer.header("Location"))
                        .distinct()
                        .count());
        assertEquals(
                19,
                answers.stream()
                        .filter(answer -> "true".equals(answer.header("Idempotency-Replayed")))
                        .count());
        as(supervisor).get(MATTERS).then().body("items.size()", equalTo(1));
    }

    @Test
    void aRepetitionIsToldWhereTheResultIsAndNoAnswerIsKept() {
        String key = key();
        Response first = register(supervisor, key, "LP/1/2026");
        String location = first.header("Location");
        register(supervisor, key, "LP/1/2026")
                .then()
                .statusCode(201)
                .header("Location", equalTo(location))
                .body("replayed", equalTo(true))
                .body("location", equalTo(location))
                .body(not(containsString("LP/1/2026")));
        String row = Database.queryAsSuperuser("select row_to_json(k)::text from idempotency_key k where key = ?", key)
                .get(0)
                .toString();
        assertThat(row, not(containsString("LP/1/2026")));
    }

    @Test
    void aRepetitionIsRecordedOnce() {
        String key = key();
        register(supervisor, key, "LP/1/2026").then().statusCode(201);
        Response again = register(supervisor, key, "LP/1/2026");
        again.then().statusCode(201).contentType("application/json");
        assertEquals(
                List.of(new Audited("request.replayed", "ALLOWED", "registerMatter", null)),
                Audited.of(again.header("Request-Id")));
    }

    @Test
    void aKeyIsForOneRequestOnly() {
        String key = key();
        register(supervisor, key, "LP/1/2026").then().statusCode(201);
        register(supervisor, key, "LP/2/2026")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        as(supervisor).get(MATTERS).then().body("items.size()", equalTo(1));
    }

    @Test
    void aKeyIsForOnePersonOnly() {
        String key = key();
        register(supervisor, key, "LP/1/2026").then().statusCode(201);
        Response other = register(agency.person(Role.LE_SUPERVISOR), key, "LP/2/2026");
        other.then().statusCode(201);
        assertNull(other.header("Idempotency-Replayed"));
    }

    @Test
    void aFailedActKeepsNoKey() {
        String key = key();
        register(supervisor, key(), "LP/1/2026").then().statusCode(201);
        register(supervisor, key, "LP/1/2026").then().statusCode(409);
        register(supervisor, key, "LP/2/2026").then().statusCode(201);
    }

    @Test
    void aShortKeyIsRefused() {
        register(supervisor, "short", "LP/1/2026")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("Idempotency-Key"));
    }

    @Test
    void theDigestOfARequestCannotBeGuessedFromItsContent() throws Exception {
        String key = key();
        register(supervisor, key, "LP/1/2026").then().statusCode(201);
        byte[] guess = MessageDigest.getInstance("SHA-256")
                .digest(("[" + matter("LP/1/2026") + "]").getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of(false),
                Database.queryAsSuperuser("select digest = ? from idempotency_key where key = ?", guess, key));
    }

    @Test
    void keysAreForgottenAfterThreeDays() {
        String old = key();
        String fresh = key();
        register(supervisor, old, "LP/1/2026").then().statusCode(201);
        register(supervisor, fresh, "LP/2/2026").then().statusCode(201);
        Database.updateAsSuperuser(
                "update idempotency_key set created_at = now() - interval '73 hours' where key = ?", old);
        keys.forget();
        assertEquals(
                List.of(fresh),
                Database.queryAsSuperuser("select key from idempotency_key where key in (?, ?)", old, fresh));
    }
}
