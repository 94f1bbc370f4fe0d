package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.simpul.casework.Desk.by;
import static org.simpul.casework.Desk.intakeOf;

@QuarkusTest
class CorrespondenceTest extends HubTest {
    private static final Map<String, Object> REASON = Map.of("reason", "The payments were our own settlement.");

    @Inject
    OutboxDispatcher outbox;

    private final Institution bank = Institutions.bank();
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    private ReferralSteps submitted(String account) {
        ReferralSteps referral = ReferralSteps.draft(bank)
                .filled(account)
                .subject(ReferralSteps.subject(
                        "POSSIBLE_CHILD_VICTIM", "UNDER_13", "Mawar Kencana", ReferralSteps.account("8806006006")))
                .submit();
        outbox.drain();
        return referral;
    }

    private static ValidatableResponse write(ReferralSteps referral, String text) {
        return as(referral.investigator())
                .body(Map.of("text", text))
                .post(referral.path() + "/messages")
                .then();
    }

    private ValidatableResponse tell(UUID intake, String text) {
        return by(desk.analyst)
                .body(Map.of("text", text))
                .post("/api/v1/intakes/" + intake + "/messages")
                .then();
    }

    private String status(UUID intake) {
        return by(desk.analyst).get("/api/v1/intakes/" + intake).path("intake.status");
    }

    @Test
    void eachSideReadsBothAndTheNamesOfItsOwnPeopleAlone() {
        ReferralSteps referral = submitted("3500200001");
        UUID intake = intakeOf(referral.id());
        write(referral, "The account was opened in Manado.")
                .statusCode(201)
                .body("author", equalTo(referral.investigator().login()));
        tell(intake, "Which branch?").statusCode(201).body("author", equalTo(desk.analyst.login()));
        as(referral.officer())
                .get(referral.path() + "/messages")
                .then()
                .statusCode(200)
                .body("items.text", contains("Which branch?", "The account was opened in Manado."))
                .body("items.author", contains(null, referral.investigator().login()))
                .body("items.kind", contains("MESSAGE", "MESSAGE"));
        by(desk.analyst)
                .get("/api/v1/intakes/" + intake + "/messages")
                .then()
                .statusCode(200)
                .body("items.text", contains("Which branch?", "The account was opened in Manado."))
                .body("items.author", contains(desk.analyst.login(), null));
        Person other = Institutions.bank().person(Role.COMPLIANCE_OFFICER);
        as(other).get(referral.path() + "/messages").then().statusCode(404);
        as(desk.analyst).get("/api/v1/intakes/" + intake + "/messages").then().statusCode(400);
    }

    @Test
    void eachSideIsToldThatThereIsSomethingAndNeverUrgently() {
        ReferralSteps referral = submitted("3500200009");
        UUID intake = intakeOf(referral.id());
        long before = told(intake, desk.fiu, "referral.triage");
        write(referral, "The account was opened in Manado.").statusCode(201);
        outbox.drain();
        assertEquals(before + 1, told(intake, desk.fiu, "referral.triage"));
        long atTheBank = told(referral.id(), bank, "referral.read");
        tell(intake, "Which branch?").statusCode(201);
        assertEquals(atTheBank + 1, told(referral.id(), bank, "referral.read"));
    }

    private static long told(UUID object, Institution institution, String permission) {
        return Drafts.count(
                "from outbox_notification where object_id = ? and to_participant = ? and permission = ? and not urgent",
                object,
                institution.id(),
                permission);
    }

    @Test
    void aTextThatTellsWhoIsProtectedIsRefusedOnBothSides() {
        ReferralSteps referral = submitted("3500200002");
        write(referral, "Mawar lives with her aunt.")
                .statusCode(400)
                .body("violations.field", contains("text"))
                .body("violations.code", contains("tells_protected_subject"));
        tell(intakeOf(referral.id()), "Does 8806006006 still receive?")
                .statusCode(400)
                .body("violations.code", contains("tells_protected_subject"));
        as(referral.officer())
                .body(Map.of("reason", "Mawar is no child."))
                .post(referral.path() + "/withdrawal-requests")
                .then()
                .statusCode(400)
                .body("violations.field", contains("reason"));
        write(referral, "data:image/png;base64,AAAA").statusCode(400).body("violations.code", contains("no_media"));
    }

