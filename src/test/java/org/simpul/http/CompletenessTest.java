package org.simpul.http;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Whoever forgets the entry tells nothing and changes nothing. */
@QuarkusTest
class CompletenessTest extends HubTest {
    private final Institution bank = Institutions.bank();
    private final Person investigator = bank.person(Role.INVESTIGATOR);
    private final UUID row = UUID.randomUUID();

    @BeforeAll
    static void aTableOfOurs() {
        Drafts.execute("create table test_forgotten (id uuid primary key)");
        Drafts.execute("grant insert, select on test_forgotten to simpul_app");
    }

    @AfterAll
    static void gone() {
        Drafts.execute("drop table test_forgotten");
    }

    private Response post(String operation) {
        return as(investigator).post(ForgetfulResource.PATH + "/" + operation + "/" + row);
    }

    private boolean isThere() {
        return !Database.queryAsSuperuser("select id from test_forgotten where id = ?", row)
                .isEmpty();
    }

    private static void unavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unavailable"))
                .body("request_id", equalTo(answer.header("Request-Id")))
                .body(not(containsString(ForgetfulResource.SECRET)));
        assertEquals(null, answer.header("ETag"));
        assertEquals(List.of(), answer.headers().getValues("Audit-Leaf"));
        assertEquals(List.of(), Audited.of(answer.header("Request-Id")));
    }

    @Test
    void whatIsRecordedIsDoneAndTold() {
        Response answer = post("recorded-rows");
        assertEquals(201, answer.statusCode());
        assertEquals(ForgetfulResource.SECRET, answer.asString());
        assertEquals(1, Audited.of(answer.header("Request-Id")).size());
        assertEquals(true, isThere());
    }

    @Test
    void aWriteThatForgetsItsEntryIsNotDone() {
        unavailable(post("rows"));
        assertFalse(isThere());
    }

    @Test
    void anEntryOfAnotherTransactionIsNoneOfThisOne() {
        Response answer = post("second-rows");
        answer.then().statusCode(503).body(not(containsString(ForgetfulResource.SECRET)));
        assertFalse(isThere());
    }

    @Test
    void aPartThatIsExcusedNeedsNone() {
        assertEquals(201, post("excused-rows").statusCode());
        assertEquals(true, isThere());
    }

    @Test
    void anExcuseIsForItsOwnTransactionAlone() {
        assertEquals(503, post("rows-within").statusCode());
        assertFalse(isThere());
    }

    @Test
    void aForgottenEntryLeavesNoKeyOfTheRequest() {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            unavailable(as(investigator).header("Idempotency-Key", key).post(ForgetfulResource.PATH + "/rows/" + row));
        }
        assertFalse(isThere());
        assertEquals(List.of(), Database.queryAsSuperuser("select key from idempotency_key where key = ?", key));
    }

    @Test
    void aRepetitionIsRecordedAsOne() {
        String key = UUID.randomUUID().toString();
        for (String act : List.of("test.done", "request.replayed")) {
            Response answer = as(investigator)
                    .header("Idempotency-Key", key)
                    .post(ForgetfulResource.PATH + "/recorded-rows/" + row);
            assertEquals(201, answer.statusCode());
            assertEquals(
                    List.of(act),
                    Audited.of(answer.header("Request-Id")).stream()
                            .map(Audited::act)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 299, 403, 404})
    void anAnswerWithoutAnEntryIsNotTold(int status) {
        unavailable(as(investigator).get(ForgetfulResource.PATH + "/answers/" + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 412})
    void aRefusalForAnotherReasonNeedsNone(int status) {
        as(investigator)
                .get(ForgetfulResource.PATH + "/answers/" + status)
                .then()
                .statusCode(status);
    }

    @Test
    void aFileWithoutAnEntryIsNotBegun() {
        unavailable(as(investigator).accept("*/*").get(ForgetfulResource.PATH + "/file"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/routed"})
    void whatPassesTheFrameworkByIsCutBeforeItsFirstByte(String path) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + ForgetfulResource.PATH + path))
                .header("Authorization", "Bearer " + Tokens.of(investigator))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        assertThrows(IOException.class, () -> client.send(request, BodyHandlers.ofString()));
    }

    /** What the sign-in records is no entry of what was asked. */
    @Test
    void whoIsRefusedAtTheSignInIsRecordedAgainForWhatItAsked() {
        Person other = Institutions.agency().person(Role.LE_OFFICER);
        Institutions.setStatus(bank, "SUSPENDED");
        Response refused = as(investigator).get("/api/v1/disclosures");
        assertEquals(403, refused.statusCode());
        assertEquals(
                List.of("signin.refused", "listDisclosures"),
                Audited.of(refused.header("Request-Id")).stream()
                        .map(Audited::act)
                        .toList());
        assertEquals(200, as(other).get("/api/v1/disclosures").statusCode());
    }

    @Test
    void theUnauditedPathsAreTheseAlone() {
        assertEquals(
                List.of("/console", "/console/", "/console/signed-out", "/console/sign-in-refused"),
                ProtectedPaths.UNAUDITED);
        // nobody is signed in here: the first two lead there
        List<Integer> answered = List.of(302, 302, 200, 401);
        for (int i = 0; i < answered.size(); i++) {
            String path = ProtectedPaths.UNAUDITED.get(i);
            Response answer = given().redirects().follow(false).get(path);
            assertEquals(answered.get(i), answer.statusCode(), path);
            assertEquals(List.of(), Audited.of(answer.header("Request-Id")), path);
        }
    }

    @Test
    void whichMethodsAPathTakesIsNoOperation() {
        Response answer = as(investigator).options("/api/v1/matters");
        assertEquals(List.of(), Audited.of(answer.header("Request-Id")));
        assertEquals(200, answer.statusCode());
        assertEquals("", answer.asString());
    }
}
