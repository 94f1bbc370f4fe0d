package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.shared.Quarter;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.simpul.casework.Desk.by;
import static org.simpul.casework.Desk.intakeOf;

/** What an institution learns of a quarter of its referrals, and what it never learns of one. */
@QuarkusTest
class QualityReportTest extends HubTest {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @Inject
    QualityClock clock;

    @Inject
    OutboxDispatcher outbox;

    private Desk desk;
    private Institution bank;
    private Quarter quarter;

    @BeforeEach
    void open() {
        desk = new Desk();
        bank = Institutions.bank();
        quarter = Quarter.reportedOn(LocalDate.now(JAKARTA), 30);
    }

    /** Intakes that were finished in the quarter that is reported on, some of them graded. */
    private void finished(int count, String status, String formCode, String usefulness) {
        for (int i = 0; i < count; i++) {
            UUID intake = UUID.randomUUID();
            Database.updateAsSuperuser(
                    """
                    insert into intake (id, owner, referral_id, referral_owner, version_id, version_number, reference, urgency,
                      status, form_code, received_at, due_at, finished_at, revision)
                    values (?, ?, ?, ?, ?, 1, 'R', 'P3', ?, ?, now(), now(), ?::timestamptz, 1)
                    """,
                    intake,
                    desk.fiu.id(),
                    UUID.randomUUID(),
                    bank.id(),
                    UUID.randomUUID(),
                    status,
                    formCode,
                    quarter.from(JAKARTA).plusSeconds(i).toString());
            if (usefulness != null) {
                Database.updateAsSuperuser(
                        "insert into intake_usefulness (owner, intake_id, usefulness, graded_by, graded_at)"
                                + " values (?, ?, ?, gen_random_uuid(), now())",
                        desk.fiu.id(),
                        intake,
                        usefulness);
            }
        }
    }

    private io.restassured.response.ValidatableResponse reports() {
        return as(bank.person(Role.COMPLIANCE_OFFICER))
                .get("/api/v1/quality-reports")
                .then()
                .statusCode(200);
    }

    @Test
    void aQuarterOfTwentyIsToldOfOnceInShares() {
        finished(15, "CLOSED", "COMPLETE", "HIGH");
        finished(10, "IN_TRIAGE", "MISSING_FIELD", "LOW");
        clock.tick();
        clock.tick();
        reports()
                .body("items.quarter", contains(quarter.text()))
                .body("items[0].referrals", equalTo("20-49"))
                .body("items[0].form.complete", equalTo(60))
                .body("items[0].form.missing_field", equalTo(40))
                .body("items[0].form.late", equalTo(0))
                .body("items[0].usefulness.high", equalTo(60))
                .body("items[0].usefulness.low", equalTo(40));
        // nothing that is graded later changes it
        Database.updateAsSuperuser("update intake_usefulness set usefulness = 'NONE' where owner = ?", desk.fiu.id());
        clock.tick();
        reports().body("items.usefulness.high", contains(60));
    }

    @Test
    void nineteenAreNotToldOfAtAll() {
        finished(19, "CLOSED", "COMPLETE", "HIGH");
        clock.tick();
        reports().body("items", empty()).body("next_page_token", nullValue());
        assertEquals(
                List.of(0L),
                Database.queryAsSuperuser("select count(*) from quality_report where object_owner = ?", bank.id()));
    }

    @Test
    void usefulnessThatIsTheSameOfAllIsNotToldOf() {
        finished(25, "CLOSED", "COMPLETE", "HIGH");
        finished(4, "CLOSED", "COMPLETE", "LOW");
        clock.tick();
        reports().body("items[0].form.complete", equalTo(100)).body("items[0].usefulness", nullValue());
    }

    @Test
    void usefulnessIsToldOfTwentyThatWereGradedOrOfNone() {
        finished(19, "CLOSED", "COMPLETE", "HIGH");
        finished(10, "RECEIVED", "COMPLETE", null);
        clock.tick();
        reports().body("items[0].form.complete", equalTo(100)).body("items[0].usefulness", nullValue());
    }

