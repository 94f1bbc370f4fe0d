package org.simpul.oversight;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.simpul.oversight.BreachSteps.BREACHES;
import static org.simpul.oversight.BreachSteps.step;

/** A breach of personal data, from its discovery to its closure by a second person. */
@QuarkusTest
class BreachTest extends HubTest {
    @Inject
    BreachClock clock;

    private final Institution fiu = Institutions.fiu();
    private final Person supervisor = fiu.person(Role.FIU_SUPERVISOR);
    private final Person second = fiu.person(Role.FIU_SUPERVISOR);
    private final Institution council = Institutions.admit(ParticipantKind.SUPERVISOR);
    private final Person overseer = council.person(Role.OVERSIGHT_AUDITOR);

    private static ValidatableResponse take(Person who, String breach, Map<String, Object> step) {
        String tag = as(who).get(BREACHES + "/" + breach).header("ETag");
        return as(who).header("If-Match", tag)
                .body(step)
                .post(BREACHES + "/" + breach + "/steps")
                .then();
    }

    private static Map<String, Object> told(String step) {
        Map<String, Object> told = step(step, "Letter B-17/2026.");
        told.put("told_at", Instant.now().minus(1, ChronoUnit.MINUTES).toString());
        return told;
    }

    private static Instant hoursAgo(long hours) {
        return Instant.now().minus(hours, ChronoUnit.HOURS).minus(1, ChronoUnit.MINUTES);
    }

    @Test
    void everyStepIsKeptAndTheOverseerReadsThem() {
        String breach = BreachSteps.recorded(supervisor);
        take(supervisor, breach, step("ASSESS", "Three people.")).statusCode(200);
        take(supervisor, breach, told("TELL_AUTHORITY")).statusCode(200);
        take(second, breach, told("TELL_SUBJECTS")).statusCode(200).body("overdue", equalTo(false));
        // the clock is silent from now on: at its beginning, and at each of the two, the overseer is told
        assertEquals(3, Told.to(council.id(), UUID.fromString(breach)));
        as(overseer)
                .get(BREACHES + "/" + breach)
                .then()
                .statusCode(200)
                .body("history.step", contains("RECORD", "ASSESS", "TELL_AUTHORITY", "TELL_SUBJECTS"))
                .body("history[1].text", equalTo("Three people."))
                .body("persons", equalTo("UP_TO_10"));
        as(overseer).get(BREACHES).then().statusCode(200).body("items.id", hasItem(breach));
        as(fiu.person(Role.OVERSIGHT_AUDITOR))
                .get(BREACHES + "/" + breach)
                .then()
                .statusCode(200);
        as(overseer)
                .header("If-Match", "\"0\"")
                .body(step("ASSESS", "None."))
                .post(BREACHES + "/" + breach + "/steps")
                .then()
                .statusCode(403);
    }

    @Test
    void aSecondPersonClosesItWithTheHistoryThatWasRead() {
        String breach = BreachSteps.recorded(supervisor);
        take(supervisor, breach, step("PROPOSE_CLOSURE", "Deleted by the recipient."))
                .statusCode(409)
                .body("violations.code", contains("breach_not_told"));
        take(supervisor, breach, told("TELL_AUTHORITY")).statusCode(200);
        take(supervisor, breach, told("TELL_SUBJECTS")).statusCode(200);
        take(supervisor, breach, step("PROPOSE_CLOSURE", "Deleted by the recipient."))
                .statusCode(200);
        take(supervisor, breach, step("CLOSE", "Done.")).statusCode(403);
        take(supervisor, breach, step("DECLINE_CLOSURE", "Not yet.")).statusCode(403);
        take(supervisor, breach, step("ASSESS", "More.")).statusCode(409);
        as(second)
                .header("If-Match", "\"0\"")
                .body(step("CLOSE", "Done."))
                .post(BREACHES + "/" + breach + "/steps")
                .then()
                .statusCode(412);
        take(second, breach, step("DECLINE_CLOSURE", "The copies are not deleted."))
                .statusCode(200)
                .body("status", equalTo("OPEN"));
        take(second, breach, step("PROPOSE_CLOSURE", "Told.")).statusCode(200);
        take(supervisor, breach, step("CLOSE", "Agreed."))
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("history.size()", equalTo(7));
        assertEquals(4, Told.to(council.id(), UUID.fromString(breach)));
        take(second, breach, step("ASSESS", "More.")).statusCode(409);
    }

