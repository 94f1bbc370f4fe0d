package org.simpul.inquiry.rfi;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
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

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.simpul.inquiry.rfi.RfiSteps.RFIS;
import static org.simpul.inquiry.rfi.RfiSteps.THREADS;

/** An agency asks the FIU, which refuses, answers, or asks on. */
@QuarkusTest
class RfiOnwardTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    private RfiSteps steps;
    private Institution agency;
    private RfiSteps.OfAnAgency asked;

    @BeforeEach
    void anAgencyThatAsks() {
        steps = new RfiSteps(outbox);
        agency = Institutions.agency();
        asked = steps.asked(agency);
    }

    private String path() {
        return THREADS + "/" + asked.thread();
    }

    @Test
    void anAgencyAsksTheFiuAloneUnderALiveMatter() {
        RfiSteps.read(steps.analyst, path())
                .statusCode(200)
                .body("from", equalTo("Institution " + agency.alias()))
                .body("matter", equalTo(asked.matter()))
                .body("may_refuse", equalTo(true));
        RfiSteps.read(steps.analyst, RFIS + "/" + asked.rfi()).statusCode(404);
        Institution other = Institutions.agency();
        Desk.under(Desk.matter(other), other.person(Role.LE_SUPERVISOR))
                .get(path())
                .then()
                .statusCode(404);
        as(Institutions.bank().person(Role.COMPLIANCE_OFFICER))
                .get(path())
                .then()
                .statusCode(404);
        Desk.by(agency.person(Role.LE_OFFICER))
                .body(RfiSteps.ofAnAgency())
                .post(RFIS)
                .then()
                .statusCode(403);
        asks("scope", Map.of("kind", "REPORTING_ENTITY", "by_identifier", false));
        asks("case_id", steps.caseId);
        asks("origins", List.of(asked.thread()));
    }

    @Test
    void nothingIsIssuedUnderAMatterThatIsClosed() {
        String other = Desk.matter(agency);
        Person officer = agency.person(Role.LE_OFFICER);
        String draft = drafted();
        Desk.under(other, officer)
                .header("If-Match", tag(draft))
                .body(RfiSteps.ofAnAgency())
                .put(RFIS + "/" + draft)
                .then()
                .statusCode(409)
                .body("violations.code", contains("rfi_of_another_matter"));
        asked.by(Role.LE_OFFICER)
                .header("If-Match", tag(draft))
                .body(RfiSteps.ofAnAgency())
                .put(RFIS + "/" + draft)
                .then()
                .statusCode(200);
        String digest = asked.by(Role.LE_OFFICER)
                .post(RFIS + "/" + draft + "/handovers")
                .then()
                .statusCode(200)
                .extract()
                .path("digest");
        String second = drafted();
        Database.updateAsSuperuser("update matter set status = 'CLOSED' where number = ?", asked.matter());
        Desk.under(other, officer)
                .post(RFIS + "/" + second + "/handovers")
                .then()
                .statusCode(403)
                .body("type", endsWith("/matter-not-live"));
        Desk.under(other, agency.person(Role.LE_SUPERVISOR))
                .body(Map.of("decision", "APPROVE", "digest", digest))
                .post(RFIS + "/" + draft + "/decisions")
                .then()
                .statusCode(403)
                .body("type", endsWith("/matter-not-live"));
    }

    private String drafted() {
        return asked.by(Role.LE_OFFICER)
                .body(RfiSteps.ofAnAgency())
                .post(RFIS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String tag(String draft) {
        return asked.by(Role.LE_OFFICER).get(RFIS + "/" + draft).header("ETag");
    }

    private void asks(String field, Object value) {
        Map<String, Object> form = RfiSteps.ofAnAgency();
        form.put(field, value);
        asked.by(Role.LE_OFFICER).body(form).post(RFIS).then().statusCode(400);
    }

    @Test
    void theFiuRefusesWithAReason() {
        Map<String, Object> refusal = RfiSteps.answer("REFUSED");
        RfiSteps.write(steps.analyst, asked.thread(), refusal).statusCode(400);
        refusal.put("refusal", "DISPROPORTIONATE");
        RfiSteps.answered(steps.analyst, steps.supervisor, asked.thread(), refusal)
                .statusCode(200);
        asked.by(Role.LE_OFFICER)
                .get(path())
                .then()
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("steps[0].refusal", equalTo("DISPROPORTIONATE"));
    }

    @Test
    void theFiuAnswersByWhatTheAgencyHasAndTheAgencyTellsWhatItWasGoodFor() {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P3", SubmittedReferral.anyPhone());
        outbox.drain();
        String file = steps.desk.caseOf(steps.desk.accepted(referral));
        String given = steps.desk.disseminated(Desk.form(file, referral, agency));
        String others = steps.desk.disseminated(Desk.form(file, referral, Institutions.agency()));
        Map<String, Object> answer = RfiSteps.answer("ANSWERED");
        refuses(answer, "rfi_answered_by_a_dissemination");
        refuses(RfiSteps.rows("ANSWERED"), "rfi_rows_without_answer");
        answer.put("dissemination_id", others);
        refuses(answer, "unknown_value");
        answer.put("dissemination_id", UUID.randomUUID());
        refuses(answer, "unknown_value");
        answer.put("dissemination_id", given);
        RfiSteps.answered(steps.analyst, steps.supervisor, asked.thread(), answer)
                .statusCode(200);
        asked.by(Role.LE_OFFICER)
                .get(RFIS + "/" + asked.rfi() + "/answers")
                .then()
                .statusCode(200)
                .body("answers.dissemination_id", contains(given))
                .body("answers.institution", contains("Unit Intelijen Keuangan Nusantara"));
        asked.by(Role.LE_OFFICER)
                .body(Map.of("step", "ASK_REPORT", "letter_number", "S-1/2026", "letter_date", "2026-03-02"))
                .post(path() + "/steps")
                .then()
                .statusCode(409);
        asked.by(Role.LE_OFFICER)
                .body(Map.of("step", "REPORT_USE", "used", "USED_IN_INVESTIGATION"))
                .post(path() + "/steps")
                .then()
                .statusCode(200)
                .body("status", equalTo("USE_REPORTED"));
        RfiSteps.read(steps.analyst, path()).body("steps.used", hasItem("USED_IN_INVESTIGATION"));
    }

    private void refuses(Map<String, Object> answer, String code) {
        RfiSteps.write(steps.analyst, asked.thread(), answer).statusCode(400).body("violations.code", hasItem(code));
    }

    @Test
    void theFiuAsksOnAndNobodyElseReadsForWhom() throws SQLException {
        Institution bank = steps.bank();
        String before = asked.by(Role.LE_OFFICER).get(path()).asString();
        Map<String, Object> form = steps.form();
        form.put("origins", List.of(asked.thread()));
        String rfi = steps.issued(form);
        RfiSteps.answered(bank, RfiSteps.thread(bank), RfiSteps.rows("ANSWERED"));
        outbox.drain();
        RfiSteps.read(steps.analyst, RFIS + "/" + rfi).body("origins", contains(asked.thread()));
        assertEquals(before, asked.by(Role.LE_OFFICER).get(path()).asString());
        String read = as(bank.person(Role.COMPLIANCE_OFFICER))
                .get(THREADS + "/" + RfiSteps.thread(bank))
                .asString();
        for (String hidden : List.of(asked.thread(), asked.matter(), agency.alias(), "origin")) {
            assertFalse(read.contains(hidden), hidden);
        }
        String sql = "select thread_id from rfi_origin where rfi_id = ?";
        UUID file = UUID.fromString(rfi);
        assertEquals(
                1,
                Database.query(steps.fiu.id(), Drafts.id(steps.analyst), sql, file)
                        .size());
        assertEquals(List.of(), Database.query(bank.id(), Drafts.id(bank.person(Role.INVESTIGATOR)), sql, file));
        assertEquals(List.of(), Database.query(agency.id(), Drafts.id(agency.person(Role.LE_OFFICER)), sql, file));
    }

    @Test
    void theFiuAsksOnWhatItWasAskedAndIsOpenAlone() {
        Map<String, Object> form = steps.form();
        form.put("origins", List.of(UUID.randomUUID()));
        RfiSteps.post(steps.analyst, RFIS, form).statusCode(400);
        form.put("origins", List.of(asked.thread()));
        String draft = steps.draft(form);
        RfiSteps.read(steps.analyst, RFIS + "/" + draft).body("origins", contains(asked.thread()));
        asked.by(Role.LE_OFFICER)
                .post(RFIS + "/" + asked.rfi() + "/closures")
                .then()
                .statusCode(200)
                .body("nil_returns", equalTo(0));
        RfiSteps.post(steps.analyst, RFIS, form).statusCode(400);
        asked.by(Role.LE_OFFICER).get(RFIS).then().statusCode(200).body("items.case_id", contains(nullValue()));
        asked.by(Role.LE_OFFICER).get(THREADS).then().statusCode(200).body("items", empty());
    }
}
