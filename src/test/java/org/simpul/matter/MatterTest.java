package org.simpul.matter;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.casework.SubmittedReferral;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

@QuarkusTest
class MatterTest extends HubTest {
    private static final String MATTERS = "/api/v1/matters/";

    @Inject
    OutboxDispatcher outbox;

    @Inject
    MatterClock clock;

    private final Institution agency = Institutions.agency();
    private final Person supervisor = agency.person(Role.LE_SUPERVISOR);
    private final Person officer = agency.person(Role.LE_OFFICER);
    private final String number = "LP/" + UUID.randomUUID();

    private UUID registered() {
        return UUID.fromString(as(supervisor)
                .body(matter(number, 30))
                .post("/api/v1/matters")
                .then()
                .statusCode(201)
                .body("status", equalTo("LIVE"))
                .extract()
                .path("id"));
    }

    private static Map<String, Object> matter(String number, int days) {
        return Map.of("number", number, "offence", "CHILD_SEXUAL_EXPLOITATION", "expires_at", in(days));
    }

    private static String in(int days) {
        return Instant.now().plus(days, ChronoUnit.DAYS).toString();
    }

    private static Map<String, Object> later(int days) {
        return Map.of("expires_at", in(days), "reason", "The trial goes on.");
    }

    private static Response close(Person who, UUID id) {
        return as(who).body(Map.of("reason", "The judgment is final.")).post(MATTERS + id + "/closures");
    }

    private static Response extend(Person who, UUID id, int days) {
        return as(who).body(later(days)).post(MATTERS + id + "/extensions");
    }

    @Test
    void howLongAMatterRunsIsBounded() {
        as(supervisor)
                .body(matter("LP/" + UUID.randomUUID(), 800))
                .post("/api/v1/matters")
                .then()
                .statusCode(400)
                .body("violations.field", contains("expires_at"));
        UUID id = registered();
        extend(supervisor, id, 800).then().statusCode(400).body("violations.code", contains("too_far"));
        extend(supervisor, id, 10).then().statusCode(400).body("violations.code", contains("not_later"));
        extend(supervisor, id, 60)
                .then()
                .statusCode(200)
                .body("reason", equalTo("The trial goes on."))
                .body("status", equalTo("LIVE"));
        as(supervisor)
                .body(Map.of("expires_at", in(90)))
                .post(MATTERS + id + "/extensions")
                .then()
                .statusCode(400);
    }

    @Test
    void theSupervisorOfItsAgencyAloneMovesIt() {
        UUID id = registered();
        extend(officer, id, 60).then().statusCode(403);
        close(officer, id).then().statusCode(403);
        Person other = Institutions.agency().person(Role.LE_SUPERVISOR);
        extend(other, id, 60).then().statusCode(404);
        close(other, id).then().statusCode(404);
        close(supervisor, id).then().statusCode(200).body("status", equalTo("CLOSED"));
        close(supervisor, id).then().statusCode(409);
        extend(supervisor, id, 60).then().statusCode(409).body("violations.code", contains("matter_closed"));
        as(officer).get("/api/v1/matters").then().body("items.status", contains("CLOSED"));
    }

    private RequestSpecification under() {
        return Desk.under(number, officer);
    }

    private List<Response> personLevel(String dissemination, String phone) {
        String path = "/api/v1/disseminations/" + dissemination;
        return List.of(
                under().body(Map.of("identifier", Map.of("type", "PHONE", "scope", "", "value", phone)))
                        .post("/api/v1/searches"),
                under().get(path),
                under().get(path + "/responses"),
                under().body(Map.of("outcome", "PENDING")).post(path + "/outcomes"),
                under().get("/api/v1/holds/" + UUID.randomUUID()));
    }