    @Test
    void aMessageDoesNotTellTheSubmitterOfAChildThatAnotherOneProtects() {
        ReferralSteps referral = submitted("3500200012");
        ReferralSteps others = ReferralSteps.draft(Institutions.bank())
                .filled("3500200013")
                .subject(ReferralSteps.subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Kenanga Putih"))
                .submit();
        outbox.drain();
        UUID intake = desk.accepted(intakeOf(referral.id()));
        tell(intake, "Do you know Kenanga Putih?").statusCode(201);
        desk.caseOf(intake, desk.accepted(intakeOf(others.id())));
        tell(intake, "Do you know Kenanga Putih?")
                .statusCode(400)
                .body("violations.code", contains("tells_protected_subject"));
    }

    @Test
    void whatWasWrittenBeforeSomebodyWasProtectedIsMaskedWhenItIsRead() {
        ReferralSteps referral = submitted("3500200003");
        UUID intake = intakeOf(referral.id());
        write(referral, "Bagas Wirya called us.").statusCode(201);
        as(referral.officer())
                .body(Map.of("reason", "Bagas Wirya is our customer."))
                .post(referral.path() + "/withdrawal-requests")
                .then()
                .statusCode(202);
        referral.newVersion();
        String subject = referral.read().path("version.subjects[0].id");
        String reference = referral.read().path("version.subjects[0].reference");
        referral.done(
                referral.edit()
                        .body(ReferralSteps.subject("POSSIBLE_ADULT_VICTIM", "ADULT", "Bagas Wirya"))
                        .put(referral.path() + "/subjects/" + subject),
                200);
        as(referral.investigator())
                .get(referral.path() + "/messages")
                .then()
                .body("items[1].text", equalTo(reference + " called us."));
        referral.submit();
        outbox.drain();
        by(desk.analyst)
                .get("/api/v1/intakes/" + intake + "/messages")
                .then()
                .body("items[1].text", equalTo(reference + " called us."));
        by(desk.analyst)
                .get("/api/v1/intakes/" + intake)
                .then()
                .body("withdrawal_reason", equalTo(reference + " is our customer."));
    }

    @Test
    void anAnswerBringsBackWhatWaitedForItOnce() {
        ReferralSteps referral = submitted("3500200004");
        UUID intake = intakeOf(referral.id());
        desk.decide(intake, Map.of("decision", "TAKE")).statusCode(200);
        Map<String, Object> asking = Map.of("decision", "REQUEST_INFORMATION", "missing", List.of("narrative"));
        desk.decide(intake, asking).statusCode(200);
        as(referral.investigator())
                .get(referral.path() + "/notices")
                .then()
                .body("items[0].kind", equalTo("INFORMATION_REQUESTED"))
                .body("items[0].missing", contains("narrative"));
        write(referral, "It was opened in Manado.").statusCode(201);
        outbox.drain();
        assertEquals("IN_TRIAGE", status(intake));
        desk.decide(intake, asking).statusCode(200);
        Database.updateAsSuperuser(
                "update outbox_event set handled_at = null, due_at = now() - interval '1 second' where kind = 'referral.answered'"
                        + " and owner = ?",
                bank.id());
        outbox.drain();
        assertEquals("INFORMATION_REQUESTED", status(intake));
    }

    @Test
    void whatTheSubmitterWritesIsNeverLost() {
        ReferralSteps referral = submitted("3500200014");
        UUID intake = intakeOf(referral.id());
        Database.updateAsSuperuser(
                "update intake set status = 'REJECTED_INVALID', due_at = now() - interval '1 day',"
                        + " clock_stage = 'PASSED' where id = ?",
                intake);
        write(referral, "Here is what was missing.").statusCode(201);
        outbox.drain();
        assertEquals("IN_TRIAGE", status(intake));
        String running = "from intake where id = ? and due_at > now() and clock_stage = 'RUNNING'";
        assertEquals(1, Drafts.count(running, intake));
        Database.updateAsSuperuser(
                "update intake set status = 'UNDER_ANALYSIS', urgency = 'P1', due_at = now() - interval '1 day',"
                        + " clock_stage = 'PASSED' where id = ?",
                intake);
        write(referral, "She is with him now.").statusCode(201);
        outbox.drain();
        assertEquals("UNDER_ANALYSIS", status(intake));
        assertEquals(1, Drafts.count(running + " and unread", intake));
        assertEquals(
                1,
                Drafts.count(
                        "from outbox_notification where object_id = ? and permission = 'referral.triage' and urgent",
                        intake));
    }

    @Test
    void nothingIsWrittenToTheFiuBeforeTheSubmission() {
        ReferralSteps draft = ReferralSteps.draft(bank);
        write(draft, "Hello?").statusCode(409).body("violations.code", contains("not_submitted"));
        as(draft.investigator())
                .get(draft.path() + "/messages")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        as(draft.officer())
                .body(REASON)
                .post(draft.path() + "/withdrawal-requests")
                .then()
                .statusCode(409);
        as(draft.investigator())
                .body(REASON)
                .post(draft.path() + "/withdrawal-requests")
                .then()
                .statusCode(403);
    }

    @Test
    void theDatabaseTakesNoMessageBesideASubmission() throws SQLException {
        String insert =
                "insert into referral_message (id, owner, recipient, object_id, object_owner, kind, text, written_by, at)"
                        + " values (gen_random_uuid(), ?, ?, ?, ?, 'MESSAGE', 'x', gen_random_uuid(), now())";
        ReferralSteps referral = submitted("3500200005");
        ReferralSteps draft = ReferralSteps.draft(bank);
        UUID fiu = desk.fiu.id();
        UUID stranger = Institutions.bank().id();
        assertEquals(1, Database.update(bank.id(), null, insert, bank.id(), fiu, referral.id(), bank.id()));
        assertEquals(1, Database.update(fiu, null, insert, fiu, bank.id(), referral.id(), bank.id()));
        for (Object[] row : List.of(
                new Object[] {bank.id(), fiu, draft.id(), bank.id()},
                new Object[] {bank.id(), stranger, referral.id(), bank.id()},
                new Object[] {stranger, fiu, referral.id(), bank.id()},
                new Object[] {stranger, fiu, referral.id(), stranger},
                new Object[] {stranger, bank.id(), referral.id(), bank.id()},
                new Object[] {fiu, bank.id(), draft.id(), bank.id()})) {
            assertThrows(SQLException.class, () -> Database.update((UUID) row[0], null, insert, row));
        }
        String count = "select count(*) from referral_message where object_id = ?";
        assertEquals(List.of(2L), Database.query(bank.id(), null, count, referral.id()));
        assertEquals(List.of(2L), Database.query(fiu, null, count, referral.id()));
        assertEquals(List.of(0L), Database.query(stranger, null, count, referral.id()));
        assertThrows(
                SQLException.class,
                () -> Database.update(
                        bank.id(), null, "update referral_message set text = 'y' where object_id = ?", referral.id()));
    }

    @Test
    void theAskingForAWithdrawalAnswersInTheSameBytesWhateverTheFiuDoes() {
        List<List<Map<String, Object>>> roads = List.of(
                List.of(),
                List.of(Map.of("decision", "TAKE")),
                List.of(Map.of("decision", "REJECT_INVALID", "reason", "Empty.", "missing", List.of("narrative"))),
                List.of(
                        Map.of("decision", "TAKE"),
                        Map.of("decision", "REQUEST_INFORMATION", "missing", List.of("narrative"))),
                List.of(Map.of("decision", "TAKE"), Map.of("decision", "NOT_ACCEPTED", "reason", "No suspicion.")),
                List.of(Map.of("decision", "TAKE"), Map.of("decision", "ACCEPT")),
                List.of(
                        Map.of("decision", "TAKE"),
                        Map.of("decision", "ACCEPT"),
                        Map.of(
                                "decision",
                                "RETAIN",
                                "reason",
                                "Later.",
                                "review_on",
                                LocalDate.now().plusDays(9).toString())));
        Person officer = bank.person(Role.COMPLIANCE_OFFICER);
        Set<String> answers = new LinkedHashSet<>();
        Set<String> reached = new LinkedHashSet<>();
        for (List<Map<String, Object>> road : roads) {
            SubmittedReferral referral = SubmittedReferral.of(bank, "P2", SubmittedReferral.anyPhone());
            outbox.drain();
            UUID intake = intakeOf(referral);
            String path = "/api/v1/referrals/" + referral.id;
            road.forEach(step -> desk.decide(intake, step).statusCode(200));
            reached.add(status(intake));
            for (int i = 0; i < 2; i++) {
                answers.add(bytes(as(officer).body(REASON).post(path + "/withdrawal-requests")));
                answers.add(
                        bytes(as(officer).body(Map.of("reason", "Another one.")).post(path + "/withdrawal-requests")));
            }
            String before = status(intake);
            outbox.drain();
            assertEquals(before, status(intake));
            by(desk.analyst)
                    .get("/api/v1/intakes/" + intake)
                    .then()
                    .body("intake.withdrawal_asked_at", notNullValue())
                    .body("withdrawal_reason", equalTo("Another one."));
            as(officer)
                    .body(Map.of("text", "And the board is open."))
                    .post(path + "/messages")
                    .then()
                    .statusCode(201);
        }
        assertEquals(1, answers.size(), answers.toString());
        assertEquals(roads.size(), reached.size());
    }

    private static String bytes(Response answer) {
        List<String> headers = new ArrayList<>();
        answer.headers()
                .forEach(header -> headers.add(header.getName() + ": "
                        + (List.of("Request-Id", "Audit-Leaf", "Date").contains(header.getName())
                                ? ""
                                : header.getValue())));
        return answer.statusCode() + " " + headers + " " + answer.asString();
    }

    @Test
    void theAskingStandsBesideACorrection() {
        ReferralSteps referral = submitted("3500200007");
        UUID intake = intakeOf(referral.id());
        by(desk.analyst)
                .get("/api/v1/intakes/" + intake)
                .then()
                .body("intake.withdrawal_asked_at", nullValue())
                .body("withdrawal_reason", nullValue());
        referral.newVersion();
        as(referral.officer())
                .body(REASON)
                .post(referral.path() + "/withdrawal-requests")
                .then()
                .statusCode(202);
        referral.read().then().body("status", equalTo("DRAFT")).body("withdrawal_asked_at", notNullValue());
        referral.submit().read().then().body("status", equalTo("WITHDRAWAL_ASKED"));
        referral.newVersion()
                .submit()
                .read()
                .then()
                .body("status", equalTo("WITHDRAWAL_ASKED"))
                .body("submitted_number", equalTo(3));
        outbox.drain();
        assertEquals(3, (int) by(desk.analyst).get("/api/v1/intakes/" + intake).path("intake.version_number"));
    }

    @Test
    void anEventThatComesBeforeTheIntakeWaitsForIt() {
        ReferralSteps referral = ReferralSteps.draft(bank).filled("3500200008").submit();
        Database.updateAsSuperuser(
                "update outbox_event set due_at = now() + interval '1 hour' where owner = ? and kind = 'referral.submitted'",
                bank.id());
        as(referral.officer())
                .body(REASON)
                .post(referral.path() + "/withdrawal-requests")
                .then()
                .statusCode(202);
        outbox.drain();
        assertEquals(0, Drafts.count("from intake where referral_id = ?", referral.id()));
        Database.updateAsSuperuser(
                "update outbox_event set due_at = now() - interval '1 second' where owner = ? and handled_at is null",
                bank.id());
        outbox.drain();
        Database.updateAsSuperuser(
                "update outbox_event set due_at = now() - interval '1 second' where owner = ? and handled_at is null",
                bank.id());
        outbox.drain();
        by(desk.analyst)
                .get("/api/v1/intakes/" + intakeOf(referral.id()))
                .then()
                .body("intake.withdrawal_asked_at", notNullValue());
    }
}
