package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.simpul.casework.Desk.by;

/** The FIU asks to keep what is held, and the institution answers. */
@QuarkusTest
class PreservationTest extends HubTest {
    private static final String LATER = LocalDate.now().plusYears(1).toString();

    @Inject
    OutboxDispatcher outbox;

    private Desk desk;
    private Institution bank;
    private ReferralSteps referral;
    private UUID intake;
    private String item;

    @BeforeEach
    void submit() {
        desk = new Desk();
        bank = Institutions.bank();
        referral = submitted(bank, LocalDate.now().plusDays(3));
        intake = Desk.intakeOf(referral.id());
        item = item(0);
    }

    private ReferralSteps submitted(Institution by, LocalDate overwrittenOn) {
        ReferralSteps draft = ReferralSteps.draft(by).filled("7100100001");
        Map<String, Object> camera =
                Map.of("kind", "CCTV", "description", "ATM camera", "overwritten_on", overwrittenOn.toString());
        Map<String, Object> chats = Map.of("kind", "CHAT_LOG", "description", "Chats with the help desk");
        draft.done(
                        draft.edit()
                                .body(Map.of("held_items", List.of(camera, chats)))
                                .put(draft.path() + "/held-items"),
                        200)
                .submit();
        outbox.drain();
        return draft;
    }

    private String item(int number) {
        return referral.read().path("version.held_items[" + number + "].reference");
    }

    private Response ask(UUID of, String... items) {
        return by(desk.analyst)
                .body(Map.of("items", List.of(items), "keep_until", LATER))
                .post("/api/v1/intakes/" + of + "/preservation-requests");
    }

    private Response answer(Person person, Object request, String of, String answer, String keptUntil) {
        Map<String, Object> body = new HashMap<>(Map.of("item", of, "answer", answer));
        if (keptUntil != null) {
            body.put("kept_until", keptUntil);
        }
        return as(person).body(body).post(referral.path() + "/preservation-requests/" + request + "/answers");
    }

    private Response asked(Person person) {
        return as(person).get(referral.path() + "/preservation-requests");
    }

    @Test
    void theSubmitterSeesTheAskAndTheFiuTheAnswers() {
        String chats = item(1);
        String request = ask(intake, item, chats)
                .then()
                .statusCode(201)
                .body("items.item", contains(item, chats))
                .extract()
                .path("id");
        asked(referral.officer())
                .then()
                .statusCode(200)
                .body("items.id", contains(request))
                .body("items[0].keep_until", equalTo(LATER))
                .body("items[0].items[0].answer", nullValue());
        answer(referral.investigator(), request, item, "PRESERVED", LATER)
                .then()
                .statusCode(201);
        answer(referral.officer(), request, chats, "NOT_HELD", null).then().statusCode(201);
        by(desk.analyst)
                .get("/api/v1/intakes/" + intake + "/preservation-requests")
                .then()
                .statusCode(200)
                .body("items[0].items.answer", contains("PRESERVED", "NOT_HELD"))
                .body("items[0].items[0].kept_until", equalTo(LATER));
        // what turned out to be gone
        answer(referral.officer(), request, item, "ALREADY_OVERWRITTEN", null)
                .then()
                .statusCode(201)
                .body("items[0].answer", equalTo("ALREADY_OVERWRITTEN"))
                .body("items[0].kept_until", nullValue());
    }

    @Test
    void theIntakeShowsWhatIsHeld() {
        by(desk.analyst)
                .get("/api/v1/intakes/" + intake)
                .then()
                .body("content.held_items.reference", contains(item, item(1)))
                .body("content.document_references.size()", equalTo(0));
    }