    @Test
    void theDatabaseKeepsTheHistoryAndASecondPersonByItself() {
        String breach = BreachSteps.recorded(supervisor);
        UUID id = UUID.fromString(breach);
        for (String sql : List.of(
                "update breach_entry set text = 'other' where breach_id = ?",
                "delete from breach_entry where breach_id = ?",
                "update breach set discovered_at = now() where id = ?",
                "update breach set authority_told_at = discovered_at - interval '1 minute' where id = ?",
                "update breach set status = 'CLOSED', closed_at = now(), closed_by = gen_random_uuid(),"
                        + " closure_proposed_by = recorded_by where id = ?",
                "update breach set due_at = now() + interval '1 year' where id = ?",
                "delete from breach where id = ?",
                "update breach set status = 'CLOSED', closed_at = now(), closed_by = recorded_by,"
                        + " closure_proposed_by = recorded_by where id = ?")) {
            assertThrows(SQLException.class, () -> Database.update(fiu.id(), null, sql, id), sql);
        }
    }

    @Test
    void itIsWarnedOnceAtEachTimeAndTheOverseerIsAlertedWhenItIsOver() {
        String breach = BreachSteps.recorded(supervisor, hoursAgo(24));
        UUID id = UUID.fromString(breach);
        long atFirst = Told.to(council.id(), id);
        clock.tick();
        clock.tick();
        as(overseer).get(BREACHES + "/" + breach).then().body("history.step", contains("RECORD", "WARN"));
        discovered(id, 61);
        clock.tick();
        clock.tick();
        as(overseer)
                .get(BREACHES + "/" + breach)
                .then()
                .body("history.step", contains("RECORD", "WARN", "WARN"))
                .body("overdue", equalTo(false));
        assertEquals(atFirst, Told.to(council.id(), id));
        discovered(id, 73);
        clock.tick();
        clock.tick();
        as(overseer)
                .get(BREACHES + "/" + breach)
                .then()
                .body("history.step", contains("RECORD", "WARN", "WARN", "PASS"))
                .body("history[3].taken_by", nullValue())
                .body("overdue", equalTo(true));
        assertEquals(atFirst + 1, Told.to(council.id(), id));
        assertEquals(List.of(true), Database.queryAsSuperuser("select look_at is null from breach where id = ?", id));
        assertEquals(
                4,
                Told.about(id).stream()
                        .filter("all breach.record urgent"::equals)
                        .count());
    }

    private static void discovered(UUID breach, int hours) {
        Database.updateAsSuperuser(
                "update breach set discovered_at = now() - make_interval(hours => ?),"
                        + " due_at = now() - make_interval(hours => ?) + interval '72 hours', look_at = now() where id = ?",
                hours,
                hours,
                breach);
    }

    @Test
    void theClockStandsStillOnceBothAreTold() {
        String breach = BreachSteps.recorded(supervisor, hoursAgo(25));
        take(supervisor, breach, told("TELL_SUBJECTS")).statusCode(200);
        take(supervisor, breach, told("TELL_AUTHORITY")).statusCode(200);
        clock.tick();
        as(overseer)
                .get(BREACHES + "/" + breach)
                .then()
                .body("history.step", contains("RECORD", "TELL_SUBJECTS", "TELL_AUTHORITY"));
        take(supervisor, breach, step("TELL_AUTHORITY", "Again.")).statusCode(400);
        take(supervisor, breach, step("WARN", "I am the clock.")).statusCode(400);
    }

    @Test
    void nobodyIsToldOfABreachBeforeItIsKnown() {
        String breach = BreachSteps.recorded(supervisor, hoursAgo(2));
        Map<String, Object> before = step("TELL_AUTHORITY", "Letter B-17/2026.");
        before.put("told_at", hoursAgo(3).toString());
        take(supervisor, breach, before).statusCode(400).body("violations.code", contains("before_discovery"));
    }

    @Test
    void whatConcernsNobodyIsClosedWithoutTelling() {
        Map<String, Object> form = new HashMap<>(BreachSteps.form());
        form.put("persons", "NONE");
        String breach = as(supervisor)
                .body(form)
                .post(BREACHES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        take(supervisor, breach, step("PROPOSE_CLOSURE", "Test data.")).statusCode(200);
        take(second, breach, step("CLOSE", "Agreed.")).statusCode(200);
    }

    @Test
    void anotherInstitutionFindsNone() throws SQLException {
        UUID breach = UUID.fromString(BreachSteps.recorded(supervisor));
        for (Institution other : List.of(Institutions.bank(), Institutions.agency())) {
            assertEquals(List.of(), Database.query(other.id(), null, "select id from breach where id = ?", breach));
            assertEquals(
                    List.of(),
                    Database.query(other.id(), null, "select id from breach_entry where breach_id = ?", breach));
        }
        as(Institutions.bank().person(Role.COMPLIANCE_OFFICER))
                .get(BREACHES + "/" + breach)
                .then()
                .statusCode(403);
    }
}
