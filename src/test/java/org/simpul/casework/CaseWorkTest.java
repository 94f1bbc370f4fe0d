package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.casework.cases.CaseTaskClock;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.simpul.casework.Desk.by;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.subject;

@QuarkusTest
class CaseWorkTest extends HubTest {
    private static final String CASES = "/api/v1/cases/";

    @Inject
    OutboxDispatcher outbox;

    @Inject
    CaseTaskClock clock;

    private final Desk desk = new Desk();
    private final Person colleague = desk.fiu.person(Role.FIU_ANALYST);
    private UUID intake;
    private String path;

    @BeforeEach
    void aCaseOfTwo() {
        List.of(desk.analyst, desk.supervisor, colleague).forEach(Drafts::id);
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        intake = desk.accepted(referral);
        path = CASES + desk.caseOf(intake);
        by(desk.analyst)
                .body(Map.of("login", colleague.login()))
                .post(path + "/members")
                .then()
                .statusCode(200);
    }

    private String note(String text) {
        return by(desk.analyst)
                .body(Map.of("text", text))
                .post(path + "/notes")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .path("id");
    }

    private Response save(Person person, String note, String tag, Object body) {
        return by(person).header("If-Match", tag).body(body).put(path + "/notes/" + note);
    }

    @Test
    void twoWhoSaveAtOnceLoseNothing() {
        String note = note("As it was.");
        List<String> texts = List.of("By the one.", "By the other.");
        List<CompletableFuture<Response>> saved = Stream.of(0, 1)
                .map(i -> CompletableFuture.supplyAsync(
                        () -> save(i == 0 ? desk.analyst : colleague, note, "\"1\"", Map.of("text", texts.get(i)))))
                .toList();
        List<Integer> statuses =
                List.of(saved.get(0).join().statusCode(), saved.get(1).join().statusCode());
        assertEquals(List.of(200, 409), statuses.stream().sorted().toList());
        Response lost = saved.get(statuses.indexOf(409)).join();
        String copy = lost.path("conflicting_copy.id");
        assertEquals(
                texts.get(statuses.indexOf(409)),
                lost.path("conflicting_copy.text"),
                "what lost is kept as it was typed");
        assertEquals(texts.get(statuses.indexOf(200)), lost.path("note.text"));
        by(desk.analyst)
                .get(path + "/notes")
                .then()
                .statusCode(200)
                .body("items.text", containsInAnyOrder(texts.toArray()))
                .body("items.status", containsInAnyOrder("KEPT", "CONFLICTING"));
        // merged by a change that names it, with the tag that the answer gave
        save(colleague, note, lost.header("ETag"), Map.of("text", "By both.", "merges", copy))
                .then()
                .statusCode(200)
                .body("conflicting_copy", nullValue());
        by(desk.analyst).get(path + "/notes").then().body("items.text", contains("By both."));
        by(desk.analyst)
                .get(path + "/notes/" + note + "/versions")
                .then()
                .statusCode(200)
                .body("items.revision", contains(3, 2, 1))
                .body("items.text", contains("By both.", texts.get(statuses.indexOf(200)), "As it was."));
        save(desk.analyst, note, "\"3\"", Map.of("text", "Again.", "merges", copy))
                .then()
                .statusCode(409)
                .body("violations.code", contains("note_step_not_open"));
    }

    @Test
    void aConflictingCopyIsDroppedOrMergedIntoItsOwnNoteAlone() {
        String note = note("One.");
        String another = note("Another.");
        String copy = save(colleague, note, "\"0\"", Map.of("text", "Behind."))
                .then()
                .statusCode(409)
                .extract()
                .path("conflicting_copy.id");
        save(colleague, another, "\"1\"", Map.of("text", "Taken in.", "merges", copy))
                .then()
                .statusCode(400)
                .body("violations.field", contains("merges"));
        // a copy is no note to change, and a note no copy to drop
        save(colleague, copy, "\"1\"", Map.of("text", "Changed.")).then().statusCode(409);
        by(colleague).post(path + "/notes/" + another + "/drops").then().statusCode(409);
        by(colleague)
                .post(path + "/notes/" + copy + "/drops")
                .then()
                .statusCode(200)
                .body("status", equalTo("DROPPED"));
        by(colleague).get(path + "/notes").then().body("items.id", not(hasItem(copy)));
        by(colleague)
                .body(Map.of("text", "No tag."))
                .put(path + "/notes/" + note)
                .then()
                .statusCode(428);
    }

