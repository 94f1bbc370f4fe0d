package org.simpul.participant;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Machine;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** An institution's administrator and its people. */
@QuarkusTest
class PeopleTest extends HubTest {
    private static final String PATH = "/api/v1/people";

    private Institution bank;
    private Person admin;
    private Person colleague;
    private UUID colleagueId;

    @BeforeEach
    void people() {
        bank = Institutions.bank();
        admin = bank.person(Role.PARTICIPANT_ADMIN);
        colleague = bank.person(Role.INVESTIGATOR, Role.COMPLIANCE_OFFICER);
        Drafts.id(admin);
        colleagueId = Drafts.id(colleague);
    }

    private ValidatableResponse set(Person person, Object id, String status) {
        return as(person)
                .body("{\"status\":\"%s\"}".formatted(status))
                .put(PATH + "/" + id + "/status")
                .then();
    }

    private static String bytes(ValidatableResponse answer) {
        return answer.extract().asString().replace(answer.extract().header("Request-Id"), "");
    }

    @Test
    void theAdministratorReadsWhoHasSignedInAndWhatTheInstitutionMayHold() {
        Drafts.id(Institutions.bank().person(Role.INVESTIGATOR));
        Machine.of(bank, Role.INVESTIGATOR);
        as(admin)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.login", hasItem(colleague.login()))
                .body("items.login", hasItem(admin.login()))
                // nobody of another institution, and no machine; the machine was registered by a third person
                .body("items.size()", equalTo(3))
                .body(
                        "items.find { it.id == '%s' }.roles".formatted(colleagueId),
                        contains("compliance-officer", "investigator"))
                .body("items.find { it.id == '%s' }.status".formatted(colleagueId), equalTo("ACTIVE"))
                .body("items.find { it.id == '%s' }.signed_in_at".formatted(colleagueId), notNullValue())
                .body(
                        "allowed_roles",
                        containsInAnyOrder(
                                "investigator", "compliance-officer", "participant-admin", "participant-overseer"))
                .body("next_page_token", nullValue());
    }

    @Test
    void aLongListIsReadPageByPage() {
        String token = as(admin)
                .get(PATH + "?page_size=1")
                .then()
                .statusCode(200)
                .body("items.id", contains(colleagueId.toString()))
                .extract()
                .path("next_page_token");
        as(admin)
                .get(PATH + "?page_size=1&page_token=" + token)
                .then()
                .body("items.login", contains(admin.login()))
                .body("next_page_token", nullValue());
    }

    @Test
    void whoIsSwitchedOffIsOutOnTheNextRequestAndBackWhenSwitchedOn() {
        as(colleague).get("/api/v1/me").then().statusCode(200);
        set(admin, colleagueId, "SWITCHED_OFF").statusCode(200).body("status", equalTo("SWITCHED_OFF"));
        as(colleague)
                .get("/api/v1/me")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/participant-not-active"));
        set(admin, colleagueId, "SWITCHED_OFF").statusCode(200);
        set(admin, colleagueId, "ACTIVE").statusCode(200).body("status", equalTo("ACTIVE"));
        as(colleague).get("/api/v1/me").then().statusCode(200);
        assertEquals(
                List.of("person.switched-off", "person.switched-off", "person.switched-on"),
                Database.queryAsSuperuser(
                        "select act from audit_entry where object_id = ? and act like 'person.%' order by id",
                        colleagueId));
    }

    @Test
    void nobodySwitchesThemselves() {
        UUID own = Drafts.id(admin);
        for (String status : List.of("SWITCHED_OFF", "ACTIVE")) {
            set(admin, own, status).statusCode(409).body("violations.code", contains("not_on_oneself"));
        }
        as(admin).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void anotherInstitutionsPersonAndAMachineAreNotThere() {
        String absent = bytes(set(admin, UUID.randomUUID(), "SWITCHED_OFF").statusCode(404));
        UUID other = Drafts.id(Institutions.bank().person(Role.INVESTIGATOR));
        Machine machine = Machine.of(bank, Role.INVESTIGATOR);
        assertEquals(absent, bytes(set(admin, other, "SWITCHED_OFF").statusCode(404)));
        assertEquals(absent, bytes(set(admin, machine.id(), "SWITCHED_OFF").statusCode(404)));
        machine.asks().get("/api/v1/me").then().statusCode(200);
        assertEquals(List.of("ACTIVE"), Database.queryAsSuperuser("select status from person where id = ?", other));
    }

    @Test
    void nothingIsGrantedHereAndNobodyElseMay() {
        as(admin)
                .body("{\"status\":\"ACTIVE\",\"roles\":[\"compliance-officer\"]}")
                .put(PATH + "/" + colleagueId + "/status")
                .then()
                .statusCode(400)
                .body("violations.code", contains("unknown_field"));
        as(colleague).get(PATH).then().statusCode(403);
        set(colleague, Drafts.id(admin), "SWITCHED_OFF").statusCode(403);
    }

    @Test
    void theDatabaseAloneSwitchesColleaguesOnlyAndNeitherMachinesNorOneself() throws SQLException {
        UUID self = Drafts.id(admin);
        UUID other = Drafts.id(Institutions.bank().person(Role.INVESTIGATOR));
        UUID machine = UUID.fromString(Machine.of(bank, Role.INVESTIGATOR).id());
        String statement = "select cast(simpul_switch(?, 'SWITCHED_OFF') as text)";
        for (UUID person : List.of(self, other, machine)) {
            SQLException refused = assertThrows(
                    SQLException.class, () -> Database.query(bank.id(), self, statement, person), person.toString());
            assertEquals("42501", refused.getSQLState());
        }
        Database.query(bank.id(), self, statement, colleagueId);
    }
}
