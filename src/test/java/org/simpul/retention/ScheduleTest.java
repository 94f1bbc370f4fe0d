package org.simpul.retention;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Told;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.simpul.retention.RetentionSteps.SCHEDULES;
import static org.simpul.retention.RetentionSteps.schedule;

@QuarkusTest
class ScheduleTest extends HubTest {
    private final RetentionSteps steps = new RetentionSteps();
    private final Institution bank = Institutions.bank();
    private final Person officer = bank.person(Role.COMPLIANCE_OFFICER);

    private String proposed() {
        return steps.propose(schedule(LocalDate.now(), 60, "LEAD"))
                .statusCode(201)
                .body("status", equalTo("PROPOSED"))
                .extract()
                .path("id");
    }

    @Test
    void whatTheFiuProposesIsInForceWhenTheOverseerHasApprovedAndTheOperatorInstalledIt() {
        String id = proposed();
        String path = SCHEDULES + "/" + id;
        assertTrue(Told.about(UUID.fromString(id)).contains("all retention.approve routine"));
        steps.act(steps.operator, path, "/installations", Map.of()).statusCode(409);
        steps.act(steps.overseer, path, "/decisions", Map.of("decision", "APPROVE"))
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("decided_at", notNullValue());
        assertTrue(Told.about(UUID.fromString(id)).contains("all retention.install routine"));
        as(officer).get("/api/v1/retention-classes").then().statusCode(200);
        steps.act(steps.operator, path, "/installations", Map.of())
                .statusCode(200)
                .body("status", equalTo("INSTALLED"));
        as(officer)
                .get("/api/v1/retention-classes")
                .then()
                .body("items.find { it.record_class == 'LEAD' }.months", equalTo(60))
                .body("items.find { it.record_class == 'LEAD' }.law_reference", equalTo("Pasal 1"))
                // to be set by the FIU
                .body("items.find { it.record_class == 'NOTIFICATION' }.months", equalTo(null))
                .body("items.record_class", not(hasItem("SUBMISSION")));
        steps.act(steps.operator, path, "/installations", Map.of()).statusCode(409);
    }

    @Test
    void whatIsDeclinedIsNeverInstalled() {
        String path = SCHEDULES + "/" + proposed();
        steps.act(steps.overseer, path, "/decisions", Map.of("decision", "DECLINE"))
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
        steps.act(steps.overseer, path, "/decisions", Map.of("decision", "DECLINE", "reason", "Too short."))
                .statusCode(200)
                .body("status", equalTo("DECLINED"))
                .body("decline_reason", equalTo("Too short."));
        steps.act(steps.overseer, path, "/decisions", Map.of("decision", "APPROVE"))
                .statusCode(409);
        steps.act(steps.operator, path, "/installations", Map.of()).statusCode(409);
    }

    @Test
    void anotherDigestIsNotWhatWasRead() {
        String path = SCHEDULES + "/" + proposed();
        as(steps.overseer)
                .body(Map.of("decision", "APPROVE", "digest", "0".repeat(64)))
                .post(path + "/decisions")
                .then()
                .statusCode(412);
    }

    @Test
    void aScheduleGivesEachClassOnePeriodFromTodayOn() {
        steps.propose(schedule(LocalDate.now(), 60, "LEAD", "LEAD"))
                .statusCode(400)
                .body("violations[0].field", equalTo("periods[1].record_class"));
        steps.propose(schedule(LocalDate.now(), 60, "SUBMISSION")).statusCode(400);
        steps.propose(schedule(LocalDate.now().minusDays(2), 60, "LEAD")).statusCode(400);
        steps.propose(schedule(LocalDate.now(), 0, "LEAD")).statusCode(400);
    }

    @Test
    void whatIsNotInstalledIsSeenByThoseWhoOverseeAlone() throws SQLException {
        String id = proposed();
        assertEquals(
                List.of(),
                Database.query(
                        bank.id(),
                        null,
                        "select id from retention_schedule where id = ?::uuid union all"
                                + " select schedule_id from retention_period where schedule_id = ?::uuid",
                        id,
                        id));
        as(officer).get(SCHEDULES + "/" + id).then().statusCode(403);
    }

    /** The database asks it again: neither the FIU nor the overseer can do what is the other's. */
    @Test
    void theDatabaseTakesADecisionFromItsOfficeAlone() {
        String id = proposed();
        for (Person person : List.of(steps.supervisor, steps.analyst)) {
            assertThrows(SQLException.class, () -> say(steps.fiu.id(), person, id, "APPROVE"));
            assertThrows(SQLException.class, () -> say(steps.fiu.id(), person, id, "INSTALL"));
        }
        UUID overseer = institution(steps.overseer);
        assertThrows(SQLException.class, () -> say(overseer, steps.overseer, id, "INSTALL"));
        UUID operator = institution(steps.operator);
        assertThrows(SQLException.class, () -> say(operator, steps.operator, id, "APPROVE"));
        // not approved
        assertThrows(SQLException.class, () -> say(operator, steps.operator, id, "INSTALL"));
    }

    @Test
    void noPeriodIsAddedToWhatWasDecided() {
        String id = proposed();
        steps.act(steps.overseer, SCHEDULES + "/" + id, "/decisions", Map.of("decision", "APPROVE"))
                .statusCode(200);
        assertThrows(
                SQLException.class,
                () -> Database.update(
                        steps.fiu.id(),
                        null,
                        "insert into retention_period (owner, schedule_id, class, months, law_reference)"
                                + " values (?, ?::uuid, 'CASE', 1, 'none')",
                        steps.fiu.id(),
                        id));
    }

    private static UUID institution(Person person) {
        return (UUID) Database.queryAsSuperuser("select id from participant where alias = ?", person.organization())
                .get(0);
    }

    private static void say(UUID institution, Person person, String schedule, String kind) throws SQLException {
        UUID self = org.simpul.testing.Drafts.id(person);
        Database.update(
                institution,
                self,
                """
                insert into retention_decision (id, owner, object_kind, object_id, object_owner, kind, digest, person_id, at)
                select gen_random_uuid(), ?, 'RETENTION_SCHEDULE', id, owner, ?, digest, ?, now()
                from retention_schedule where id = ?::uuid
                """,
                institution,
                kind,
                self,
                schedule);
    }
}