    @Test
    void notesAreReadAndWrittenUnderAPurposeAlone() {
        String note = path + "/notes/" + note("Here.");
        for (Response answer : List.of(
                as(desk.analyst).get(path + "/notes"),
                as(desk.analyst).get(note),
                as(desk.analyst).get(note + "/versions"),
                as(desk.analyst).body(Map.of("text", "There.")).post(path + "/notes"),
                as(desk.analyst)
                        .header("If-Match", "\"1\"")
                        .body(Map.of("text", "There."))
                        .put(note))) {
            answer.then().statusCode(400).body("type", equalTo("/problems/purpose-required"));
        }
    }

    @Test
    void aTaskIsPlannedAnewOverNothingThatWasNotRead() {
        String id = by(desk.analyst)
                .body(Map.of("title", "Ask the branch"))
                .post(path + "/tasks")
                .path("id");
        String task = path + "/tasks/" + id;
        by(desk.analyst).body(Map.of("title", "Again")).put(task).then().statusCode(428);
        by(desk.analyst)
                .header("If-Match", "\"0\"")
                .body(Map.of("title", "Again"))
                .put(task)
                .then()
                .statusCode(412);
    }

    @Test
    void aGrantIsOfARestrictedCaseAndItsReasonTellsNobody() {
        Person second = desk.fiu.person(Role.FIU_SUPERVISOR);
        Drafts.id(second);
        ReferralSteps referral = ReferralSteps.draft(Institutions.bank())
                .filled("3500440003")
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Seruni Puspitasari", account("3500440004")))
                .submit();
        outbox.drain();
        String file = CASES + desk.caseOf(desk.accepted(Desk.intakeOf(referral.id())));
        Map<String, Object> grant = Map.of(
                "login",
                second.login(),
                "reason",
                "Knows of Seruni.",
                "until",
                Instant.now().plusSeconds(3600).toString());
        by(desk.supervisor)
                .body(grant)
                .post(file + "/grants")
                .then()
                .statusCode(409)
                .body("violations.code", contains("not_restricted"));
        by(desk.supervisor)
                .header("If-Match", by(desk.supervisor).get(file).header("ETag"))
                .body(Map.of("restricted", true))
                .put(file + "/restriction")
                .then()
                .statusCode(200);
        by(desk.supervisor)
                .body(grant)
                .post(file + "/grants")
                .then()
                .statusCode(400)
                .body("violations.code", contains("tells_protected_subject"));
    }

    @Test
    void aNoteIsOfItsCaseAlone() {
        String note = note("Here.");
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        String elsewhere = CASES + desk.caseOf(desk.accepted(referral));
        by(desk.analyst).get(elsewhere + "/notes/" + note).then().statusCode(404);
        by(desk.analyst).get(elsewhere + "/notes").then().statusCode(200).body("items", empty());
    }

