package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.simpul.testing.Person;
import org.simpul.testing.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.simpul.casework.Desk.by;
import static org.simpul.casework.Desk.intakeOf;

@QuarkusTest
class IntakeTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    @Inject
    NoticeClock notices;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    private SubmittedReferral received(String urgency) {
        return received(urgency, SubmittedReferral.anyPhone());
    }

    private SubmittedReferral received(String urgency, String phone) {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), urgency, phone);
        outbox.drain();
        return referral;
    }

    private static List<Object> noticesOf(SubmittedReferral referral) throws Exception {
        return Database.query(
                referral.bank.id(),
                null,
                "select concat_ws(' ', kind, form_code, nullif(array_to_string(missing, ','), '')) from notice where object_id = ?"
                        + " order by at",
                referral.id);
    }

    private static void letTimePass(SubmittedReferral referral) {
        Database.updateAsSuperuser(
                "update intake set received_at = received_at - interval '91 days' where referral_id = ?", referral.id);
    }

    @Test
    void aSubmissionIsTakenInOnceHoweverOftenItIsTold() throws Exception {
        SubmittedReferral referral = received("P2");
        referral.tell();
        outbox.drain();
        assertEquals(
                List.of(1L),
                Database.queryAsSuperuser("select count(*) from intake where referral_id = ?", referral.id));
        assertEquals(List.of("RECEIVED"), noticesOf(referral));
    }

    @Test
    void p1ComesFirstAndPagesFollowEachOther() {
        UUID later = intakeOf(received("P3"));
        UUID first = intakeOf(received("P1"));
        List<String> queue = new ArrayList<>();
        String token = null;
        do {
            var request = by(desk.analyst).queryParam("page_size", 2);
            var page = (token == null ? request : request.queryParam("page_token", token))
                    .get("/api/v1/intakes")
                    .then()
                    .statusCode(200)
                    .extract();
            queue.addAll(page.path("items.id"));
            token = page.path("next_page_token");
        } while (token != null);
        assertEquals(queue.size(), queue.stream().distinct().count());
        assertTrue(queue.indexOf(first.toString()) >= 0);
        assertTrue(queue.indexOf(first.toString()) < queue.indexOf(later.toString()));
    }

    @Test
    void aPageTokenOfAnotherListIsRefused() {
        by(desk.analyst)
                .queryParam("page_token", "AAAAAAAAAAAAAAAAAAAAAA")
                .get("/api/v1/intakes")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("page_token"));
    }

    @Test
    void readingNeedsAPurposeAndShowsTheSubmissionMasked() {
        SubmittedReferral referral = received("P1");
        UUID intake = intakeOf(referral);
        as(desk.analyst)
                .get("/api/v1/intakes/" + intake)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/purpose-required"));
        by(desk.analyst)
                .get("/api/v1/intakes/" + intake)
                .then()
                .statusCode(200)
                .body("intake.status", equalTo("RECEIVED"))
                .body("intake.reference", equalTo(referral.reference))
                .body("content.subjects[1].protected", equalTo(true))
                .body("content.subjects[1].name", nullValue());
        by(desk.analyst)
                .get("/api/v1/intakes/" + intake + "/transactions")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(referral.payment.toString())));
    }

    @Test
    void aStepOutsideOfTheTableIsRefused() {
        UUID intake = intakeOf(received("P2"));
        desk.decide(intake, Map.of("decision", "ACCEPT")).statusCode(409);
        desk.decide(intake, Map.of("decision", "DISSEMINATE")).statusCode(400);
        desk.decide(intake, Map.of("decision", "TAKE")).statusCode(200).body("status", equalTo("IN_TRIAGE"));
        desk.decide(intake, Map.of("decision", "NOT_ACCEPTED"))
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
        desk.decide(intake, Map.of("decision", "NOT_ACCEPTED", "reason", "No suspicion is shown."))
                .statusCode(200)
                .body("status", equalTo("NOT_ACCEPTED"));
    }

    @Test
    void aDecisionOnWhatHasMovedOnIsRefused() {
        UUID intake = intakeOf(received("P2"));
        String tag = desk.tag(intake);
        desk.decide(intake, Map.of("decision", "TAKE")).statusCode(200);
        by(desk.analyst)
                .header("If-Match", tag)
                .body(Map.of("decision", "ACCEPT"))
                .post("/api/v1/intakes/" + intake + "/decisions")
                .then()
                .statusCode(412);
        by(desk.analyst)
                .body(Map.of("decision", "ACCEPT"))
                .post("/api/v1/intakes/" + intake + "/decisions")
                .then()
                .statusCode(428);
    }

    @Test
    void aNewVersionBringsBackWhatWaitedForIt() throws Exception {
        SubmittedReferral referral = received("P3");
        UUID intake = intakeOf(referral);
        desk.decide(intake, Map.of("decision", "TAKE")).statusCode(200);
        desk.decide(
                        intake,
                        Map.of(
                                "decision",
                                "REQUEST_INFORMATION",
                                "missing",
                                List.of("narrative"),
                                "form_code",
                                "MISSING_FIELD"))
                .statusCode(200);
        referral.submit("P1");
        outbox.drain();
        by(desk.analyst)
                .get("/api/v1/intakes/" + intake)
                .then()
                .statusCode(200)
                .body("intake.status", equalTo("IN_TRIAGE"))
                .body("intake.version_number", equalTo(2))
                .body("intake.urgency", equalTo("P1"))
                .body("content.submission.version_id", equalTo(referral.version.toString()));
        assertEquals(List.of("RECEIVED", "INFORMATION_REQUESTED narrative"), noticesOf(referral));
    }

    private static String stateOf(SubmittedReferral referral) {
        return Database.queryAsSuperuser(
                        "select status || case when due_at > now() then ' in time' else ' late' end from intake"
                                + " where referral_id = ?",
                        referral.id)
                .get(0)
                .toString();
    }

    /** An intake that stands at a status whose time has run out, and then gets a new version. */
    private SubmittedReferral anotherVersion(IntakeStatus status, String urgency, String newUrgency) {
        SubmittedReferral referral = received(urgency);
        Database.updateAsSuperuser(
                "update intake set status = ?, due_at = now() - interval '1 hour' where referral_id = ?",
                status.name(),
                referral.id);
        referral.submit(newUrgency);
        outbox.drain();
        return referral;
    }

    @Test
    void aNewVersionOfWhatWasDecidedIsDecidedAnewWithItsOwnClock() {
        for (IntakeStatus decided :
                List.of(IntakeStatus.NOT_ACCEPTED, IntakeStatus.REJECTED_INVALID, IntakeStatus.RETAINED)) {
            assertEquals("IN_TRIAGE in time", stateOf(anotherVersion(decided, "P2", "P2")), decided.name());
        }
    }

    private boolean isInTheQueue(UUID intake) {
        return by(desk.analyst)
                .queryParam("page_size", 200)
                .get("/api/v1/intakes")
                .then()
                .extract()
                .<List<String>>path("items.id")
                .contains(intake.toString());
    }

    @Test
    void aNewVersionOfWhatTheFiuWorksWithWaitsInTheQueueUntilItIsRead() {
        for (IntakeStatus atWork :
                List.of(IntakeStatus.UNDER_ANALYSIS, IntakeStatus.DISSEMINATED, IntakeStatus.CLOSED)) {
            SubmittedReferral referral = anotherVersion(atWork, "P2", "P2");
            UUID intake = intakeOf(referral);
            assertEquals(atWork + " in time", stateOf(referral));
            assertTrue(isInTheQueue(intake), atWork.name());
            by(desk.analyst).get("/api/v1/intakes/" + intake).then().body("intake.unread", equalTo(true));
            desk.decide(intake, Map.of("decision", "NOTE_VERSION"))
                    .statusCode(200)
                    .body("status", equalTo(atWork.name()))
                    .body("unread", equalTo(false));
            assertTrue(!isInTheQueue(intake), atWork.name());
            desk.decide(intake, Map.of("decision", "NOTE_VERSION")).statusCode(409);
        }
    }

    @Test
    void aP1AloneReopensWhatIsClosed() {
        SubmittedReferral referral = anotherVersion(IntakeStatus.CLOSED, "P3", "P2");
        assertEquals("CLOSED in time", stateOf(referral));
        assertTrue(isInTheQueue(intakeOf(referral)));
        assertEquals("IN_TRIAGE in time", stateOf(anotherVersion(IntakeStatus.CLOSED, "P3", "P1")));
    }

    @Test
    void anOverdueIntakeThatBecomesAP1HasAClockOfItsOwn() {
        SubmittedReferral referral = received("P3");
        Database.updateAsSuperuser(
                "update intake set status = 'IN_TRIAGE', due_at = now() - interval '1 hour', clock_stage = 'PASSED'"
                        + " where referral_id = ?",
                referral.id);
        referral.submit("P1");
        outbox.drain();
        assertEquals("IN_TRIAGE in time", stateOf(referral));
        assertEquals(
                List.of("RUNNING"),
                Database.queryAsSuperuser("select clock_stage from intake where referral_id = ?", referral.id));
    }

    /** Makes the details of its protected subjects unreadable, or readable again. */
    private static void flipKeys(ReferralSteps referral) {
        Database.updateAsSuperuser(
                "update subject_key set wrapped = set_byte(wrapped, 9, 255 - get_byte(wrapped, 9)) where id in"
                        + " (select p.key_id from protected_subject p join referral_version v on v.id = p.version_id"
                        + " where v.referral_id = ?)",
                referral.id());
    }

    @Test
    void theReceiptAndTheCallHangOnNothingThatLooksIntoTheContent() {
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("urgency", "P1");
        fields.put("urgency_ground", "LIVE_OR_SCHEDULED_ABUSE");
        ReferralSteps referral = ReferralSteps.draft(Institutions.bank(), fields)
                .filled("3600100001")
                .subject(ReferralSteps.subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Mawar Kencana"))
                .submit();
        flipKeys(referral);
        outbox.drain();
        UUID intake = intakeOf(referral.id());
        assertEquals(List.of("all referral.triage urgent"), Told.about(intake));
        assertEquals(1L, Drafts.count("from notice where object_id = ? and kind = 'RECEIVED'", referral.id()));
        String pending = "select protection_pending from intake where id = ?";
        assertEquals(List.of(true), Database.queryAsSuperuser(pending, intake));
        flipKeys(referral);
        Database.updateAsSuperuser(
                "update outbox_event set due_at = now() - interval '1 second' where handled_at is null"
                        + " and object_id in (select id from referral_version where referral_id = ?)",
                referral.id());
        outbox.drain();
        assertEquals(List.of(false), Database.queryAsSuperuser(pending, intake));
        assertEquals(List.of("all referral.triage urgent"), Told.about(intake));
    }

    @Test
    void nothingIsGivenOnBeforeWhomItProtectsIsMaskedEverywhere() {
        SubmittedReferral referral = received("P2");
        UUID intake = desk.accepted(referral);
        Map<String, Object> form = Desk.form(desk.caseOf(intake), referral, Institutions.agency());
        String draft = desk.draft(form).statusCode(201).extract().path("id");
        Database.updateAsSuperuser("update intake set protection_pending = true where id = ?", intake);
        by(desk.analyst)
                .post("/api/v1/disseminations/" + draft + "/handovers")
                .then()
                .statusCode(409)
                .body("violations.code", contains("source_protection_pending"));
    }

    @Test
    void nothingOfAnIntakeThatIsNotAcceptedAnyMoreIsGivenOn() {
        SubmittedReferral referral = received("P2");
        UUID intake = desk.accepted(referral);
        Map<String, Object> form = Desk.form(desk.caseOf(intake), referral, Institutions.agency());
        String draft = desk.draft(form).statusCode(201).extract().path("id");
        String digest = desk.handOver(draft);
        Database.updateAsSuperuser("update intake set status = 'WITHDRAWN' where id = ?", intake);
        desk.approve(desk.supervisor, draft, digest)
                .statusCode(409)
                .body("violations.code", contains("source_not_open"));
    }

    @Test
    void aColleagueTakesOverWhatSomebodyElseHasTaken() {
        UUID intake = intakeOf(received("P2"));
        desk.decide(intake, Map.of("decision", "TAKE")).statusCode(200);
        by(desk.supervisor)
                .header("If-Match", desk.tag(intake))
                .body(Map.of("decision", "TAKE"))
                .post("/api/v1/intakes/" + intake + "/decisions")
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_TRIAGE"));
        assertEquals(
                List.of(Drafts.id(desk.supervisor)),
                Database.queryAsSuperuser("select assigned_to from intake where id = ?", intake));
    }

    @Test
    void theFormCodeStaysOnceTheSubmitterWasTold() {
        UUID intake = intakeOf(received("P2"));
        Database.updateAsSuperuser("update intake set finished_at = now() where id = ?", intake);
        desk.decide(intake, Map.of("decision", "TAKE", "form_code", "LATE"))
                .statusCode(409)
                .body("violations.code", contains("form_code_told"));
        desk.decide(intake, Map.of("decision", "TAKE")).statusCode(200);
    }

    @Test
    void theSubmitterIsAskedForFieldsOfTheReferralAndNothingElse() {
        UUID intake = intakeOf(received("P2"));
        desk.decide(intake, Map.of("decision", "TAKE")).statusCode(200);
        desk.decide(
                        intake,
                        Map.of(
                                "decision",
                                "REQUEST_INFORMATION",
                                "missing",
                                List.of("he_was_disseminated_to_agency_x")))
                .statusCode(400);
        desk.decide(intake, Map.of("decision", "REQUEST_INFORMATION", "missing", List.of("red_flags", "grading")))
                .statusCode(200);
    }

    @Test
    void aRaisedUrgencyBringsEveryOpenIntakeBackToTriage() {
        for (IntakeStatus decided : List.of(
                IntakeStatus.NOT_ACCEPTED,
                IntakeStatus.RETAINED,
                IntakeStatus.UNDER_ANALYSIS,
                IntakeStatus.DISSEMINATED)) {
            SubmittedReferral referral = anotherVersion(decided, "P3", "P1");
            assertEquals("IN_TRIAGE in time", stateOf(referral), decided.name());
        }
    }

    @Test
    void aNewVersionDoesNotLengthenTheTimeOfWhatIsUndecided() {
        assertEquals("RECEIVED late", stateOf(anotherVersion(IntakeStatus.RECEIVED, "P3", "P3")));
        assertEquals("IN_TRIAGE late", stateOf(anotherVersion(IntakeStatus.IN_TRIAGE, "P2", "P2")));
    }

    @Test
    void theFiuAloneLearnsThatAnotherReferralHoldsTheSame() {
        SubmittedReferral one = received("P1");
        SubmittedReferral other = received("P3", one.phone);
        String path = "/api/v1/intakes/" + intakeOf(one) + "/links";
        by(desk.analyst)
                .get(path)
                .then()
                .statusCode(200)
                .body("items.identifier.value", equalTo(List.of(one.phone)))
                .body("items[0].kind", equalTo("IDENTIFIER"))
                .body("items[0].intake_id", equalTo(intakeOf(other).toString()))
                .body("items[0].reference", equalTo(other.reference))
                .body("suppressed", equalTo(List.of()));
        as(desk.analyst).get(path).then().statusCode(400);
        by(one.bank.person(Role.COMPLIANCE_OFFICER)).get(path).then().statusCode(403);
    }

    @Test
    void finishedComesAtItsTimeOnceWithTheCodeOfTheForm() throws Exception {
        SubmittedReferral untouched = received("P3");
        SubmittedReferral unclear = received("P3");
        UUID intake = intakeOf(unclear);
        desk.decide(intake, Map.of("decision", "TAKE", "form_code", "NARRATIVE_UNCLEAR"))
                .statusCode(200);
        notices.finishDue();
        assertEquals(List.of("RECEIVED"), noticesOf(untouched));
        letTimePass(untouched);
        letTimePass(unclear);
        notices.finishDue();
        notices.finishDue();
        assertEquals(List.of("RECEIVED", "FINISHED COMPLETE"), noticesOf(untouched));
        assertEquals(List.of("RECEIVED", "FINISHED NARRATIVE_UNCLEAR"), noticesOf(unclear));
    }

    @Test
    void oneNoticeThatCannotBeWrittenHoldsUpNoOther() throws Exception {
        SubmittedReferral broken = received("P3");
        SubmittedReferral sound = received("P3");
        letTimePass(broken);
        letTimePass(sound);
        // the first in line: nobody can be told about what was taken back
        Database.updateAsSuperuser(
                "update intake set received_at = received_at - interval '1 day' where referral_id = ?", broken.id);
        Database.updateAsSuperuser(
                "update disclosure set recalled_at = now(), recalled_by = ?, recall_reason = 'test' where object_id = ?",
                UUID.randomUUID(),
                broken.version);
        notices.finishDue();
        assertEquals(List.of("RECEIVED", "FINISHED COMPLETE"), noticesOf(sound));
        assertEquals(List.of("RECEIVED"), noticesOf(broken));
    }

    @Test
    void aSubmitterIsToldTheSameWhateverComesOfItsReferral() throws Exception {
        var agency = Institutions.agency();
        SubmittedReferral pursued = received("P1");
        SubmittedReferral left = received("P1");
        String dissemination = desk.disseminated(pursued, agency);
        Person officer = agency.person(Role.LE_OFFICER);
        by(officer)
                .post("/api/v1/disseminations/" + dissemination + "/acknowledgements")
                .then()
                .statusCode(201);
        Desk.under(Desk.matter(agency), officer)
                .body(Map.of("outcome", "CHILD_SAFEGUARDED", "child_count_band", "ONE"))
                .post("/api/v1/disseminations/" + dissemination + "/outcomes")
                .then()
                .statusCode(201);
        letTimePass(pursued);
        letTimePass(left);
        notices.finishDue();
        assertEquals(List.of("RECEIVED", "FINISHED COMPLETE"), noticesOf(pursued));
        assertEquals(noticesOf(left), noticesOf(pursued));
    }

    @Test
    void aBankHasNoDoorToTheFiusSide() throws Exception {
        SubmittedReferral referral = received("P1");
        UUID intake = intakeOf(referral);
        Person officer = referral.bank.person(Role.COMPLIANCE_OFFICER, Role.INVESTIGATOR);
        for (String path : List.of(
                "/api/v1/intakes",
                "/api/v1/intakes/" + intake,
                "/api/v1/intakes/" + intake + "/transactions",
                "/api/v1/cases",
                "/api/v1/cases/" + UUID.randomUUID(),
                "/api/v1/disseminations",
                "/api/v1/disseminations/" + UUID.randomUUID(),
                "/api/v1/disseminations/" + UUID.randomUUID() + "/responses")) {
            by(officer).get(path).then().statusCode(403).body(not(containsString(intake.toString())));
        }
        assertEquals(List.of(), Database.query(referral.bank.id(), null, "select id from intake"));
        assertEquals(List.of(), Database.query(referral.bank.id(), null, "select id from case_file"));
    }

    @Test
    void aCaseIsMadeOfAcceptedIntakesThatExist() {
        UUID accepted = desk.accepted(received("P2"));
        UUID waiting = intakeOf(received("P2"));
        String path = "/api/v1/cases/" + desk.caseOf(accepted);
        by(desk.analyst)
                .body(Map.of("intake_id", waiting))
                .post(path + "/intakes")
                .then()
                .statusCode(409);
        by(desk.analyst)
                .body(Map.of("intake_id", UUID.randomUUID()))
                .post(path + "/intakes")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("intake_id"));
        UUID more = desk.accepted(received("P2"));
        by(desk.analyst)
                .body(Map.of("intake_id", more))
                .post(path + "/intakes")
                .then()
                .statusCode(200);
        by(desk.analyst)
                .body(Map.of("intake_id", more))
                .post(path + "/intakes")
                .then()
                .statusCode(409);
        by(desk.analyst)
                .get(path)
                .then()
                .statusCode(200)
                .body("intakes.id", equalTo(List.of(accepted.toString(), more.toString())))
                .body("team.size()", equalTo(1));
        as(desk.analyst).get(path).then().statusCode(400);
    }
}
