package org.simpul.inquiry.rfi;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.simpul.inquiry.rfi.Abroad.AGREEMENTS;
import static org.simpul.inquiry.rfi.RfiSteps.RFIS;
import static org.simpul.inquiry.rfi.RfiSteps.THREADS;

/** Across a border: nothing about a person, unless it is agreed. */
@QuarkusTest
class ForeignFiuTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    private RfiSteps steps;
    private Abroad abroad;

    @BeforeEach
    void aForeignFiu() {
        steps = new RfiSteps(outbox);
        abroad = new Abroad();
    }

    private static void conflicts(ValidatableResponse answer, String code) {
        answer.statusCode(409).body("violations.code", hasItem(code));
    }

    private static void invalid(ValidatableResponse answer, String code) {
        answer.statusCode(400).body("violations.code", hasItem(code));
    }

    @Test
    void anAgreementIsSetByTwoPersonsAndEndedByOne() {
        Map<String, Object> form = Abroad.agreement(abroad.foreign, true);
        form.put("transfer_ground", null);
        invalid(abroad.propose(form), "transfer_ground_of_person_level");
        invalid(abroad.propose(Abroad.agreement(Institutions.agency(), true)), "unknown_counterpart");
        ValidatableResponse proposed = abroad.propose(Abroad.agreement(abroad.foreign, true));
        String id = proposed.statusCode(201).extract().path("id");
        String digest = proposed.extract().path("digest");
        abroad.decide(abroad.proposer(), id, digest).statusCode(403);
        abroad.decide(abroad.second(), id, digest.replaceAll(".", "0")).statusCode(412);
        // what is not in force does not exist for the other side
        Desk.by(abroad.analyst).get(AGREEMENTS + "/" + id).then().statusCode(404);
        Desk.by(abroad.analyst).get(AGREEMENTS).then().body("items.size()", equalTo(0));
        abroad.decide(abroad.second(), id, digest).statusCode(200).body("status", equalTo("LIVE"));
        Desk.by(abroad.analyst)
                .get(AGREEMENTS + "/" + id)
                .then()
                .statusCode(200)
                .body("decline_reason", nullValue());
        Desk.by(new Abroad().analyst).get(AGREEMENTS + "/" + id).then().statusCode(404);
        abroad.end(id);
        conflicts(
                Desk.by(abroad.second())
                        .post(AGREEMENTS + "/" + id + "/endings")
                        .then(),
                "agreement_step_not_open");
    }

    @Test
    void anotherAgreementTakesThePlaceOfTheOneBefore() {
        String first = abroad.agreed(true);
        String second = abroad.agreed(false);
        Desk.by(abroad.second()).get(AGREEMENTS + "/" + first).then().body("status", equalTo("REPLACED"));
        Desk.by(abroad.second()).get(AGREEMENTS + "/" + second).then().body("status", equalTo("LIVE"));
    }

    @Test
    void whatHasEndedWhileItWaitedReplacesNothing() {
        String live = abroad.agreed(true);
        ValidatableResponse proposed =
                abroad.propose(Abroad.agreement(abroad.foreign, true)).statusCode(201);
        String id = proposed.extract().path("id");
        Database.updateAsSuperuser(
                "update agreement set ends_at = now() - interval '1 minute' where id = ?", UUID.fromString(id));
        conflicts(abroad.decide(abroad.second(), id, proposed.extract().path("digest")), "agreement_over");
        Desk.by(abroad.second()).get(AGREEMENTS + "/" + live).then().body("status", equalTo("LIVE"));
    }

    @Test
    void theFiuAsksAbroadUnderAnAgreementAlone() {
        String id = steps.draft(abroad.asksAbroad(steps));
        String handovers = RFIS + "/" + id + "/handovers";
        conflicts(RfiSteps.post(steps.analyst, handovers, null), "agreement_not_live");
        String narrow = abroad.agreed(false);
        conflicts(RfiSteps.post(steps.analyst, handovers, null), "agreement_not_live");
        abroad.end(narrow);
        String agreement = abroad.agreed(true);
        String digest = RfiSteps.handOver(steps.analyst, id);
        // what was agreed may have ended meanwhile
        abroad.end(agreement);
        conflicts(RfiSteps.decide(steps.supervisor, RFIS + "/" + id, digest), "agreement_not_live");
        abroad.agreed(true);
        String thread = RfiSteps.decide(steps.supervisor, RFIS + "/" + id, digest)
                .statusCode(200)
                .extract()
                .path("threads[0].id");
        RfiSteps.read(abroad.analyst, THREADS + "/" + thread)
                .statusCode(200)
                .body("egmont_reference", equalTo("ESW/2026/0042"))
                .body("matter", nullValue())
                .body("may_refuse", equalTo(true));
        Abroad other = new Abroad();
        other.agreed(true);
        RfiSteps.read(other.analyst, THREADS + "/" + thread).statusCode(404);
        RfiSteps.answered(abroad.analyst, abroad.supervisor, thread, RfiSteps.rows("ANSWERED"))
                .statusCode(200);
        RfiSteps.say(steps.analyst, thread, "ASK_REPORT", "letter_number", "L/1-26", "letter_date", "2026-03-01")
                .statusCode(409);
        RfiSteps.say(steps.analyst, thread, "REPORT_USE", "used", "USED_IN_INVESTIGATION")
                .statusCode(200);
        RfiSteps.read(steps.analyst, RFIS + "/" + id + "/answers")
                .statusCode(200)
                .body("answers.size()", equalTo(1));
    }

    @Test
    void whatCrossesABorderNamesItsReferenceAndItsCountry() {
        Map<String, Object> form = abroad.asksAbroad(steps);
        form.remove("egmont_reference");
        invalid(RfiSteps.post(steps.analyst, RFIS, form), "rfi_egmont_reference");
        Map<String, Object> home = steps.form();
        home.put("egmont_reference", "ESW/2026/0042");
        invalid(RfiSteps.post(steps.analyst, RFIS, home), "rfi_egmont_reference");
        form.put("egmont_reference", "ESW/2026/0042");
        form.put("scope", Map.of("kind", "FOREIGN_FIU", "by_identifier", false));
        invalid(RfiSteps.post(steps.analyst, RFIS, form), "rfi_scope_abroad");
        Map<String, Object> foreign = Abroad.asksTheFiu();
        foreign.remove("egmont_reference");
        invalid(RfiSteps.post(abroad.analyst, RFIS, foreign), "rfi_egmont_reference");
    }

    @Test
    void aForeignFiuAsksAndTheFiuAnswersByADisseminationThatCrosses() {
        String id = RfiSteps.draft(abroad.analyst, Abroad.asksTheFiu());
        conflicts(RfiSteps.post(abroad.analyst, RFIS + "/" + id + "/handovers", null), "agreement_not_live");
        String agreement = abroad.agreed(true);
        String thread = abroad.asked().thread();
        RfiSteps.read(steps.analyst, THREADS + "/" + thread)
                .statusCode(200)
                .body("egmont_reference", equalTo("ESW/2026/0043"));
        String given = disseminated();
        Map<String, Object> answer = RfiSteps.answer("ANSWERED");
        answer.put("dissemination_id", given);
        RfiSteps.write(steps.analyst, thread, answer).statusCode(200);
        String digest = RfiSteps.handOverAnswer(steps.analyst, thread);
        abroad.end(agreement);
        conflicts(RfiSteps.decide(steps.supervisor, THREADS + "/" + thread, digest), "agreement_not_live");
        abroad.agreed(true);
        RfiSteps.decide(steps.supervisor, THREADS + "/" + thread, digest).statusCode(200);
        RfiSteps.read(abroad.analyst, THREADS + "/" + thread + "/answers/1")
                .statusCode(200)
                .body("dissemination_id", equalTo(given));
    }

    @Test
    void noWordsCrossABorderOnceTheAgreementIsOver() throws SQLException {
        String agreement = abroad.agreed(true);
        String thread = abroad.asked().thread();
        RfiSteps.say(steps.analyst, thread, "ASK_CLARIFICATION", "text", "Of which bank?")
                .statusCode(200);
        abroad.end(agreement);
        conflicts(RfiSteps.say(abroad.analyst, thread, "CLARIFY", "text", "Bank A."), "agreement_not_live");
        String later = Instant.now().plus(20, ChronoUnit.DAYS).toString();
        conflicts(
                RfiSteps.say(steps.analyst, thread, "ASK_EXTENSION", "text", "Both.", "until", later),
                "agreement_not_live");
        String says =
                """
                insert into rfi_step (id, owner, recipient, thread_id, thread_owner, kind, text, at)
                values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, now())
                """;
        UUID id = UUID.fromString(thread);
        UUID foreign = abroad.foreign.id();
        UUID fiu = steps.fiu.id();
        for (UUID side : List.of(fiu, foreign)) {
            String kind = side.equals(fiu) ? "ASK_CLARIFICATION" : "CLARIFY";
            UUID other = side.equals(fiu) ? foreign : fiu;
            SQLException refusal = assertThrows(
                    SQLException.class,
                    () -> Database.update(side, null, says, side, other, id, foreign, kind, "Who?"));
            assertEquals("42501", refusal.getSQLState());
            // that something was received holds no person
            assertEquals(
                    1,
                    Database.update(
                            side,
                            null,
                            says,
                            side,
                            other,
                            id,
                            foreign,
                            side.equals(fiu) ? "ACKNOWLEDGE" : "DECLINE_EXTENSION",
                            null));
        }
        abroad.agreed(true);
        RfiSteps.say(abroad.analyst, thread, "CLARIFY", "text", "Bank A.").statusCode(200);
        RfiSteps.say(steps.analyst, thread, "ASK_CLARIFICATION", "text", "And whose?")
                .statusCode(200);
    }

    @Test
    void whatTheFiuAsksOnTellsAnInstitutionNothingOfABorder() {
        abroad.agreed(true);
        String thread = abroad.asked().thread();
        Institution bank = steps.bank();
        Map<String, Object> on = steps.form();
        on.put("origins", List.of(thread));
        steps.issued(on);
        as(bank.person(Role.COMPLIANCE_OFFICER))
                .get(THREADS + "/" + RfiSteps.thread(bank))
                .then()
                .statusCode(200)
                .body("egmont_reference", nullValue())
                .body("from", not(containsString(abroad.foreign.alias())));
    }

    private Map<String, Object> form(SubmittedReferral referral, Institution... recipients) {
        return Desk.form(steps.desk.caseOf(steps.desk.accepted(referral)), referral, recipients);
    }

    private SubmittedReferral referral() {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P3", SubmittedReferral.anyPhone());
        outbox.drain();
        return referral;
    }

    private String disseminated() {
        Map<String, Object> form = form(referral(), abroad.foreign);
        form.put("egmont_reference", "ESW/2026/0043");
        return steps.desk.disseminated(form);
    }

    @Test
    void aDisseminationCrossesUnderAnAgreementWithItsReferenceAndGoesNowhereElse() {
        SubmittedReferral referral = referral();
        Map<String, Object> form = form(referral, abroad.foreign);
        invalid(steps.desk.draft(form), "dissemination_without_egmont_reference");
        form.put("egmont_reference", "ESW/2026/0044");
        String id = steps.desk.draft(form).statusCode(201).extract().path("id");
        conflicts(
                Desk.by(steps.analyst)
                        .post("/api/v1/disseminations/" + id + "/handovers")
                        .then(),
                "agreement_not_live");
        form.put(
                "recipients",
                List.of(abroad.foreign.alias(), Institutions.agency().alias()));
        invalid(steps.desk.draft(form), "dissemination_crosses_alone");
        abroad.agreed(true);
        String given = disseminated();
        Person reader = abroad.analyst;
        Desk.by(reader)
                .get("/api/v1/disseminations/" + given)
                .then()
                .statusCode(200)
                .body("content.egmont_reference", equalTo("ESW/2026/0043"));
        Desk.by(new Abroad().analyst)
                .get("/api/v1/disseminations/" + given)
                .then()
                .statusCode(404);
        Desk.by(reader)
                .post("/api/v1/disseminations/" + given + "/acknowledgements")
                .then()
                .statusCode(201);
        assertEquals(
                List.of("NOTHING"),
                Database.queryAsSuperuser(
                        "select owes from dissemination_delivery where version_id = ?", UUID.fromString(given)));
    }

    private void refused(UUID version, Institution to, String kind) {
        refused(version, to, null, kind);
    }

    private void refused(UUID version, Institution to, UUID person, String kind) {
        SQLException refusal = assertThrows(
                SQLException.class,
                () -> Database.update(
                        steps.fiu.id(),
                        null,
                        """
                        insert into disclosure (id, object_kind, object_id, object_owner, from_participant, to_participant,
                          to_person, purpose, legal_basis, tlp, pap, disclosed_by, disclosed_at)
                        values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, 'LOCATE_AND_PROTECT', 'X', 'TLP:AMBER', 'PAP:RED',
                          gen_random_uuid(), now())""",
                        kind,
                        version,
                        steps.fiu.id(),
                        steps.fiu.id(),
                        person == null ? to.id() : null,
                        person));
        assertEquals("42501", refusal.getSQLState(), refusal.getMessage());
    }

    @Test
    void theDatabaseLetsNothingAcrossThatIsNotAgreed() throws SQLException {
        String agreement = abroad.agreed(true);
        UUID version = UUID.fromString(disseminated());
        Abroad stranger = new Abroad();
        refused(version, stranger.foreign, "DISSEMINATION_VERSION");
        refused(version, Institutions.agency(), "DISSEMINATION_VERSION");
        Institution agency = Institutions.agency();
        refused(version, agency, Drafts.id(agency.person(Role.LE_OFFICER)), "DISSEMINATION_VERSION");
        UUID abroads = Drafts.id(abroad.analyst);
        refused(version, abroad.foreign, abroads, "DISSEMINATION_VERSION");
        UUID home = UUID.fromString(steps.desk.disseminated(form(referral(), agency)));
        refused(home, abroad.foreign, abroads, "DISSEMINATION_VERSION");
        abroad.end(agreement);
        refused(version, abroad.foreign, "DISSEMINATION_VERSION");
        // what was given before stays, until it is recalled
        assertEquals(
                1,
                Database.query(abroad.foreign.id(), null, "select id from dissemination_version where id = ?", version)
                        .size());
    }
}
