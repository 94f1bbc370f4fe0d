package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;
import org.simpul.testing.Told;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class AloneDisseminationTest extends HubTest {
    private static final Map<String, Object> ALONE =
            Map.of("ground", "TRAVEL_TO_A_CHILD", "reason", "He lands tonight; no supervisor answers.");

    @Inject
    OutboxDispatcher outbox;

    private final Desk desk = new Desk();
    private final Institution agency = Institutions.agency();

    private String draft(String urgency) {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), urgency, SubmittedReferral.anyPhone());
        outbox.drain();
        return desk.draft(Desk.form(desk.caseOf(desk.accepted(referral)), referral, agency))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response release(Person person, String dissemination, Map<String, Object> why) {
        String path = "/api/v1/disseminations/" + dissemination;
        return as(person)
                .header("If-Match", Desk.by(desk.analyst).get(path).header("ETag"))
                .body(why)
                .post(path + "/alone-disseminations");
    }

    @Test
    void anAnalystReleasesAP1AtOnceAndASupervisorReviewsIt() {
        String dissemination = draft("P1");
        release(desk.analyst, dissemination, ALONE)
                .then()
                .statusCode(200)
                .body("status", equalTo("DISSEMINATED"))
                .body("alone_act_id", notNullValue());
        Person officer = agency.person(Role.LE_OFFICER);
        Desk.under(Desk.matter(agency), officer)
                .get("/api/v1/disseminations/" + dissemination)
                .then()
                .statusCode(200)
                .body("content.intelligence_only", equalTo(true))
                .body("content.subjects[1].protected", equalTo(true));
        assertEquals(
                List.of("DISSEMINATED"),
                Database.queryAsSuperuser(
                        "select i.status from intake i join dissemination_origin o on o.intake_id = i.id"
                                + " where o.version_id = ? limit 1",
                        UUID.fromString(dissemination)));
        UUID act = (UUID) Drafts.value("select id from alone_act where object_id = ?", UUID.fromString(dissemination));
        assertEquals(List.of("all dissemination.approve urgent"), Told.about(act));
        as(desk.supervisor)
                .get("/api/v1/alone-acts")
                .then()
                .body("items.find { it.id == '" + act + "' }.object_id", equalTo(dissemination));
        as(officer).get("/api/v1/alone-acts").then().statusCode(403);
    }

    @Test
    void onlyWhatComesFromP1IntakesMayGoAloneAlsoWhenItWasHandedOver() {
        release(desk.analyst, draft("P2"), ALONE).then().statusCode(409).body("violations[0].code", equalTo("not_p1"));
        String pending = draft("P1");
        desk.handOver(pending);
        release(desk.analyst, pending, ALONE).then().statusCode(200);
        release(desk.analyst, pending, ALONE).then().statusCode(409);
    }

    @Test
    void anAgencyHasThePermissionAndNothingToReleaseWithIt() {
        String dissemination = draft("P1");
        release(desk.analyst, dissemination, ALONE).then().statusCode(200);
        release(agency.person(Role.LE_OFFICER), dissemination, ALONE).then().statusCode(404);
    }

    @Test
    void theGuardsOfEveryDisseminationHold() {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P1", SubmittedReferral.anyPhone());
        outbox.drain();
        Map<String, Object> toNobody = new HashMap<>(Desk.form(desk.caseOf(desk.accepted(referral)), referral));
        String dissemination = desk.draft(toNobody).statusCode(201).extract().path("id");
        release(desk.analyst, dissemination, ALONE).then().statusCode(422);
        String other = draft("P1");
        given().auth()
                .oauth2(Tokens.ofOneFactor(desk.analyst))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(ALONE)
                .post("/api/v1/disseminations/" + other + "/alone-disseminations")
                .then()
                .statusCode(401);
        as(desk.analyst)
                .header("If-Match", "\"99\"")
                .body(ALONE)
                .post("/api/v1/disseminations/" + other + "/alone-disseminations")
                .then()
                .statusCode(412);
    }
}
