package org.simpul.http;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;
import org.simpul.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class ProblemTest extends HubTest {
    private static final String MATTERS = "/api/v1/matters";

    private final Person supervisor = Institutions.agency().person(Role.LE_SUPERVISOR);

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .header("Vary", containsString("Accept-Language"))
                .body("type", equalTo("/problems/" + code))
                .body("status", equalTo(status))
                .body("request_id", equalTo(answer.extract().header("Request-Id")));
    }

    private ValidatableResponse register(String body) {
        return as(supervisor).body(body).post(MATTERS).then();
    }

    @Test
    void malformedJsonIsMalformed() {
        problem(register("{\"number\":\"LP/1/2026\""), 400, "malformed");
        problem(register(""), 400, "invalid");
        problem(register("[]"), 400, "malformed");
        problem(register("{} {}"), 400, "malformed");
        problem(register("{\"number\":\"LP/1/2026\",\"number\":\"LP/2/2026\"}"), 400, "malformed");
    }

    @Test
    void aWrongFieldIsNamedAndItsValueIsNot() {
        problem(register("{\"nomor\":\"RAHASIA\"}"), 400, "invalid")
                .body("violations[0].field", equalTo("nomor"))
                .body("violations[0].code", equalTo("unknown_field"))
                .body(not(containsString("RAHASIA")));
        problem(register("{\"number\":4711}"), 400, "invalid")
                .body("violations[0].field", equalTo("number"))
                .body("violations[0].code", equalTo("wrong_type"))
                .body(not(containsString("4711")));
        problem(register("{\"expires_at\":\"RAHASIA\"}"), 400, "invalid")
                .body("violations[0].field", equalTo("expires_at"))
                .body("violations[0].code", equalTo("wrong_type"))
                .body(not(containsString("RAHASIA")));
        problem(register("{\"<script>RAHASIA\":1}"), 400, "invalid")
                .body("violations[0].field", equalTo("?"))
                .body(not(containsString("RAHASIA")));
    }

    @Test
    void constraintsNameEachFieldInSnakeCase() {
        problem(register("{\"number\":\"!RAHASIA\",\"expires_at\":\"2001-01-01T00:00:00Z\"}"), 400, "invalid")
                .body(
                        "violations.collect { it.field + ' ' + it.code }",
                        equalTo(List.of("expires_at must_be_future", "number pattern", "offence required")))
                .body(not(containsString("RAHASIA")));
        problem(register("null"), 400, "invalid").body("violations[0].field", equalTo("body"));
    }

    @Test
    void pageParametersAreNamed() {
        problem(as(supervisor).get(MATTERS + "?page_size=many").then(), 400, "invalid")
                .body("violations[0].field", equalTo("page_size"));
        problem(as(supervisor).get(MATTERS + "?page_size=0").then(), 400, "invalid")
                .body("violations[0].code", equalTo("out_of_range"));
        problem(as(supervisor).get(MATTERS + "?page_token=!").then(), 400, "invalid")
                .body("violations[0].field", equalTo("page_token"));
        problem(as(supervisor).get("/api/v1/disclosures?direction=SIDEWAYS").then(), 400, "invalid")
                .body("violations[0].field", equalTo("direction"));
    }

    @Test
    void purposeAndCaseReferenceAreWhatTheyShouldBe() {
        problem(as(supervisor).header("Purpose", "CURIOSITY").get(MATTERS).then(), 400, "invalid")
                .body("violations[0].field", equalTo("Purpose"));
        problem(as(supervisor).header("Case-Reference", "<b>").get(MATTERS).then(), 400, "invalid")
                .body("violations[0].field", equalTo("Case-Reference"));
        as(supervisor)
                .header("Purpose", "CHILD_AT_RISK")
                .header("Case-Reference", "LP/B/17/2026")
                .get(MATTERS)
                .then()
                .statusCode(200);
    }

    @Test
    void whoIsNotSignedInIsTold() {
        for (String token : List.of(
                Tokens.of(supervisor, Duration.ofMinutes(-2), "hub-api"),
                Tokens.of(supervisor, Duration.ofMinutes(2), "another-api"),
                "not-a-token")) {
            for (String path : List.of(MATTERS, "/api/v1/nowhere")) {
                problem(given().auth().oauth2(token).get(path).then(), 401, "unauthenticated")
                        .header("WWW-Authenticate", equalTo("Bearer"));
            }
        }
        for (String path : List.of(MATTERS, "/api/v1/nowhere")) {
            problem(given().get(path).then(), 401, "unauthenticated").header("WWW-Authenticate", equalTo("Bearer"));
        }
        problem(given().header("Authorization", "Basic YTpi").get(MATTERS).then(), 401, "unauthenticated");
    }

    @Test
    void aRefusedTokenIsChallengedOnce() {
        assertEquals(
                List.of("Bearer"),
                given().auth().oauth2("not-a-token").get(MATTERS).headers().getValues("WWW-Authenticate"));
        problem(given().get("/api").then(), 401, "unauthenticated");
    }

    @Test
    void aRoleThatDoesNotAllowItIsToldApartFromAnInstitutionThatDoesNotTakePart() {
        Institution agency = Institutions.agency();
        Person officer = agency.person(Role.LE_OFFICER);
        problem(as(officer).body("{}").post(MATTERS).then(), 403, "forbidden");
        Institutions.setStatus(agency, "SUSPENDED");
        problem(as(officer).get(MATTERS).then(), 403, "participant-not-active");
    }

    @Test
    void wrongAddressesMethodsAndFormatsAreToldWithABody() {
        problem(as(supervisor).get("/api/v1/nowhere").then(), 404, "not-found");
        problem(as(supervisor).delete(MATTERS).then(), 405, "method-not-allowed");
        problem(as(supervisor).contentType("text/plain").body("x").post(MATTERS).then(), 415, "unsupported-media-type");
        for (String path :
                List.of("/api;x/v1/matters", "/api/v1;x/matters", MATTERS + ";x=1", "/console;x/referrals")) {
            problem(as(supervisor).urlEncodingEnabled(false).get(path).then(), 404, "not-found")
                    .header("Cache-Control", equalTo("no-store"));
        }
        problem(as(supervisor).accept("image/png").get(MATTERS).then(), 406, "not-acceptable");
    }

    @Test
    void theLanguageIsIndonesianUnlessEnglishIsAsked() {
        for (var expected : Map.of("", "id", "en-GB, id;q=0.5", "en", "id", "id", "fr", "id", ";;", "id")
                .entrySet()) {
            var request = as(supervisor);
            if (!expected.getKey().isEmpty()) {
                request.header("Accept-Language", expected.getKey());
            }
            String title = expected.getValue().equals("en") ? "Nothing is found here" : "Tidak ditemukan";
            problem(request.get("/api/v1/nowhere").then(), 404, "not-found")
                    .header("Content-Language", equalTo(expected.getValue()))
                    .body("title", equalTo(title));
        }
    }

    @Test
    void eachDenialIsRecordedOnceAsThePathSays() {
        UUID nobodys = UUID.randomUUID();
        var unmatched =
                as(supervisor).get("/api/v1/matters/" + nobodys + "/nothing").then();
        assertEquals(
                List.of(new Audited("unmatched", "DENIED", "UNKNOWN", null)),
                Audited.of(problem(unmatched, 404, "not-found").extract().header("Request-Id")));
        var forbidden = as(Institutions.agency().person(Role.LE_OFFICER))
                .body("{}")
                .post(MATTERS)
                .then();
        assertEquals(
                List.of(new Audited("registerMatter", "DENIED", "MATTER", null)),
                Audited.of(problem(forbidden, 403, "forbidden").extract().header("Request-Id")));
        var allowed = as(supervisor).get(MATTERS).then().statusCode(200);
        assertEquals(
                List.of(new Audited("matter.listed", "ALLOWED", "MATTER", null)),
                Audited.of(allowed.extract().header("Request-Id")));
        var invalid = problem(register("{}"), 400, "invalid");
        assertEquals(List.of(), Audited.of(invalid.extract().header("Request-Id")));
    }

    @Test
    void nothingIsToldWhenItCannotBeRecorded() throws Exception {
        Person officer = Institutions.agency().person(Role.LE_OFFICER);
        as(officer).get(MATTERS).then().statusCode(200);
        try (var database = PostgresResource.superuser();
                var statement = database.createStatement()) {
            statement.execute("revoke insert on audit_entry from simpul_app");
            try {
                problem(as(officer).get(MATTERS).then(), 503, "unavailable");
                problem(as(officer).body("{}").post(MATTERS).then(), 503, "unavailable");
                problem(as(officer).get("/api/v1/nowhere").then(), 503, "unavailable");
            } finally {
                statement.execute("grant insert on audit_entry to simpul_app");
            }
        }
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (var answer : List.of(
                as(supervisor).get(MATTERS),
                as(supervisor).get("/api/v1/nowhere"),
                given().get(MATTERS),
                given().get("/nowhere"),
                given().get("/q/openapi"))) {
            answer.then()
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("Referrer-Policy", equalTo("no-referrer"))
                    .header("Strict-Transport-Security", containsString("max-age"))
                    .header("Cache-Control", equalTo("no-store"));
            assertTrue(UUID.fromString(answer.header("Request-Id")).version() == 4);
        }
        given().get("/static/theme.js").then().statusCode(200).header("Cache-Control", not(equalTo("no-store")));
    }
}