    @Test
    void itIsTheSameWhateverBecameOfTheReferrals() {
        String first = null;
        for (IntakeStatus status : IntakeStatus.values()) {
            bank = Institutions.bank();
            finished(12, status.name(), "COMPLETE", "HIGH");
            finished(12, status.name(), "LATE", "NONE");
            clock.tick();
            String told = reports().extract().asString();
            String shape = told.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "").replaceAll("\"at\":\"[^\"]+\"", "");
            first = first == null ? shape : first;
            assertEquals(first, shape, status.name());
        }
    }

    @Test
    void oneReferralMoreOrLessAmongManyChangesNoShare() {
        finished(14, "CLOSED", "COMPLETE", "NONE");
        finished(5, "CLOSED", "COMPLETE", "LOW");
        finished(1, "CLOSED", "COMPLETE", "HIGH");
        clock.tick();
        reports()
                .body("items[0].usefulness.none", equalTo(75))
                .body("items[0].usefulness.low", equalTo(25))
                .body("items[0].usefulness.high", equalTo(0));
    }

    @Test
    void oneGradeForAlmostAllIsNotToldSinceItWouldTellOfEach() {
        finished(19, "CLOSED", "COMPLETE", "HIGH");
        finished(1, "CLOSED", "COMPLETE", "NONE");
        clock.tick();
        reports().body("items[0].usefulness", nullValue());
    }

    @Test
    void anInstitutionReadsItsOwnAndNobodyWritesIt() throws Exception {
        finished(20, "CLOSED", "COMPLETE", "HIGH");
        clock.tick();
        as(Institutions.bank().person(Role.COMPLIANCE_OFFICER))
                .get("/api/v1/quality-reports")
                .then()
                .body("items", empty());
        as(bank.person(Role.INVESTIGATOR)).get("/api/v1/quality-reports").then().statusCode(403);
        as(desk.analyst).get("/api/v1/quality-reports").then().statusCode(403);
        assertEquals(
                List.of(),
                Database.query(
                        Institutions.bank().id(),
                        null,
                        "select id from quality_report where object_owner = ?",
                        bank.id()));
        assertThrows(
                SQLException.class,
                () -> Database.update(
                        desk.fiu.id(),
                        null,
                        "update quality_report set complete = 0 where object_owner = ?",
                        bank.id()));
        assertThrows(
                SQLException.class,
                () -> Database.update(
                        bank.id(),
                        null,
                        """
                        insert into quality_report (id, owner, object_id, object_owner, quarter, referrals, complete,
                          missing_field, late, narrative_unclear, at)
                        values (gen_random_uuid(), ?, ?, ?, '2020-Q1', '20-49', 100, 0, 0, 0, now())
                        """,
                        bank.id(),
                        bank.id(),
                        bank.id()));
    }

    private SubmittedReferral received() {
        SubmittedReferral referral = SubmittedReferral.of(bank, "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        return referral;
    }

    @Test
    void anAnalystGradesAndItsSubmitterLearnsNothingOfIt() throws Exception {
        SubmittedReferral referral = received();
        UUID intake = intakeOf(referral);
        String path = "/api/v1/intakes/" + intake;
        var officer = bank.person(Role.COMPLIANCE_OFFICER);
        String before = as(officer).get("/api/v1/referrals/" + referral.id).asString();
        by(desk.analyst).get(path).then().body("usefulness", nullValue());
        by(desk.analyst)
                .body(Map.of("usefulness", "HIGH"))
                .put(path + "/usefulness")
                .then()
                .statusCode(428);
        for (String grade : List.of("HIGH", "NONE")) {
            by(desk.analyst)
                    .header("If-Match", desk.tag(intake))
                    .body(Map.of("usefulness", grade))
                    .put(path + "/usefulness")
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo(desk.tag(intake)));
            by(desk.analyst).get(path).then().body("usefulness", equalTo(grade));
        }
        assertEquals(before, as(officer).get("/api/v1/referrals/" + referral.id).asString());
        as(officer)
                .get("/api/v1/referrals/" + referral.id + "/notices")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].toString()", not(containsString("NONE")));
        assertEquals(List.of(), Database.query(bank.id(), null, "select intake_id from intake_usefulness"));
    }

    @Test
    void whatCameLateIsProposedAsLateAndTheFiuDecides() {
        SubmittedReferral referral = received();
        UUID intake = intakeOf(referral);
        String path = "/api/v1/intakes/" + intake;
        by(desk.analyst).get(path).then().body("form_code_proposal", nullValue());
        SubmittedReferral late = SubmittedReferral.of(bank, "P2", SubmittedReferral.anyPhone());
        Database.updateAsSuperuser("alter table referral_version disable trigger sealed_version");
        Database.updateAsSuperuser(
                "update referral_version set suspicion_formed_on = current_date - 7 where id = ?", late.version);
        Database.updateAsSuperuser("alter table referral_version enable trigger sealed_version");
        outbox.drain();
        by(desk.analyst)
                .get("/api/v1/intakes/" + intakeOf(late))
                .then()
                .body("form_code_proposal", equalTo("LATE"))
                .body("intake.form_code", equalTo("COMPLETE"));
        // the first submission counts: what was in time stays so, however late it is corrected
        Database.updateAsSuperuser(
                "update intake set received_at = now() - interval '7 days' where id = ?", intakeOf(late));
        by(desk.analyst).get("/api/v1/intakes/" + intakeOf(late)).then().body("form_code_proposal", nullValue());
    }
}