    @Test
    void nothingThatIsWrittenInACaseTellsAProtectedSubject() {
        ReferralSteps referral = ReferralSteps.draft(Institutions.bank())
                .filled("3500440001")
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Kenanga Prameswari", account("3500440002")))
                .submit();
        outbox.drain();
        UUID protectedIn = desk.accepted(Desk.intakeOf(referral.id()));
        by(desk.analyst)
                .body(Map.of("title", "Kenanga Prameswari", "intake_ids", List.of(protectedIn)))
                .post(CASES)
                .then()
                .statusCode(400)
                .body("violations.code", contains("tells_protected_subject"));
        String file = CASES + desk.caseOf(protectedIn);
        String note = by(desk.analyst)
                .body(Map.of("text", "Of the collector."))
                .post(file + "/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (String telling : List.of("Kenanga Prameswari lives there", "paid into 3500440002")) {
            by(desk.analyst)
                    .body(Map.of("text", telling))
                    .post(file + "/notes")
                    .then()
                    .statusCode(400)
                    .body("violations.code", contains("tells_protected_subject"));
            // nor where it would be a conflicting copy
            by(desk.analyst)
                    .header("If-Match", "\"0\"")
                    .body(Map.of("text", telling))
                    .put(file + "/notes/" + note)
                    .then()
                    .statusCode(400);
            by(desk.analyst)
                    .body(Map.of("title", telling))
                    .post(file + "/tasks")
                    .then()
                    .statusCode(400)
                    .body("violations.code", contains("tells_protected_subject"));
            by(desk.analyst)
                    .body(Map.of("reason", telling))
                    .post(file + "/intakes/" + protectedIn + "/removals")
                    .then()
                    .statusCode(400);
            by(desk.analyst)
                    .header("If-Match", by(desk.analyst).get(file).header("ETag"))
                    .body(Map.of("decision", "CLOSE", "reason", telling))
                    .post(file + "/decisions")
                    .then()
                    .statusCode(400);
        }
        by(desk.analyst)
                .body(Map.of("text", "data:image/png;base64,iVBORw0KGgo="))
                .post(file + "/notes")
                .then()
                .statusCode(400)
                .body("violations.code", contains("no_media"));
    }

    @Test
    void theTeamPlansTasksAndIsRemindedOnceOfWhatIsOverdue() {
        Person stranger = desk.fiu.person(Role.FIU_ANALYST);
        Drafts.id(stranger);
        by(stranger).body(Map.of("title", "Mine")).post(path + "/tasks").then().statusCode(403);
        by(desk.analyst)
                .body(Map.of("title", "Theirs", "assignee", stranger.login()))
                .post(path + "/tasks")
                .then()
                .statusCode(400)
                .body("violations.code", contains("not_on_the_team"));
        Response opened = by(desk.analyst)
                .body(Map.of("title", "Ask the branch", "assignee", colleague.login(), "due_on", "2026-01-02"))
                .post(path + "/tasks");
        opened.then().statusCode(201).body("status", equalTo("OPEN"));
        String task = opened.path("id");
        clock.look();
        clock.look();
        String told = "select count(*) from outbox_notification where object_kind = 'CASE' and object_id = ?"
                + " and to_person = ? and not urgent";
        UUID file = UUID.fromString(path.substring(CASES.length()));
        assertEquals(1L, Drafts.value(told, file, Drafts.id(colleague)));
        by(colleague)
                .get("/api/v1/my-day")
                .then()
                .statusCode(200)
                .body("tasks.id", contains(task))
                .body("overdue.tasks", equalTo(1));
        // planned anew, it may be overdue once more
        by(colleague)
                .header("If-Match", opened.header("ETag"))
                .body(Map.of("title", "Ask both branches", "due_on", "2026-01-03"))
                .put(path + "/tasks/" + task)
                .then()
                .statusCode(200)
                .body("assignee", nullValue());
        clock.look();
        assertEquals(2L, Drafts.value(told, file, Drafts.id(colleague)));
        assertEquals(1L, Drafts.value(told, file, Drafts.id(desk.analyst)));
        by(colleague)
                .body(Map.of("decision", "DONE"))
                .post(path + "/tasks/" + task + "/decisions")
                .then()
                .statusCode(200)
                .body("ended_by", equalTo(colleague.login()));
        by(colleague)
                .body(Map.of("decision", "DROP"))
                .post(path + "/tasks/" + task + "/decisions")
                .then()
                .statusCode(409)
                .body("violations.code", contains("task_step_not_open"));
        by(colleague)
                .body(Map.of("decision", "CHANGE"))
                .post(path + "/tasks/" + task + "/decisions")
                .then()
                .statusCode(400);
    }

