package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
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

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.simpul.casework.Desk.by;
import static org.simpul.casework.Desk.form;
import static org.simpul.casework.Desk.matter;
import static org.simpul.casework.Desk.under;
import static org.simpul.casework.Recalls.confirm;
import static org.simpul.casework.Recalls.decide;
import static org.simpul.casework.Recalls.notices;
import static org.simpul.casework.Recalls.recall;
import static org.simpul.casework.Recalls.request;

@QuarkusTest
class RecallTest extends HubTest {
    private static final Map<String, Object> FROM_ALL = Map.of("reason", "WRONG_CONTENT", "every_version", true);

    @Inject
    OutboxDispatcher outbox;

    @Inject
    AnswerClock clock;

    private Desk desk;
    private Institution agency;
    private Person officer;

    @BeforeEach
    void open() {
        desk = new Desk();
        agency = Institutions.agency();
        officer = agency.person(Role.LE_OFFICER);
    }

    private SubmittedReferral received() {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        return referral;
    }

    private static String path(String dissemination) {
        return "/api/v1/disseminations/" + dissemination;
    }

    private static String body(Person person, String matter, String path) {
        var answer = under(matter, person).get(path).then().extract();
        return answer.statusCode() + " " + answer.asString().replaceAll("\"request_id\":\"[^\"]*\"", "");
    }

    @Test
    void whatIsRecalledFromOneAgencyIsNotThereForItAndStaysWithTheOther() {
        SubmittedReferral referral = received();
        Institution other = Institutions.agency();
        Person reader = other.person(Role.LE_OFFICER);
        String id = desk.disseminated(referral, agency, other);
        String matter = matter(agency);
        under(matter, officer).get(path(id)).then().statusCode(200);
        by(officer).post(path(id) + "/acknowledgements").then().statusCode(201);
        recall(desk.supervisor, id, Map.of("recipients", List.of(agency.alias()), "reason", "WRONG_RECIPIENT"))
                .statusCode(201)
                .body("status", equalTo("RECALLED"))
                .body("deliveries.to.alias", equalTo(List.of(agency.alias())))
                .body("deliveries[0].progress", equalTo("RECALLED"));
        String absent = UUID.randomUUID().toString();
        for (String below : List.of("", "/responses", "/versions", "/differences", "/document", "/document.json")) {
            assertEquals(body(officer, matter, path(absent) + below), body(officer, matter, path(id) + below), below);
        }
        under(matter(agency), officer)
                .body(Map.of("outcome", "ARREST"))
                .post(path(id) + "/outcomes")
                .then()
                .statusCode(404);
        by(officer).get("/api/v1/disseminations").then().body("items", empty());
        under(matter, officer)
                .body(Map.of("identifier", Map.of("type", "PHONE", "scope", "", "value", referral.phone)))
                .post("/api/v1/searches")
                .then()
                .body("hits", empty());
        under(matter, officer)
                .queryParam("direction", "RECEIVED")
                .get("/api/v1/disclosures")
                .then()
                .body("items", empty());
        under(matter(other), reader).get(path(id)).then().statusCode(200);
        notices(reader).body("items", empty());
    }

    @Test
    void theRecipientIsToldToDeleteAndTheFiuSeesWhoHasNotConfirmed() {
        String id = desk.disseminated(received(), agency);
        recall(desk.supervisor, id, FROM_ALL).statusCode(201);
        String notice = notices(officer)
                .body("items.size()", equalTo(1))
                .body("items[0].dissemination_id", equalTo(id))
                .body("items[0].instruction", notNullValue())
                .body("items[0].confirmed_at", nullValue())
                .body("items[0].reason", nullValue())
                .extract()
                .path("items[0].id");
        assertEquals(List.of("all dissemination.read urgent"), Told.about(UUID.fromString(notice)));
        by(desk.analyst)
                .get(path(id) + "/deliveries")
                .then()
                .body("items[0].owes", equalTo("DELETION"))
                .body("items[0].deletion_confirmed_at", nullValue());
        Person stranger = Institutions.agency().person(Role.LE_OFFICER);
        confirm(stranger, notice).statusCode(404);
        confirm(officer, notice).statusCode(201).body("confirmed_at", notNullValue());
        confirm(agency.person(Role.LE_OFFICER), notice).statusCode(409);
        by(desk.analyst)
                .get(path(id) + "/recalls")
                .then()
                .statusCode(200)
                .body("items[0].deliveries[0].owes", equalTo("NOTHING"))
                .body("items[0].deliveries[0].deletion_confirmed_at", notNullValue());
        recall(desk.supervisor, id, FROM_ALL).statusCode(409).body("violations[0].code", equalTo("nothing_to_recall"));
    }