    @Test
    void aClosedOrExpiredMatterStopsAllPersonLevelWorkOnTheVeryNextRequest() {
        Desk desk = new Desk();
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        String dissemination = desk.disseminated(Desk.form(desk.caseOf(desk.accepted(referral)), referral, agency));
        // that it came is told without a matter: it ends the call of whoever is on duty
        as(officer)
                .post("/api/v1/disseminations/" + dissemination + "/acknowledgements")
                .then()
                .statusCode(201);
        UUID id = registered();
        assertEquals(
                List.of(200, 200, 200, 201, 404),
                personLevel(dissemination, referral.phone).stream()
                        .map(Response::statusCode)
                        .toList());
        Database.updateAsSuperuser("update matter set expires_at = now() - interval '1 second' where id = ?", id);
        stopped(dissemination, referral.phone);
        as(officer).get("/api/v1/matters").then().body("items.status", contains("EXPIRED"));
        extend(supervisor, id, 60).then().statusCode(200).body("status", equalTo("LIVE"));
        assertEquals(200, personLevel(dissemination, referral.phone).get(1).statusCode());
        close(supervisor, id).then().statusCode(200);
        stopped(dissemination, referral.phone);
        // and none at all
        as(officer)
                .header("Purpose", "LOCATE_AND_PROTECT")
                .body(Map.of("outcome", "PENDING"))
                .post("/api/v1/disseminations/" + dissemination + "/outcomes")
                .then()
                .statusCode(403);
        as(officer)
                .body(Map.of("outcome", "PENDING"))
                .post("/api/v1/disseminations/" + dissemination + "/outcomes")
                .then()
                .statusCode(400);
    }

    @Test
    void aNumberOpensNothingToAnotherAgencyAndIsRegisteredOnce() {
        registered();
        Institution other = Institutions.agency();
        String hold = "/api/v1/holds/" + UUID.randomUUID();
        under().get(hold).then().statusCode(404);
        Desk.under(number, other.person(Role.LE_OFFICER))
                .get(hold)
                .then()
                .statusCode(403)
                .body("type", endsWith("matter-not-live"));
        Desk.under("LP/" + UUID.randomUUID(), officer).get(hold).then().statusCode(403);
        as(supervisor)
                .body(matter(number, 30))
                .post("/api/v1/matters")
                .then()
                .statusCode(409)
                .body("violations.code", contains("matter_registered"));
        // the number is no secret of one agency
        as(other.person(Role.LE_SUPERVISOR))
                .body(matter(number, 30))
                .post("/api/v1/matters")
                .then()
                .statusCode(201);
    }

    private void stopped(String dissemination, String phone) {
        personLevel(dissemination, phone)
                .forEach(answer -> answer.then().statusCode(403).body("type", endsWith("matter-not-live")));
    }

    @Test
    void itsRegistrarIsToldOnceThatItEndsSoonAndItExpires() {
        UUID id = registered();
        UUID registrar = Drafts.id(supervisor);
        clock.look();
        assertEquals(List.of(), Told.about(id));
        Database.updateAsSuperuser("update matter set expires_at = now() + interval '13 days' where id = ?", id);
        clock.look();
        clock.look();
        assertEquals(List.of(registrar + " matter.register routine"), Told.about(id));
        // a later end warns anew, and somebody else where the registrar has gone
        extend(supervisor, id, 60).then().statusCode(200);
        Database.updateAsSuperuser("update matter set expires_at = now() + interval '13 days' where id = ?", id);
        Database.updateAsSuperuser("update person set status = 'SWITCHED_OFF' where id = ?", registrar);
        clock.look();
        assertEquals("all matter.register routine", Told.about(id).get(1));
        Database.updateAsSuperuser("update matter set expires_at = now() - interval '1 second' where id = ?", id);
        clock.look();
        clock.look();
        assertEquals(2, Told.about(id).size());
        assertEquals(List.of("EXPIRED"), Database.queryAsSuperuser("select status from matter where id = ?", id));
    }

    @Test
    void theDatabaseKeepsWhatIsClosed() throws SQLException {
        UUID id = registered();
        close(supervisor, id).then().statusCode(200);
        UUID person = Drafts.id(supervisor);
        assertEquals(0, Database.update(agency.id(), person, "update matter set status = 'LIVE' where id = ?", id));
        Institution other = Institutions.agency();
        assertEquals(
                0,
                Database.update(
                        other.id(),
                        Drafts.id(other.person(Role.LE_SUPERVISOR)),
                        "update matter set status = 'LIVE' where id = ?",
                        id));
        assertThrows(
                SQLException.class,
                () -> Database.update(agency.id(), person, "update matter set number = 'X' where id = ?", id));
    }
}
