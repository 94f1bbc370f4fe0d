package org.simpul.participant;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class MeTest extends HubTest {

    @Test
    void tellsTheInstitutionAndTheRolesThatCount() {
        Institution bank = Institutions.bank();
        Person person = bank.person(Role.INVESTIGATOR);
        as(person)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("login", equalTo(person.login()))
                .body("participant.alias", equalTo(bank.alias()))
                .body("roles", contains("investigator"));
    }

    @Test
    void aRoleHeldUnderAnotherKindSpoilsTheWholeSignInAndIsWrittenDown() {
        Institution bank = Institutions.bank();
        Person person = bank.person(Role.FIU_SUPERVISOR, Role.INVESTIGATOR);
        as(person).get("/api/v1/me").then().statusCode(403).body("type", equalTo("/problems/role-not-allowed"));
        assertEquals(
                List.of("role.mismatch DENIED"),
                Database.queryAsSuperuser(
                        "select act || ' ' || outcome from audit_entry where participant_id = ? limit 1", bank.id()));
    }

    @Test
    void aTokenNamesOneInstitutionAndTheOneThatThePersonCameThrough() {
        Institution bank = Institutions.bank();
        Person person = bank.person(Role.INVESTIGATOR);
        String other = Institutions.bank().alias();
        for (var spoilt : List.of(
                Tokens.builder(person, Tokens.LIFE).claim("organization", List.of()),
                Tokens.builder(person, Tokens.LIFE).claim("organization", List.of(bank.alias(), other)),
                Tokens.builder(person, Tokens.LIFE).claim("organization", List.of("nobody")),
                Tokens.builder(person, Tokens.LIFE).claim("organization", List.of(other)),
                Tokens.builder(person, Tokens.LIFE).claim("identity_provider", other),
                Tokens.builder(person, Tokens.LIFE).claim("identity_provider", ""),
                Tokens.builder(person, Tokens.LIFE).preferredUserName(other + ":" + person.subject()),
                Tokens.builder(person, Tokens.LIFE).preferredUserName(person.subject()))) {
            given().auth()
                    .oauth2(spoilt.sign())
                    .get("/api/v1/me")
                    .then()
                    .statusCode(403)
                    .header("Content-Type", startsWith("application/problem+json"))
                    .body("type", equalTo("/problems/identity-not-usable"));
        }
        assertEquals(List.of(), Database.queryAsSuperuser("select id from person where login = ?", person.login()));
    }

    @Test
    void aSuspensionWorksOnTheNextRequest() {
        Institution bank = Institutions.bank();
        Person person = bank.person(Role.INVESTIGATOR);
        as(person).get("/api/v1/me").then().statusCode(200);
        Institutions.setStatus(bank, "SUSPENDED");
        as(person).get("/api/v1/me").then().statusCode(403).body("type", equalTo("/problems/participant-not-active"));
        assertEquals(
                List.of("person signin.refused"),
                Database.queryAsSuperuser(
                        "select distinct actor || ' ' || act from audit_entry where participant_id = ? and outcome = 'DENIED'",
                        bank.id()));
    }

    @Test
    void whatIsNoCaseReferenceIsNotWrittenDownWithARefusal() {
        Person person = Institutions.bank().person(Role.INVESTIGATOR);
        as(person)
                .header("Case-Reference", "somebody's name, a child")
                .get("/api/v1/matters")
                .then()
                .statusCode(403);
        assertEquals(List.of(), Database.queryAsSuperuser("select id from audit_entry where payload like '%a child%'"));
    }

    @Test
    void anExpiredOrForeignTokenIsRefused() {
        Person person = Institutions.bank().person(Role.INVESTIGATOR);
        for (String token : List.of(
                Tokens.of(person, Duration.ofMinutes(-2), "hub-api"),
                Tokens.of(person, Duration.ofMinutes(2), "another-api"))) {
            given().auth().oauth2(token).get("/api/v1/me").then().statusCode(401);
        }
        given().get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void theLedgerIsEmptyForANewcomer() {
        as(Institutions.bank().person(Role.INVESTIGATOR))
                .get("/api/v1/disclosures")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }
}
