package org.simpul.console;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class SignInTest extends HubTest {
    private static final String SESSION = "q_session_console";

    @Test
    void whoeverIsNotSignedInIsSentToTheSignInPageInTheirLanguage() {
        new Visitor("en-GB")
                .get("/console/disclosures")
                .statusCode(302)
                .header(
                        "Location",
                        allOf(
                                containsString("/realms/simpul/protocol/openid-connect/auth?"),
                                containsString("code_challenge_method=S256"),
                                containsString("scope=openid&"),
                                containsString("ui_locales=en")))
                .header("Content-Security-Policy", startsWith("default-src 'none'; script-src 'self'"));
    }

    @Test
    void nobodyButANamedProxySaysWhereTheSignInComesBackTo() {
        String location = new Visitor("id")
                .get("/console", Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil.example"))
                .statusCode(302)
                .extract()
                .header("Location");
        String back = Visitor.query(location).get("redirect_uri");
        assertTrue(back.startsWith("http://localhost:"), back);
    }

    @Test
    void aLinkLeadsStraightToOnesOwnInstitution() {
        new Visitor("en")
                .get("/console?kc_idp_hint=bank-c&prompt=none")
                .statusCode(302)
                .header("Location", allOf(containsString("&kc_idp_hint=bank-c"), not(containsString("prompt=none&"))));
    }

    @Test
    void aScriptIsToldThatTheSessionHasEndedInsteadOfBeingRedirected() {
        new Visitor("id")
                .get("/console/disclosures", Map.of("HX-Request", "true"))
                .statusCode(499);
    }

    @Test
    void theSessionCookieOpensNothingOnTheApi() {
        Visitor visitor = Visitor.signedIn(Institutions.bank().person(Role.INVESTIGATOR), "id");
        visitor.get("/console").statusCode(200);
        given().cookies(visitor.cookies).get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void aBearerTokenOpensNothingOnTheConsole() {
        as(Institutions.bank().person(Role.INVESTIGATOR))
                .redirects()
                .follow(false)
                .get("/console")
                .then()
                .statusCode(302);
    }

    @Test
    void theCookieHoldsNoTokenAndTheTableNoReadableOne() throws SQLException {
        Visitor visitor = Visitor.signedIn(Institutions.bank().person(Role.INVESTIGATOR), "id");
        assertEquals(43, visitor.cookies.get(SESSION).length());
        try (Connection connection = PostgresResource.superuser();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery(
                                """
                                select count(*) > 0,
                                       bool_and(id_token not like 'eyJ%.eyJ%' and refresh_token <> 'refresh'),
                                       has_table_privilege('simpul_app', 'session.sign_in_session', 'select')
                                from session.sign_in_session
                                """)) {
            row.next();
            assertTrue(row.getBoolean(1), "the session is kept");
            assertTrue(row.getBoolean(2), "encrypted");
            assertFalse(row.getBoolean(3), "out of reach of the hub's requests");
        }
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheProvider() {
        Visitor visitor = Visitor.signedIn(Institutions.bank().person(Role.INVESTIGATOR), "id");
        String cookie = visitor.cookies.get(SESSION);
        visitor.get("/console/sign-out")
                .statusCode(302)
                .header(
                        "Location",
                        allOf(
                                containsString("/realms/simpul/protocol/openid-connect/logout?"),
                                containsString("id_token_hint="),
                                containsString("signed-out")));
        Visitor thief = new Visitor("id");
        thief.cookies.put(SESSION, cookie);
        thief.get("/console").statusCode(302).header("Location", containsString("/openid-connect/auth?"));
        new Visitor("id").get("/console/signed-out").statusCode(200).body(containsString("Anda sudah keluar"));
    }

    @Test
    void aRefusedSignInHasAPage() {
        new Visitor("en")
                .get("/console/sign-in-refused?error=access_denied&error_description=secret")
                .statusCode(401)
                .contentType("text/html")
                .body("html.head.title", containsString("The sign-in did not succeed"));
    }

    @Test
    void aSuspensionShutsTheConsoleOnTheNextRequest() {
        Institution bank = Institutions.bank();
        Person person = bank.person(Role.INVESTIGATOR);
        Visitor visitor = Visitor.signedIn(person, "en");
        visitor.get("/console/disclosures").statusCode(200);
        Institutions.setStatus(bank, "SUSPENDED");
        visitor.get("/console/disclosures")
                .statusCode(403)
                .contentType("text/html")
                .body(containsString("Your institution is not active in Simpul at the moment"));
    }

    @Test
    void whoIsSwitchedOffIsOutOfTheConsoleOnTheNextRequest() {
        Institution bank = Institutions.bank();
        Person person = bank.person(Role.INVESTIGATOR);
        Visitor visitor = Visitor.signedIn(person, "en");
        visitor.get("/console/disclosures").statusCode(200);
        as(bank.person(Role.PARTICIPANT_ADMIN))
                .body("{\"status\":\"SWITCHED_OFF\"}")
                .put("/api/v1/people/" + Drafts.id(person) + "/status")
                .then()
                .statusCode(200);
        visitor.get("/console/disclosures").statusCode(403).contentType("text/html");
    }

    @Test
    void whoFitsNoInstitutionIsToldWhy() {
        Visitor.signedIn(Institutions.bank().person(Role.FIU_ANALYST), "en")
                .get("/console")
                .statusCode(403)
                .contentType("text/html")
                .body(containsString("A role is not allowed for your institution"));
        Visitor.signedIn(new Person("somebody", "somebody", "no-institution", List.of("investigator")), "id")
                .get("/console/disclosures")
                .statusCode(403)
                .contentType("text/html")
                .body(containsString("Cara masuk ini tidak dapat dipakai di sini"));
    }

    @Test
    void aSessionOutlivesItsEndByNothing() {
        Visitor visitor = Visitor.signedIn(Institutions.bank().person(Role.INVESTIGATOR), "id");
        try (Connection connection = PostgresResource.superuser()) {
            connection
                    .createStatement()
                    .execute("update session.sign_in_session set expires_at = now() - interval '1 second'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        visitor.get("/console").statusCode(302).header("Location", containsString("/openid-connect/auth?"));
    }

    @Test
    void whoeverOpensTheHubItselfMeetsTheConsole() {
        new Visitor("id").get("/").statusCode(302).header("Location", equalTo("/console"));
    }
}