    @Test
    void openTasksOfWhoLeavesTheTeamAreNobodys() {
        String task = by(desk.analyst)
                .body(Map.of("title", "Ask the branch", "assignee", colleague.login()))
                .post(path + "/tasks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        by(desk.analyst)
                .delete(path + "/members/" + Drafts.id(colleague))
                .then()
                .statusCode(200);
        by(desk.analyst)
                .get(path + "/tasks")
                .then()
                .body("items.find { it.id == '%s' }.assignee".formatted(task), nullValue());
        by(desk.analyst)
                .delete(path + "/members/" + Drafts.id(desk.analyst))
                .then()
                .statusCode(409)
                .body("violations.code", contains("stays_in_the_case"));
    }

    @Test
    void tasksOfAClosedCaseAreNotOverdueAndComeBackWithIt() {
        Person second = desk.fiu.person(Role.FIU_SUPERVISOR);
        Drafts.id(second);
        by(desk.analyst)
                .body(Map.of("title", "Ask the branch", "assignee", colleague.login(), "due_on", "2026-01-02"))
                .post(path + "/tasks")
                .then()
                .statusCode(201);
        decide(desk.analyst, Map.of("decision", "CLOSE", "reason", "Nothing is left to do."))
                .statusCode(200);
        clock.look();
        String told = "select count(*) from outbox_notification where object_kind = 'CASE' and object_id = ?"
                + " and to_person = ?";
        UUID file = UUID.fromString(path.substring(CASES.length()));
        assertEquals(0L, Drafts.value(told, file, Drafts.id(colleague)));
        tasksOfTheColleague(0);
        decide(desk.analyst, Map.of("decision", "PROPOSE_REOPENING", "reason", "A new referral."))
                .statusCode(200);
        decide(second, Map.of("decision", "REOPEN")).statusCode(200);
        tasksOfTheColleague(1);
        clock.look();
        assertEquals(1L, Drafts.value(told, file, Drafts.id(colleague)));
    }

    private void tasksOfTheColleague(int number) {
        by(colleague)
                .get("/api/v1/my-day")
                .then()
                .statusCode(200)
                .body("tasks.size()", equalTo(number))
                .body("overdue.tasks", equalTo(number));
        Map<String, Object> load = by(desk.supervisor)
                .get("/api/v1/workloads")
                .jsonPath()
                .getMap("items.find { it.login == '%s' }".formatted(colleague.login()));
        assertEquals(number, load == null ? 0 : load.get("tasks"));
        assertEquals(number, load == null ? 0 : load.get("overdue_tasks"));
    }

    @Test
    void aCaseIsClosedWithAReasonAndOpenedAgainByTwo() {
        decide(desk.analyst, Map.of("decision", "CLOSE")).statusCode(400);
        decide(desk.analyst, Map.of("decision", "OPEN")).statusCode(400);
        decide(desk.analyst, Map.of("decision", "REOPEN")).statusCode(403);
        decide(desk.analyst, Map.of("decision", "CLOSE", "reason", "Nothing is left to do."))
                .statusCode(200)
                .body("status", equalTo("CLOSED"));
        by(desk.analyst)
                .body(Map.of("text", "Late."))
                .post(path + "/notes")
                .then()
                .statusCode(409)
                .body("violations.code", contains("case_closed"));
        by(desk.analyst)
                .body(Map.of("intake_id", intake))
                .post(path + "/intakes")
                .then()
                .statusCode(409);
        decide(desk.supervisor, Map.of("decision", "REOPEN")).statusCode(409);
        decide(desk.supervisor, Map.of("decision", "PROPOSE_REOPENING", "reason", "A new referral."))
                .statusCode(200)
                .body("reopening_proposed", equalTo(true));
        decide(desk.supervisor, Map.of("decision", "REOPEN"))
                .statusCode(403)
                .body("type", equalTo("/problems/same-person"));
        Person second = desk.fiu.person(Role.FIU_SUPERVISOR);
        decide(second, Map.of("decision", "DECLINE_REOPENING")).statusCode(200);
        decide(second, Map.of("decision", "REOPEN")).statusCode(409);
        decide(desk.analyst, Map.of("decision", "PROPOSE_REOPENING", "reason", "A new referral."))
                .statusCode(200);
        decide(second, Map.of("decision", "REOPEN")).statusCode(200).body("status", equalTo("OPEN"));
        by(desk.analyst)
                .get(path + "/timeline")
                .then()
                .body(
                        "items.kind",
                        hasItems("CLOSED", "REOPENING_PROPOSED", "REOPENING_DECLINED", "REOPENED", "OPENED"));
    }

    private io.restassured.response.ValidatableResponse decide(Person person, Map<String, ?> decision) {
        return by(person)
                .header("If-Match", by(person).get(path).header("ETag"))
                .body(decision)
                .post(path + "/decisions")
                .then();
    }

    @Test
    void theTimelineTellsWhoDidWhatAndGoesOnByPages() {
        SubmittedReferral more = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        UUID second = desk.accepted(more);
        by(desk.analyst)
                .body(Map.of("intake_id", second))
                .post(path + "/intakes")
                .then()
                .statusCode(200);
        var agency = Institutions.agency();
        String file = path.substring(CASES.length());
        String dissemination = desk.disseminated(Desk.form(file, more, agency));
        by(desk.analyst)
                .body(Map.of("reason", "Another account."))
                .post(path + "/intakes/" + second + "/removals")
                .then()
                .statusCode(200);
        by(desk.analyst)
                .body(Map.of("reason", "Another account."))
                .post(path + "/intakes/" + second + "/removals")
                .then()
                .statusCode(404);
        by(desk.analyst).get(path).then().body("intakes.id", contains(intake.toString()));
        // what was disseminated of it stays
        by(desk.analyst).get("/api/v1/disseminations/" + dissemination).then().statusCode(200);
        by(desk.analyst)
                .get(path + "/timeline")
                .then()
                .statusCode(200)
                .body(
                        "items.kind",
                        contains(
                                "INTAKE_REMOVED",
                                "DISSEMINATION_DELIVERED",
                                "DISSEMINATION_APPROVED",
                                "DISSEMINATION_DRAFTED",
                                "INTAKE_ADDED",
                                "MEMBER_ADDED",
                                "INTAKE_ADDED",
                                "OPENED"))
                .body("items[0].subject_id", equalTo(second.toString()))
                .body("items[0].detail", equalTo("Another account."))
                .body("items[1].to", notNullValue())
                .body("items[2].by", equalTo(desk.supervisor.login()))
                .body("items[5].by", equalTo(desk.analyst.login()));
        String token = by(desk.analyst)
                .get(path + "/timeline?page_size=3")
                .then()
                .body("items.kind.size()", equalTo(3))
                .extract()
                .path("next_page_token");
        by(desk.analyst)
                .get(path + "/timeline?page_size=3&page_token=" + token)
                .then()
                .body("items.kind", contains("DISSEMINATION_DRAFTED", "INTAKE_ADDED", "MEMBER_ADDED"));
        assertEquals(
                0,
                Database.queryAsSuperuser(
                                "select 1 from case_event where person_id is null and case_id = ?",
                                UUID.fromString(file))
                        .size());
    }

    @Test
    void supervisorsAloneSeeWhatEachColleagueHasInHand() {
        by(desk.analyst).get("/api/v1/workloads").then().statusCode(403);
        by(desk.supervisor)
                .get("/api/v1/workloads")
                .then()
                .statusCode(200)
                .body("items.find { it.login == '%s' }.cases".formatted(colleague.login()), equalTo(1))
                .body("items.find { it.login == '%s' }.tasks".formatted(colleague.login()), equalTo(0));
        Person outside = Institutions.agency().person(Role.LE_SUPERVISOR);
        by(outside).get("/api/v1/workloads").then().statusCode(403);
        by(outside).get("/api/v1/my-day").then().statusCode(403);
    }

    @Test
    void theDayShowsTheQueueAndWhatIsMine() {
        SubmittedReferral taken = SubmittedReferral.of(Institutions.bank(), "P1", SubmittedReferral.anyPhone());
        outbox.drain();
        UUID mine = Desk.intakeOf(taken);
        desk.decide(mine, Map.of("decision", "TAKE")).statusCode(200);
        Database.updateAsSuperuser("update intake set due_at = now() - interval '1 minute' where id = ?", mine);
        by(desk.analyst)
                .get("/api/v1/my-day")
                .then()
                .statusCode(200)
                .body("queue[0].urgency", equalTo("P1"))
                .body("intakes.id", contains(mine.toString()))
                .body("overdue.intakes", equalTo(1))
                .body("cases.id", contains(path.substring(CASES.length())))
                .body("on_duty", notNullValue());
        by(colleague).get("/api/v1/my-day").then().body("intakes", empty());
    }
}
