package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.Role;
import org.simpul.access.SystemActor;
import org.simpul.outbox.NotifiedObjects.NotifiedObject;
import org.simpul.outbox.NotifiedRooms;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.simpul.casework.Desk.by;
import static org.simpul.casework.Desk.intakeOf;

/** A restricted case, and all that hangs on it, is for its team and for who has a grant that runs. */
@QuarkusTest
class RestrictedCaseTest extends HubTest {
    private static final String CASES = "/api/v1/cases/";
    private static final String ID = "[0-9a-f]{8}-[0-9a-f-]{27}";

    @Inject
    OutboxDispatcher outbox;

    @Inject
    SystemActor actor;

    @Inject
    ParticipantDirectory directory;

    @Inject
    NotifiedRooms rooms;

    private final Desk desk = new Desk();
    private final Person colleague = desk.fiu.person(Role.FIU_ANALYST);
    private final Person otherSupervisor = desk.fiu.person(Role.FIU_SUPERVISOR);
    private SubmittedReferral referral;
    private Institution agency;
    private UUID intake;
    private String file;
    private String dissemination;

    @BeforeEach
    void aRestrictedCaseWithEverything() {
        List.of(desk.analyst, desk.supervisor, colleague, otherSupervisor).forEach(Drafts::id);
        referral = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        intake = desk.accepted(referral);
        file = by(desk.analyst)
                .body(Map.of("title", "A colleague's account", "intake_ids", List.of(intake), "restricted", true))
                .post(CASES)
                .then()
                .statusCode(201)
                .body("restricted", equalTo(true))
                .extract()
                .path("id");
        by(desk.analyst)
                .body(Map.of("login", desk.supervisor.login()))
                .post(CASES + file + "/members")
                .then()
                .statusCode(200);
        by(desk.analyst)
                .body(Map.of("text", "Opened two days before."))
                .post(CASES + file + "/notes")
                .then()
                .statusCode(201);
        by(desk.analyst)
                .body(Map.of("title", "Compare the openings", "assignee", desk.analyst.login()))
                .post(CASES + file + "/tasks")
                .then()
                .statusCode(201);
        agency = Institutions.agency();
        dissemination = desk.disseminated(Desk.form(file, referral, agency));
    }

    private static void assertAbsent(Response hidden, Response absent, String what) {
        assertEquals(404, hidden.statusCode(), what);
        assertEquals(absent.asString().replaceAll(ID, ""), hidden.asString().replaceAll(ID, ""), what);
    }