    @Test
    void askingIsTheSameInEveryStatusAndMovesNothing() {
        String tag = desk.tag(intake);
        String referralTag = referral.read().header("ETag");
        String first = null;
        for (IntakeStatus status : IntakeStatus.values()) {
            Database.updateAsSuperuser("update intake set status = ? where id = ?", status.name(), intake);
            String body = ask(intake, item).then().statusCode(201).extract().asString();
            String shape = body.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "").replaceAll("T[0-9:.]+Z", "");
            first = first == null ? shape : first;
            assertEquals(first, shape, status.name());
        }
        assertEquals(tag, desk.tag(intake));
        assertEquals(referralTag, referral.read().header("ETag"));
    }

    @Test
    void nobodyElseReadsOrAnswersIt() {
        String request = ask(intake, item).path("id");
        Person stranger = Institutions.bank().person(Role.COMPLIANCE_OFFICER);
        asked(stranger).then().statusCode(404);
        answer(stranger, request, item, "NOT_HELD", null).then().statusCode(404);
        // a colleague outside of the team reads it
        Person colleague = bank.person(Role.INVESTIGATOR);
        asked(colleague).then().statusCode(200);
        answer(colleague, request, item, "NOT_HELD", null).then().statusCode(403);
        as(referral.officer())
                .get("/api/v1/intakes/" + intake + "/preservation-requests")
                .then()
                .statusCode(403);
        // another request of the same institution is not below this referral
        ReferralSteps other = submitted(bank, LocalDate.now().plusDays(3));
        String otherItem = other.read().path("version.held_items[0].reference");
        String otherRequest = ask(Desk.intakeOf(other.id()), otherItem).path("id");
        answer(referral.officer(), otherRequest, otherItem, "NOT_HELD", null)
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsNotListedOrHasPassedIsRefused() {
        ask(intake, "H-0000-0000-0000", item)
                .then()
                .statusCode(400)
                .body("violations.field", contains("items[0]"))
                .body("violations.code", contains("unknown_held_item"));
        by(desk.analyst)
                .body(Map.of("items", List.of(item), "keep_until", "2020-01-01"))
                .post("/api/v1/intakes/" + intake + "/preservation-requests")
                .then()
                .statusCode(400)
                .body("violations.code", contains("must_be_future"));
        by(desk.analyst)
                .body(Map.of("items", List.of(item), "keep_until", LATER, "reason", "He is abroad."))
                .post("/api/v1/intakes/" + intake + "/preservation-requests")
                .then()
                .statusCode(400)
                .body("violations.code", contains("unknown_field"));
        String request = ask(intake, item).path("id");
        answer(referral.officer(), request, item(1), "NOT_HELD", null)
                .then()
                .statusCode(400)
                .body("violations.code", contains("unknown_held_item"));
        answer(referral.officer(), request, item, "PRESERVED", null)
                .then()
                .statusCode(400)
                .body("violations.code", contains("required"));
        answer(referral.officer(), request, item, "PRESERVED", "2020-01-01")
                .then()
                .statusCode(400)
                .body("violations.code", contains("must_be_future"));
        answer(referral.officer(), request, item, "NOT_HELD", LATER)
                .then()
                .statusCode(400)
                .body("violations.code", contains("only_for_preserved"));
    }

    @Test
    void bothSidesAreNotifiedWithoutContent() {
        // what the way here told
        Database.updateAsSuperuser("delete from outbox_notification where object_id in (?, ?)", referral.id(), intake);
        String request = ask(intake, item).path("id");
        answer(referral.officer(), request, item, "PRESERVED", LATER);
        outbox.drain();
        assertEquals(
                List.of("referral.read REFERRAL t"),
                Database.queryAsSuperuser(
                        "select concat_ws(' ', permission, object_kind, urgent) from outbox_notification"
                                + " where to_participant = ? and object_id = ?",
                        bank.id(),
                        referral.id()));
        assertEquals(
                List.of("referral.triage INTAKE f"),
                Database.queryAsSuperuser(
                        "select concat_ws(' ', permission, object_kind, urgent) from outbox_notification"
                                + " where to_participant = ? and object_id = ?",
                        desk.fiu.id(),
                        intake));
    }

    @Test
    void theDatabaseLetsTheFiuAloneAskAndWhoWasAskedAloneAnswer() throws Exception {
        String request = ask(intake, item).path("id");
        UUID id = UUID.fromString(request);
        Institution stranger = Institutions.bank();
        assertEquals(
                List.of(), Database.query(stranger.id(), null, "select id from preservation_request where id = ?", id));
        assertEquals(
                List.of(id), Database.query(bank.id(), null, "select id from preservation_request where id = ?", id));
        for (Institution asker : List.of(stranger, bank)) {
            assertThrows(
                    SQLException.class,
                    () -> Database.update(
                            asker.id(),
                            null,
                            """
                            insert into preservation_request (id, owner, object_id, object_owner, items, keep_until, at)
                            values (?, ?, ?, ?, array['x'], current_date, now())
                            """,
                            UUID.randomUUID(),
                            asker.id(),
                            referral.id(),
                            bank.id()));
        }
        for (String of : List.of(item, "H-0000-0000-0000")) {
            Institution answering = of.equals(item) ? stranger : bank;
            assertThrows(
                    SQLException.class,
                    () -> Database.update(
                            answering.id(),
                            null,
                            """
                            insert into preservation_answer (id, owner, object_id, object_owner, item_reference, answer, at)
                            values (?, ?, ?, ?, ?, 'NOT_HELD', now())
                            """,
                            UUID.randomUUID(),
                            answering.id(),
                            id,
                            desk.fiu.id(),
                            of));
        }
        answer(referral.officer(), request, item, "NOT_HELD", null).then().statusCode(201);
        assertEquals(
                List.of(),
                Database.query(stranger.id(), null, "select id from preservation_answer where object_id = ?", id));
        asked(referral.officer()).then().body("items[0].items[0].answer", not(nullValue()));
    }
}