    @Test
    void anAnalystAsksForItAndAnotherPersonDecides() {
        String id = desk.disseminated(received(), agency);
        String matter = matter(agency);
        recall(desk.analyst, id, FROM_ALL).statusCode(403);
        String declined = request(desk.analyst, id, FROM_ALL)
                .statusCode(201)
                .body("status", equalTo("REQUESTED"))
                .extract()
                .path("id");
        assertEquals(List.of("all disclosure.recall urgent"), Told.about(UUID.fromString(declined)));
        under(matter, officer).get(path(id)).then().statusCode(200);
        decide(desk.supervisor, declined, "DECLINE").statusCode(200).body("status", equalTo("DECLINED"));
        decide(desk.supervisor, declined, "APPROVE").statusCode(409);
        under(matter, officer).get(path(id)).then().statusCode(200);
        String own =
                request(desk.supervisor, id, FROM_ALL).statusCode(201).extract().path("id");
        decide(desk.supervisor, own, "APPROVE").statusCode(403).body("type", equalTo("/problems/same-person"));
        decide(desk.analyst, own, "APPROVE").statusCode(403);
        decide(desk.fiu.person(Role.FIU_SUPERVISOR), own, "APPROVE").statusCode(200);
        under(matter, officer).get(path(id)).then().statusCode(404);
    }

    @Test
    void aRecallNeedsASecondFactorAReasonAndSomebodyWhoHasIt() {
        String id = desk.disseminated(received(), agency);
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.ofOneFactor(desk.supervisor))
                .contentType("application/json")
                .body(FROM_ALL)
                .post(path(id) + "/recalls")
                .then()
                .statusCode(401);
        recall(desk.supervisor, id, Map.of("every_version", true)).statusCode(400);
        recall(desk.supervisor, id, Map.of("reason", "WRONG_CONTENT", "recipients", List.of("fiu")))
                .statusCode(400)
                .body("violations[0].field", equalTo("recipients[0]"));
        SubmittedReferral referral = received();
        String draft = desk.draft(form(desk.caseOf(desk.accepted(referral)), referral, agency))
                .statusCode(201)
                .extract()
                .path("id");
        recall(desk.supervisor, draft, FROM_ALL).statusCode(409);
        recall(officer, id, FROM_ALL).statusCode(403);
    }

    @Test
    void whatANamedPersonHadIsToldToThatPersonAlone() throws SQLException {
        Person colleague = agency.person(Role.LE_OFFICER);
        UUID colleagueId = Drafts.id(colleague);
        Drafts.id(officer);
        SubmittedReferral referral = received();
        Map<String, Object> form = form(desk.caseOf(desk.accepted(referral)), referral);
        form.put("handling", Map.of("tlp", "TLP:RED", "pap", "PAP:RED"));
        form.put(
                "recipient_people",
                List.of(
                        Map.of("agency", agency.alias(), "login", officer.login()),
                        Map.of("agency", agency.alias(), "login", colleague.login())));
        String id = desk.disseminated(form);
        recall(
                        desk.supervisor,
                        id,
                        Map.of(
                                "reason",
                                "WRONG_RECIPIENT",
                                "recipient_people",
                                List.of(Map.of("agency", agency.alias(), "login", officer.login()))))
                .statusCode(201);
        String matter = matter(agency);
        under(matter, officer).get(path(id)).then().statusCode(404);
        under(matter, colleague).get(path(id)).then().statusCode(200);
        String notice = notices(officer).extract().path("items[0].id");
        notices(colleague).body("items", empty());
        confirm(colleague, notice).statusCode(404);
        assertEquals(
                List.of(),
                Database.query(agency.id(), colleagueId, "select id from recall_notice where owner <> ?", agency.id()));
        confirm(officer, notice).statusCode(201);
    }

    @Test
    void nobodyConfirmsInSqlWhatWasNotRecalledFromThem() {
        String id = desk.disseminated(received(), agency);
        String insert = "insert into dissemination_response (id, owner, object_id, object_owner, kind, written_by, at)"
                + " values (gen_random_uuid(), ?, ?, ?, 'DELETION_CONFIRMED', gen_random_uuid(), now())";
        assertThrows(
                SQLException.class,
                () -> Database.update(
                        agency.id(), Drafts.id(officer), insert, agency.id(), UUID.fromString(id), desk.fiu.id()));
    }

    @Test
    void aReminderOfTheDeletionGoesOutUntilItIsConfirmed() {
        String id = desk.disseminated(received(), agency);
        recall(desk.supervisor, id, FROM_ALL).statusCode(201);
        String notice = notices(officer).extract().path("items[0].id");
        due(id);
        by(desk.analyst)
                .get("/api/v1/overdue-answers?page_size=200")
                .then()
                .body("items.dissemination_id", hasItem(id));
        clock.look();
        clock.look();
        assertEquals(
                List.of("all dissemination.read urgent", "all dissemination.acknowledge routine"),
                Told.about(UUID.fromString(notice)));
        confirm(officer, notice).statusCode(201);
        due(id);
        clock.look();
        assertEquals(2, Told.about(UUID.fromString(notice)).size());
        by(desk.analyst)
                .get("/api/v1/overdue-answers?page_size=200")
                .then()
                .body("items.dissemination_id", not(hasItem(id)));
    }

    private static void due(String id) {
        Database.updateAsSuperuser(
                "update dissemination_delivery set due_at = now() - interval '1 hour',"
                        + " remind_at = now() - interval '1 hour' where version_id = ?",
                UUID.fromString(id));
    }
}