    @Test
    void itIsAbsentForEverybodyOutsideOfItsTeam() {
        for (Person outsider : List.of(colleague, otherSupervisor)) {
            for (String below : List.of(
                    "",
                    "/notes",
                    "/tasks",
                    "/timeline",
                    "/grants",
                    "/network",
                    "/transactions",
                    "/possible-same-children")) {
                by(desk.analyst).get(CASES + file + below).then().statusCode(200);
                assertAbsent(
                        by(outsider).get(CASES + file + below),
                        by(outsider).get(CASES + UUID.randomUUID() + below),
                        below);
            }
            for (Map.Entry<String, Object> write : writes().entrySet()) {
                assertAbsent(
                        by(outsider).body(write.getValue()).post(CASES + file + write.getKey()),
                        by(outsider).body(write.getValue()).post(CASES + UUID.randomUUID() + write.getKey()),
                        write.getKey());
            }
            by(outsider).get(CASES).then().statusCode(200).body("items.id", not(hasItem(file)));
            assertAbsent(
                    by(outsider).get("/api/v1/disseminations/" + dissemination),
                    by(outsider).get("/api/v1/disseminations/" + UUID.randomUUID()),
                    "dissemination");
            assertAbsent(
                    by(outsider).get("/api/v1/disseminations/" + dissemination + "/responses"),
                    by(outsider).get("/api/v1/disseminations/" + UUID.randomUUID() + "/responses"),
                    "responses");
            by(outsider)
                    .get("/api/v1/disseminations")
                    .then()
                    .statusCode(200)
                    .body("items.id", not(hasItem(dissemination)));
            by(outsider)
                    .get("/api/v1/disclosures")
                    .then()
                    .statusCode(200)
                    .body("items.object_id", not(hasItem(dissemination)));
            String hits = by(outsider)
                    .body(Map.of("identifier", Map.of("type", "PHONE", "scope", "", "value", referral.phone)))
                    .post("/api/v1/searches")
                    .asString();
            assertFalse(hits.contains(dissemination), hits);
            // whoever drafts from it names a case that there is not
            by(outsider)
                    .body(Desk.form(file, referral, agency))
                    .post("/api/v1/disseminations")
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains("case_id"));
        }
        by(colleague).get("/api/v1/my-day").then().statusCode(200).body("cases", empty());
        by(desk.analyst).get("/api/v1/my-day").then().statusCode(200).body("cases.id", hasItem(file));
        by(desk.supervisor)
                .get("/api/v1/disclosures")
                .then()
                .statusCode(200)
                .body("items.object_id", hasItem(dissemination));
    }

    @Test
    void whatIsOverdueOrRecalledOfItIsItsTeams() throws Exception {
        Database.updateAsSuperuser(
                "update dissemination_delivery set due_at = now() - interval '1 day' where version_id = ?",
                UUID.fromString(dissemination));
        String overdue = "/api/v1/overdue-answers?page_size=200";
        by(desk.analyst).get(overdue).then().body("items.dissemination_id", hasItem(dissemination));
        String recall = by(desk.analyst)
                .body(Map.of("reason", "WRONG_CONTENT"))
                .post("/api/v1/disseminations/" + dissemination + "/recall-requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        by(colleague).get(overdue).then().statusCode(200).body("items.dissemination_id", not(hasItem(dissemination)));
        Map<String, String> decision = Map.of("decision", "APPROVE");
        assertAbsent(
                by(otherSupervisor).body(decision).post("/api/v1/recalls/" + recall + "/decisions"),
                by(otherSupervisor).body(decision).post("/api/v1/recalls/" + UUID.randomUUID() + "/decisions"),
                "recall");
        for (String table : List.of("dissemination_delivery", "dissemination_recall")) {
            assertEquals(
                    List.of(0L),
                    Database.query(
                            desk.fiu.id(),
                            Drafts.id(colleague),
                            "select count(*) from " + table + " where version_id = ?",
                            UUID.fromString(dissemination)),
                    table);
        }
        by(desk.supervisor)
                .body(decision)
                .post("/api/v1/recalls/" + recall + "/decisions")
                .then()
                .statusCode(200);
    }

    @Test
    void noMailboxRingsForAConsentOfIt() {
        UUID restricted = UUID.fromString(Onward.asked(agency, dissemination));
        SubmittedReferral other = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        String open = desk.disseminated(other, agency);
        UUID another = UUID.fromString(Onward.asked(agency, open));
        Set<NotifiedObject> both =
                Set.of(new NotifiedObject("CONSENT", restricted), new NotifiedObject("CONSENT", another));
        assertEquals(
                Set.of(new NotifiedObject("CONSENT", another)),
                actor.act("test", directory.fiu(), () -> rooms.seenByAll(both)));
    }

    private Map<String, Object> writes() {
        Map<String, Object> writes = new LinkedHashMap<>();
        writes.put("/intakes", Map.of("intake_id", intake));
        writes.put("/intakes/" + intake + "/removals", Map.of("reason", "None."));
        writes.put("/members", Map.of("login", colleague.login()));
        writes.put("/notes", Map.of("text", "Hello."));
        writes.put("/tasks", Map.of("title", "Hello."));
        writes.put("/money-flows", Map.of("by", "DAY", "from", "2026-03-01", "until", "2026-03-02"));
        writes.put("/network/expansions", Map.of("type", "PHONE", "scope", "", "value", referral.phone));
        return writes;
    }

    @Test
    void itsIntakeStaysAndDoesNotTellOfIt() {
        String before = by(colleague).get("/api/v1/intakes/" + intake).asString();
        assertFalse(before.contains(file), before);
        assertFalse(before.contains("restricted"), before);
        SubmittedReferral other = SubmittedReferral.of(Institutions.bank(), "P2", referral.phone);
        outbox.drain();
        String links = by(colleague)
                .get("/api/v1/intakes/" + intakeOf(other) + "/links")
                .then()
                .statusCode(200)
                .body("items.intake_id", hasItem(intake.toString()))
                .extract()
                .asString();
        assertFalse(links.contains(file), links);
        // a dissemination that told too much is named to those alone who see it
        Database.updateAsSuperuser(
                "update intake set told_in = array[?]::uuid[] where id = ?", UUID.fromString(dissemination), intake);
        by(desk.analyst).get("/api/v1/intakes/" + intake).then().body("intake.told_in", contains(dissemination));
        by(colleague).get("/api/v1/intakes/" + intake).then().body("intake.told_in", empty());
    }

    @Test
    void whatWasDoneAloneInItIsReviewedByItsTeam() throws SQLException {
        SubmittedReferral urgent = SubmittedReferral.of(Institutions.bank(), "P1", SubmittedReferral.anyPhone());
        outbox.drain();
        by(desk.analyst)
                .body(Map.of("intake_id", desk.accepted(urgent)))
                .post(CASES + file + "/intakes")
                .then()
                .statusCode(200);
        String draft = desk.draft(Desk.form(file, urgent, agency))
                .statusCode(201)
                .extract()
                .path("id");
        String path = "/api/v1/disseminations/" + draft;
        String act = by(desk.analyst)
                .header("If-Match", by(desk.analyst).get(path).header("ETag"))
                .body(Map.of("ground", "TRAVEL_TO_A_CHILD", "reason", "A colleague of ours flies tonight."))
                .post(path + "/alone-disseminations")
                .then()
                .statusCode(200)
                .extract()
                .path("alone_act_id");
        outbox.drain();
        by(otherSupervisor).get("/api/v1/alone-acts").then().statusCode(200).body("items.id", not(hasItem(act)));
        assertEquals(
                List.of(),
                Database.query(
                        desk.fiu.id(),
                        Drafts.id(otherSupervisor),
                        "select id from alone_act where id = ?",
                        UUID.fromString(act)));
        Map<String, Object> review =
                Map.of("verdict", "UPHELD", "reason", "As I would have.", "digest", "0".repeat(64));
        String reviews = "/reviews";
        assertAbsent(
                by(otherSupervisor).body(review).post("/api/v1/alone-acts/" + act + reviews),
                by(otherSupervisor).body(review).post("/api/v1/alone-acts/" + UUID.randomUUID() + reviews),
                reviews);
        String digest = by(desk.supervisor)
                .get("/api/v1/alone-acts")
                .then()
                .extract()
                .path("items.find { it.id == '" + act + "' }.digest");
        by(desk.supervisor)
                .body(Map.of("verdict", "UPHELD", "reason", "As I would have.", "digest", digest))
                .post("/api/v1/alone-acts/" + act + reviews)
                .then()
                .statusCode(200);
    }

    @Test
    void theDatabaseAloneHidesIt() throws SQLException {
        UUID id = UUID.fromString(file);
        UUID version = UUID.fromString(dissemination);
        Map<String, Object[]> rows = new LinkedHashMap<>();
        for (String table : List.of(
                "case_member",
                "case_intake",
                "case_note",
                "case_note_text",
                "case_task",
                "case_event",
                "dissemination")) {
            rows.put("select count(*) from " + table + " where case_id = ?", new Object[] {id});
        }
        rows.put("select count(*) from case_file where id = ?", new Object[] {id});
        rows.put("select count(*) from dissemination_version where id = ?", new Object[] {version});
        rows.put("select count(*) from disclosure where object_id = ?", new Object[] {version});
        for (String table : List.of(
                "dissemination_subject",
                "dissemination_identifier",
                "dissemination_transaction",
                "dissemination_origin",
                "dissemination_recipient")) {
            rows.put("select count(*) from " + table + " where version_id = ?", new Object[] {version});
        }
        UUID member = Drafts.id(desk.analyst);
        for (Person outsider : List.of(colleague, otherSupervisor)) {
            for (Map.Entry<String, Object[]> row : rows.entrySet()) {
                assertEquals(
                        0L,
                        Database.query(desk.fiu.id(), Drafts.id(outsider), row.getKey(), row.getValue())
                                .get(0),
                        row.getKey());
                long seen = (Long) Database.query(desk.fiu.id(), member, row.getKey(), row.getValue())
                        .get(0);
                assertFalse(seen == 0, row.getKey() + " for its team");
            }
        }
        // nobody gives itself the key, or writes blindly
        UUID outsider = Drafts.id(colleague);
        assertThrows(
                SQLException.class,
                () -> Database.update(
                        desk.fiu.id(),
                        outsider,
                        "insert into case_member (case_id, owner, person_id, added_by, added_at) values (?, ?, ?, ?, now())",
                        id,
                        desk.fiu.id(),
                        outsider,
                        outsider));
        assertThrows(
                SQLException.class,
                () -> Database.update(
                        desk.fiu.id(),
                        outsider,
                        "insert into team_grant (owner, object_id, person_id, case_id) values (?, ?, ?, ?)",
                        desk.fiu.id(),
                        id,
                        outsider,
                        id));
        assertEquals(
                0,
                Database.update(desk.fiu.id(), outsider, "update case_file set restricted = false where id = ?", id));
        // the jobs of the hub, which act under no person, and the agency keep what is theirs
        assertEquals(
                1L,
                Database.query(desk.fiu.id(), null, "select count(*) from case_file where id = ?", id)
                        .get(0));
        assertEquals(
                1L,
                Database.query(agency.id(), null, "select count(*) from dissemination_version where id = ?", version)
                        .get(0));
    }

    @Test
    void aGrantOpensItForATimeAndToAnotherSupervisorAlone() {
        by(desk.analyst)
                .body(grant(otherSupervisor, Duration.ofDays(1)))
                .post(CASES + file + "/grants")
                .then()
                .statusCode(403);
        by(desk.supervisor)
                .body(grant(desk.supervisor, Duration.ofDays(1)))
                .post(CASES + file + "/grants")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/same-person"));
        by(desk.supervisor)
                .body(grant(colleague, Duration.ofDays(1)))
                .post(CASES + file + "/grants")
                .then()
                .statusCode(400)
                .body("violations.code", contains("no_supervisor"));
        for (Duration wrong : List.of(Duration.ofDays(15), Duration.ofMinutes(-1))) {
            by(desk.supervisor)
                    .body(grant(otherSupervisor, wrong))
                    .post(CASES + file + "/grants")
                    .then()
                    .statusCode(400)
                    .body("violations.code", contains("grant_out_of_range"));
        }
        assertAbsent(
                by(otherSupervisor)
                        .body(grant(desk.supervisor, Duration.ofDays(1)))
                        .post(CASES + file + "/grants"),
                by(otherSupervisor)
                        .body(grant(desk.supervisor, Duration.ofDays(1)))
                        .post(CASES + UUID.randomUUID() + "/grants"),
                "a grant by who does not see it");
        String grant = by(desk.supervisor)
                .body(grant(otherSupervisor, Duration.ofDays(1)))
                .post(CASES + file + "/grants")
                .then()
                .statusCode(201)
                .body("login", equalTo(otherSupervisor.login()))
                .extract()
                .path("id");
        // a grant ends; what it would make does not
        by(otherSupervisor)
                .body(Map.of("login", otherSupervisor.login()))
                .post(CASES + file + "/members")
                .then()
                .statusCode(403);
        by(otherSupervisor)
                .header("If-Match", by(otherSupervisor).get(CASES + file).header("ETag"))
                .body(Map.of("restricted", false))
                .put(CASES + file + "/restriction")
                .then()
                .statusCode(403);
        by(otherSupervisor).get(CASES + file).then().statusCode(200).body("team.size()", equalTo(2));
        by(otherSupervisor)
                .get("/api/v1/disseminations/" + dissemination)
                .then()
                .statusCode(200);
        // its time is over: on the very next request
        Database.updateAsSuperuser(
                "update case_grant set granted_at = now() - interval '2 hours', ends_at = now() - interval '1 hour'"
                        + " where id = ?",
                UUID.fromString(grant));
        by(otherSupervisor).get(CASES + file).then().statusCode(404);
        String second = by(desk.supervisor)
                .body(grant(otherSupervisor, Duration.ofDays(1)))
                .post(CASES + file + "/grants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        by(otherSupervisor).get(CASES + file).then().statusCode(200);
        by(desk.supervisor)
                .delete(CASES + file + "/grants/" + second)
                .then()
                .statusCode(200)
                .body("ended_by", equalTo(desk.supervisor.login()));
        by(otherSupervisor).get(CASES + file).then().statusCode(404);
        by(desk.supervisor).delete(CASES + file + "/grants/" + second).then().statusCode(409);
        by(desk.analyst).get(CASES + file + "/grants").then().statusCode(200).body("items.id", contains(second, grant));
    }

    private static Map<String, Object> grant(Person supervisor, Duration time) {
        return Map.of(
                "login",
                supervisor.login(),
                "reason",
                "Reviews the dissemination.",
                "until",
                Instant.now().plus(time).toString());
    }

    @Test
    void whoIsTakenOffTheTeamIsShutOutAtOnce() {
        by(desk.analyst)
                .body(Map.of("login", colleague.login()))
                .post(CASES + file + "/members")
                .then()
                .statusCode(200);
        by(colleague).get(CASES + file).then().statusCode(200);
        by(colleague)
                .delete(CASES + file + "/members/" + Drafts.id(colleague))
                .then()
                .statusCode(409)
                .body("violations.code", contains("stays_in_the_case"));
        String key = UUID.randomUUID().toString();
        for (int status : new int[] {201, 201}) {
            by(colleague)
                    .header("Idempotency-Key", key)
                    .body(Map.of("text", "Mine."))
                    .post(CASES + file + "/notes")
                    .then()
                    .statusCode(status);
        }
        by(desk.analyst)
                .delete(CASES + file + "/members/" + Drafts.id(colleague))
                .then()
                .statusCode(200);
        by(colleague).get(CASES + file).then().statusCode(404);
        // nor is it told once more what it did there
        by(colleague)
                .header("Idempotency-Key", key)
                .body(Map.of("text", "Mine."))
                .post(CASES + file + "/notes")
                .then()
                .statusCode(404);
    }

    @Test
    void itIsOpenedToAllByItsTeam() {
        String tag = by(desk.analyst).get(CASES + file).header("ETag");
        by(desk.analyst)
                .header("If-Match", tag)
                .body(Map.of("restricted", false))
                .put(CASES + file + "/restriction")
                .then()
                .statusCode(200)
                .body("restricted", equalTo(false));
        by(colleague).get(CASES + file).then().statusCode(200);
        by(colleague)
                .header("If-Match", by(colleague).get(CASES + file).header("ETag"))
                .body(Map.of("restricted", true))
                .put(CASES + file + "/restriction")
                .then()
                .statusCode(403);
        // a supervisor who restricts it joins its team
        by(otherSupervisor)
                .header("If-Match", by(otherSupervisor).get(CASES + file).header("ETag"))
                .body(Map.of("restricted", true))
                .put(CASES + file + "/restriction")
                .then()
                .statusCode(200);
        by(otherSupervisor).get(CASES + file).then().statusCode(200).body("team.size()", equalTo(3));
        by(colleague).get(CASES + file).then().statusCode(404);
    }
}
