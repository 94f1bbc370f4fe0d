package org.simpul.referral;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.subject;
import static org.simpul.referral.ReferralSteps.transaction;

@QuarkusTest
class SubmissionTest extends HubTest {

    @Test
    void anEmptyDraftLearnsAllThatIsMissing() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank(), Map.of("urgency", "P1"));
        as(draft.investigator())
                .post(draft.path() + "/handovers")
                .then()
                .statusCode(422)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "predicate_offence",
                                "legal_basis",
                                "suspicion_formed_on",
                                "narrative",
                                "grading",
                                "no_media",
                                "urgency_ground",
                                "red_flags",
                                "subjects",
                                "statutory_report"));
        draft.read().then().body("status", equalTo("DRAFT")).header("ETag", equalTo(draft.etag()));
    }

    @Test
    void onlyAP1DoesNotWaitForAReportThatIsOverdue() {
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put(
                "statutory_report",
                Map.of(
                        "status",
                        "PENDING",
                        "due_on",
                        LocalDate.now().minusDays(2).toString()));
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank(), fields).filled("3000200001");
        as(draft.investigator())
                .post(draft.path() + "/handovers")
                .then()
                .statusCode(422)
                .body("violations.field", contains("statutory_report.status"))
                .body("violations.code", contains("statutory_report_overdue"));
        fields.put("urgency", "P1");
        fields.put("urgency_ground", "LIVE_OR_SCHEDULED_ABUSE");
        draft.fields(fields).handOver();
    }

    @Test
    void aReportThatBecameOverdueMeanwhileIsNotApproved() throws SQLException {
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put(
                "statutory_report",
                Map.of(
                        "status",
                        "PENDING",
                        "due_on",
                        LocalDate.now().plusDays(2).toString()));
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank(), fields)
                .filled("3000200021")
                .handOver();
        Rows.write("update referral_version set statutory_due_on = current_date - 2 where referral_id = ?", draft.id());
        draft.approve(draft.officer())
                .then()
                .statusCode(422)
                .body("violations.code", contains("statutory_report_overdue"));
        draft.read().then().body("status", equalTo("PENDING_APPROVAL"));
    }

    @Test
    void aDigestStandsFromTheHandOverOnAndGoesWithAReturn() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank()).filled("3000200022");
        draft.read().then().body("version.digest", nullValue());
        draft.handOver();
        draft.read().then().body("version.digest", notNullValue());
        draft.done(
                as(draft.officer())
                        .body(Map.of("decision", "RETURN", "reason", "Say more."))
                        .post(draft.path() + "/decisions"),
                200);
        draft.read().then().body("version.digest", nullValue());
        draft.submit();
        draft.newVersion();
        draft.read().then().body("version.digest", nullValue());
    }

    @Test
    void theTextsMayNotTellWhoIsProtected() {
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("narrative", "Payments reach the account 880 100-2003 of a girl.");
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank(), fields)
                .filled("3000200002")
                .subject(subject("POSSIBLE_CHILD_VICTIM", "AGE_13_17", "Mawar Kencana", account("8801002003")));
        // what was written before she was protected
        as(draft.investigator())
                .post(draft.path() + "/handovers")
                .then()
                .statusCode(422)
                .body("violations.field", contains("narrative"))
                .body("violations.code", contains("tells_protected_subject"));
        // and what comes afterwards, which is never stored
        for (String narrative : List.of("The girl MAWAR was seen.", "Account 8801002003.", "Mawar  Kencana")) {
            fields.put("narrative", narrative);
            draft.edit()
                    .body(fields)
                    .put(draft.path())
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains("narrative"))
                    .body("violations.code", contains("tells_protected_subject"));
        }
        fields.put("narrative", "Mawarni, her aunt, is the holder.");
        draft.fields(fields).handOver();
    }

    @Test
    void aDraftIsFrozenWhileItWaitsAndOpensAgainWhenItIsReturned() {
        ReferralSteps draft =
                ReferralSteps.draft(Institutions.bank()).filled("3000200003").handOver();
        draft.edit().body(ReferralSteps.complete()).put(draft.path()).then().statusCode(409);
        draft.edit()
                .body(subject("MULE", "ADULT", "Someone"))
                .post(draft.path() + "/subjects")
                .then()
                .statusCode(409);
        as(draft.investigator()).post(draft.path() + "/handovers").then().statusCode(409);
        as(draft.investigator())
                .body(Map.of("decision", "RETURN", "reason", "x"))
                .post(draft.path() + "/decisions")
                .then()
                .statusCode(403);
        as(draft.officer())
                .body(Map.of("decision", "RETURN"))
                .post(draft.path() + "/decisions")
                .then()
                .statusCode(400)
                .body("violations.field", contains("reason"));
        draft.done(
                as(draft.officer())
                        .body(Map.of("decision", "RETURN", "reason", "Say more of the senders."))
                        .post(draft.path() + "/decisions"),
                200);
        draft.read().then().body("status", equalTo("DRAFT")).body("return_reason", equalTo("Say more of the senders."));
        draft.fields(ReferralSteps.complete()).submit();
    }

    @Test
    void whoWroteOrHandedOverDoesNotApprove() {
        Institution bank = Institutions.bank();
        ReferralSteps written = ReferralSteps.draft(bank).filled("3000200004");
        written.done(
                as(written.officer())
                        .header("If-Match", written.etag())
                        .body(ReferralSteps.complete())
                        .put(written.path()),
                200);
        written.handOver().approve(written.officer()).then().statusCode(403).body("type", endsWith("same-person"));

        ReferralSteps handed = ReferralSteps.draft(bank).filled("3000200005");
        as(handed.officer()).post(handed.path() + "/handovers").then().statusCode(200);
        handed.approve(handed.officer()).then().statusCode(403).body("type", endsWith("same-person"));
        handed.approve(bank.person(Role.COMPLIANCE_OFFICER)).then().statusCode(200);
    }

    @Test
    void theApprovalNamesWhatWasRead() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank()).filled("3000200006");
        String before = draft.handOver().digest();
        draft.done(
                as(draft.officer())
                        .body(Map.of("decision", "RETURN", "reason", "Add the transactions."))
                        .post(draft.path() + "/decisions"),
                200);
        draft.transactions(transaction(account("3000200006"), account("3000200007"), "later"))
                .handOver();
        as(draft.officer())
                .body(Map.of("decision", "APPROVE", "digest", before))
                .post(draft.path() + "/decisions")
                .then()
                .statusCode(409)
                .body("violations.code", contains("content_changed"));
        as(draft.officer())
                .body(Map.of("decision", "APPROVE"))
                .post(draft.path() + "/decisions")
                .then()
                .statusCode(400);
        draft.approve(draft.officer()).then().statusCode(200);
    }

    @Test
    void aSubmissionIsSealedDisclosedToTheFiuAndTold() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank()).filled("3000200008");
        String digest = draft.handOver().digest();
        draft.approve(draft.officer())
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"))
                .body("submitted_number", equalTo(1))
                .body("version.digest", equalTo(digest))
                .body("version.sealed_at", notNullValue());
        String version = version(draft, 1);
        assertEquals(
                List.of("FILING TLP:AMBER PAP:RED UU_8_2010_ART_23"),
                Rows.select(
                        "select concat_ws(' ', purpose, tlp, pap, legal_basis) from disclosure where object_id = ?"
                                + " and to_participant = ?",
                        UUID.fromString(version),
                        Institutions.fiu().id()));
        assertEquals(
                List.of("referral.submitted"),
                Rows.select("select kind from outbox_event where object_id = ?", UUID.fromString(version)));
        draft.approve(draft.officer()).then().statusCode(409).body("type", endsWith("state-conflict"));
        as(draft.investigator())
                .get("/api/v1/referrals")
                .then()
                .body("items[0].status", equalTo("SUBMITTED"))
                .body("items[0].submitted_at", notNullValue());
    }

    @Test
    void whatWasSubmittedNeverChanges() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank())
                .transactions(transaction(account("3000200010"), account("3000200011"), "one"))
                .filled("3000200010")
                .submit();
        UUID version = UUID.fromString(version(draft, 1));
        for (String sql : List.of(
                "update referral_version set narrative = 'other' where id = ?",
                "delete from referral_version where id = ?",
                "update referral_subject set name = 'other' where version_id = ?",
                "delete from referral_identifier where version_id = ?",
                "delete from referral_red_flag where version_id = ?",
                "update referral_transaction set remark = 'other' where version_id = ?",
                "insert into referral_red_flag select uuidv7(), owner, version_id, uuidv7(), 'X', null"
                        + " from referral_red_flag where version_id = ?")) {
            SQLException refused = assertThrows(SQLException.class, () -> Rows.write(sql, version), sql);
            assertEquals("42501", refused.getSQLState(), sql);
        }
        draft.edit().body(ReferralSteps.complete()).put(draft.path()).then().statusCode(409);
    }

    @Test
    void aCorrectionIsANewVersionThatTakesTheSameRoad() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank())
                .transactions(transaction(account("3000200020"), account("6600770088"), "for Intan"))
                .filled("3000200020")
                .subject(subject("POSSIBLE_CHILD_VICTIM", "AGE_13_17", "Intan Pratiwi", account("6600770088")))
                .submit();
        as(draft.investigator()).get(draft.path() + "/versions/2").then().statusCode(404);
        draft.newVersion();
        draft.read()
                .then()
                .body("status", equalTo("DRAFT"))
                .body("submitted_number", equalTo(1))
                .body("version.number", equalTo(2))
                .body("version.sealed_at", nullValue())
                .body("version.red_flags.size()", equalTo(1))
                .body("version.subjects.protected", contains(false, true))
                .body("version.subjects[0].identifiers.value", contains("3000200020"));
        as(draft.investigator()).post(draft.path() + "/versions").then().statusCode(409);
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("narrative", "Corrected: Intan is named here.");
        draft.edit()
                .body(fields)
                .put(draft.path())
                .then()
                .statusCode(400)
                .body("violations.code", contains("tells_protected_subject"));
        fields.put("narrative", "Corrected.");
        draft.fields(fields)
                .transactions(transaction(account("6600770088"), account("3000200020"), "back"))
                .submit();
        String child = draft.read().path("version.subjects[1].reference");
        as(draft.investigator())
                .get(draft.path() + "/transactions")
                .then()
                .body("items.from.value", contains(child, "3000200020"))
                .body("items.to.value", contains("3000200020", child));
        as(draft.investigator())
                .get(draft.path() + "/versions/1")
                .then()
                .body("narrative", equalTo(ReferralSteps.complete().get("narrative")))
                .body("subjects.size()", equalTo(2));
        draft.read().then().body("submitted_number", equalTo(2)).body("status", equalTo("SUBMITTED"));
        assertEquals(List.of(), Rows.tablesThatHold("6600770088"));
        assertEquals(List.of(), Rows.tablesThatHold("Intan Pratiwi"));
        as(draft.officer())
                .queryParam("direction", "GIVEN")
                .get("/api/v1/disclosures")
                .then()
                .body("items.object_id", hasItems(version(draft, 1), version(draft, 2)));
    }

    private static String version(ReferralSteps draft, int number) {
        return Rows.select(
                        "select id::text from referral_version where referral_id = ? and number = ?",
                        draft.id(),
                        number)
                .get(0);
    }
}
