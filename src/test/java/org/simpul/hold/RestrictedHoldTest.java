package org.simpul.hold;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
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

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A hold that a restricted case gave the reason for is for the case's team. */
@QuarkusTest
class RestrictedHoldTest extends HubTest {
    private static final String ID = "[0-9a-f]{8}-[0-9a-f-]{27}";

    @Inject
    OutboxDispatcher outbox;

    private final HoldSteps steps = new HoldSteps();
    private final Institution bank = Institutions.bank();
    private final Person officer = bank.person(Role.COMPLIANCE_OFFICER);
    private final Person colleague = steps.fiu.person(Role.FIU_ANALYST);
    private final Person otherSupervisor = steps.fiu.person(Role.FIU_SUPERVISOR);
    private String file;
    private Map<String, Object> form;
    private String hold;
    private UUID version;

    @BeforeEach
    void aHoldThatARestrictedCaseGaveTheReasonFor() {
        List.of(steps.analyst, steps.supervisor, colleague, otherSupervisor).forEach(Drafts::id);
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        UUID intake = new Desk().accepted(referral);
        file = Desk.by(steps.analyst)
                .body(Map.of("title", "A colleague's account", "intake_ids", List.of(intake), "restricted", true))
                .post("/api/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Desk.by(steps.analyst)
                .body(Map.of("login", steps.supervisor.login()))
                .post("/api/v1/cases/" + file + "/members")
                .then()
                .statusCode(200);
        form = HoldSteps.halt(bank, HoldSteps.anyAccount());
        form.put("origins", List.of(Map.of("kind", "CASE", "id", file)));
        hold = steps.requested(form);
        version = (UUID) Drafts.value("select id from hold_version where hold_id = ?", UUID.fromString(hold));
        HoldSteps.answer(officer, hold, "EXECUTED").statusCode(200);
        outbox.drain();
        // and what that put out
        outbox.drain();
    }

    private static void assertAbsent(Response hidden, Response absent) {
        assertEquals(404, hidden.statusCode());
        assertEquals(absent.asString().replaceAll(ID, ""), hidden.asString().replaceAll(ID, ""));
    }

    private static Response get(Person who, String id) {
        return Desk.by(who).get(HoldSteps.HOLDS + "/" + id);
    }

    private static Response post(Person who, String id, String below, Object body) {
        return Desk.by(who).body(body).post(HoldSteps.HOLDS + "/" + id + below);
    }

    @Test
    void itIsAbsentForEverybodyOutsideOfTheTeam() {
        String draft = HoldSteps.draft(steps.analyst, form(Map.of("kind", "CASE", "id", file)));
        String none = UUID.randomUUID().toString();
        for (Person outsider : List.of(colleague, otherSupervisor)) {
            for (String id : List.of(hold, draft)) {
                assertAbsent(get(outsider, id), get(outsider, none));
                assertAbsent(post(outsider, id, "/handovers", Map.of()), post(outsider, none, "/handovers", Map.of()));
                assertAbsent(
                        post(outsider, id, "/cancellations", Map.of()),
                        post(outsider, none, "/cancellations", Map.of()));
                Map<String, Object> release = HoldSteps.step("RELEASE");
                assertAbsent(post(outsider, id, "/steps", release), post(outsider, none, "/steps", release));
                assertAbsent(
                        Desk.by(outsider).header("If-Match", "\"0\"").body(form).put(HoldSteps.HOLDS + "/" + id),
                        Desk.by(outsider).header("If-Match", "\"0\"").body(form).put(HoldSteps.HOLDS + "/" + none));
                Desk.by(outsider)
                        .get(HoldSteps.HOLDS + "?page_size=200")
                        .then()
                        .statusCode(200)
                        .body("items.id", not(hasItem(id)));
            }
            assertFalse(isNotified(outsider));
            Desk.by(outsider)
                    .get("/api/v1/disclosures?page_size=200")
                    .then()
                    .statusCode(200)
                    .body("items.object_id", not(hasItem(version.toString())));
            // nor does it give a reason to whom it is hidden from
            Desk.by(outsider)
                    .body(form(Map.of("kind", "HOLD", "id", hold)))
                    .post(HoldSteps.HOLDS)
                    .then()
                    .statusCode(400);
        }
        assertAbsent(decide(otherSupervisor, hold), decide(otherSupervisor, none));
    }

    @Test
    void itsLetterIsTakenAsEarlyAsOneThatIsSeen() {
        Map<String, Object> visible = HoldSteps.halt(bank, HoldSteps.anyAccount());
        steps.requested(visible);
        String draft = HoldSteps.draft(colleague, HoldSteps.halt(bank, HoldSteps.anyAccount()));
        String running = steps.requested(HoldSteps.halt(bank, HoldSteps.anyAccount()));
        HoldSteps.answer(officer, running, "EXECUTED").statusCode(200);
        outbox.drain();
        List<String> seen = refused(draft, running, visible.get("official_reference"));
        assertEquals(
                4, seen.stream().filter(it -> it.contains("hold_letter_taken")).count(), seen.toString());
        assertEquals(seen, refused(draft, running, form.get("official_reference")));
    }

    /** What an outsider hears of a letter at each step that names one. */
    private List<String> refused(String draft, String running, Object letter) {
        Map<String, Object> request = HoldSteps.halt(bank, HoldSteps.anyAccount());
        request.put("official_reference", letter);
        Map<String, Object> extension = new HashMap<>(HoldSteps.step("EXTENSION"));
        Map<String, Object> release = new HashMap<>(HoldSteps.step("RELEASE"));
        extension.put("official_reference", letter);
        release.put("official_reference", letter);
        return Stream.of(
                        Desk.by(colleague).body(request).post(HoldSteps.HOLDS),
                        Desk.by(colleague)
                                .header("If-Match", get(colleague, draft).header("ETag"))
                                .body(request)
                                .put(HoldSteps.HOLDS + "/" + draft),
                        post(colleague, running, "/steps", extension),
                        post(colleague, running, "/steps", release))
                .map(answer -> answer.statusCode() + answer.asString().replaceAll(ID, ""))
                .toList();
    }

    private Map<String, Object> form(Map<String, Object> origin) {
        Map<String, Object> other = HoldSteps.halt(bank, HoldSteps.anyAccount());
        other.put("origins", List.of(origin));
        return other;
    }

    private static Response decide(Person who, String id) {
        return post(who, id, "/decisions", Map.of("decision", "APPROVE", "digest", "0".repeat(64)));
    }

    /** Whether somebody of the FIU is told that there is an item, which is about the hold. */
    private boolean isNotified(Person who) {
        List<Object> told = Desk.by(who)
                .get("/api/v1/notifications?page_size=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        return Database.queryAsSuperuser(
                        "select cast(id as text) from notification where owner = ? and object_id = ?",
                        steps.fiu.id(),
                        UUID.fromString(hold))
                .stream()
                .anyMatch(told::contains);
    }

    @Test
    void itsTeamTheBankAndTheJobsOfTheHubKeepIt() {
        for (Person member : List.of(steps.analyst, steps.supervisor)) {
            get(member, hold).then().statusCode(200).body("status", equalTo("EXECUTED"));
            Desk.by(member).get(HoldSteps.HOLDS + "?page_size=200").then().body("items.id", hasItem(hold));
            Desk.by(member)
                    .get("/api/v1/disclosures?page_size=200")
                    .then()
                    .body("items.object_id", hasItem(version.toString()));
            assertTrue(isNotified(member));
        }
        HoldSteps.read(officer, hold).statusCode(200).body("status", equalTo("EXECUTED"));
        steps.takes(hold, "RELEASE");
        HoldSteps.read(officer, hold).body("status", equalTo("RELEASED"));
    }

    @Test
    void aCaseThatIsOpenedOpensIt() {
        get(colleague, hold).then().statusCode(404);
        Desk.by(steps.analyst)
                .header(
                        "If-Match",
                        Desk.by(steps.analyst).get("/api/v1/cases/" + file).header("ETag"))
                .body(Map.of("restricted", false))
                .put("/api/v1/cases/" + file + "/restriction")
                .then()
                .statusCode(200);
        get(colleague, hold).then().statusCode(200);
    }

    @Test
    void theDatabaseAloneHidesIt() throws SQLException {
        UUID id = UUID.fromString(hold);
        UUID fiu = steps.fiu.id();
        Map<String, UUID> rows = Map.of(
                "select count(*) from hold where id = ?", id,
                "select count(*) from hold_version where hold_id = ?", id,
                "select count(*) from hold_account where version_id = ?", version,
                "select count(*) from hold_answer where object_id = ?", id,
                "select count(*) from disclosure where object_id = ?", version);
        for (Map.Entry<String, UUID> row : rows.entrySet()) {
            for (Person outsider : List.of(colleague, otherSupervisor)) {
                assertEquals(List.of(0L), Database.query(fiu, Drafts.id(outsider), row.getKey(), row.getValue()));
            }
            assertNotEquals(List.of(0L), Database.query(fiu, Drafts.id(steps.analyst), row.getKey(), row.getValue()));
            assertNotEquals(List.of(0L), Database.query(fiu, null, row.getKey(), row.getValue()));
            if (!row.getKey().contains("from hold where")) {
                assertNotEquals(
                        List.of(0L), Database.query(bank.id(), Drafts.id(officer), row.getKey(), row.getValue()));
            }
        }
        assertEquals(
                0,
                Database.update(fiu, Drafts.id(colleague), "update hold set revision = revision + 1 where id = ?", id));
    }

    @Test
    void anOriginThatTheWriterDoesNotSeeStays() {
        String draft = HoldSteps.draft(steps.analyst, HoldSteps.halt(bank, HoldSteps.anyAccount()));
        Database.updateAsSuperuser(
                "insert into hold_origin (owner, hold_id, kind, object_id) values (?, ?, 'INTAKE', ?)",
                steps.fiu.id(),
                UUID.fromString(draft),
                version);
        for (Object origins : List.of(List.of(Map.of("kind", "HOLD", "id", hold)), List.of())) {
            Map<String, Object> edited = HoldSteps.halt(bank, HoldSteps.anyAccount());
            edited.put("origins", origins);
            Desk.by(steps.analyst)
                    .header("If-Match", get(steps.analyst, draft).header("ETag"))
                    .body(edited)
                    .put(HoldSteps.HOLDS + "/" + draft)
                    .then()
                    .statusCode(200)
                    .body("desk.origins.size()", equalTo(((List<?>) origins).size()));
            assertEquals(
                    ((List<?>) origins).size() + 1,
                    Drafts.count("from hold_origin where hold_id = ?", UUID.fromString(draft)));
        }
    }
}
