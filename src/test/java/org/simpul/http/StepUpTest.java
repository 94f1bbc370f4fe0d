package org.simpul.http;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/** What can't be taken back asks for a second factor that was given just now (RFC 9470). */
@QuarkusTest
class StepUpTest extends HubTest {
    private static final String PATH = "/api/v1/typologies/" + UUID.randomUUID() + "/decisions";

    private static io.restassured.response.ValidatableResponse decide(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("decision", "APPROVE", "digest", "0".repeat(64)))
                .post(PATH)
                .then();
    }

    private static void requireChallenge(String token) {
        decide(token)
                .statusCode(401)
                .header(
                        "WWW-Authenticate",
                        equalTo("Bearer error=\"insufficient_user_authentication\","
                                + " error_description=\"A one-time code is needed for this\", acr_values=\"2\""))
                .body("type", equalTo("/problems/step-up-required"));
    }

    @Test
    void oneFactorGetsTheChallengeWhateverItNames() {
        requireChallenge(Tokens.ofOneFactor(Institutions.fiu().person(Role.FIU_SUPERVISOR)));
    }

    @Test
    void aSecondFactorOfTheMorningDoesNotCountInTheAfternoon() {
        Person person = Institutions.fiu().person(Role.FIU_SUPERVISOR);
        long now = System.currentTimeMillis() / 1000;
        requireChallenge(Tokens.builder(person, Tokens.LIFE)
                .claim("loa", Map.of("1", now - 7200, "2", now - 601))
                .sign());
        requireChallenge(Tokens.builder(person, Tokens.LIFE)
                .claim("loa", Map.of("1", now - 30))
                .sign());
        decide(Tokens.builder(person, Tokens.LIFE)
                        .claim("loa", Map.of("1", now - 7200, "2", now - 590))
                        .sign())
                .statusCode(404);
    }

    @Test
    void whoMayNotDoItAnywayIsToldSo() {
        decide(Tokens.ofOneFactor(Institutions.fiu().person(Role.FIU_ANALYST))).statusCode(403);
    }
}
