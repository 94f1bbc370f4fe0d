package org.simpul.referral;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
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
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.subject;
import static org.simpul.referral.ReferralSteps.transaction;

@QuarkusTest
class RestrictedTest extends HubTest {
    /** What hangs on a referral within its institution, with how a row names it. */
    private static final Map<String, String> TABLES = Map.of(
            "referral", "id = ?",
            "referral_member", "referral_id = ?",
            "referral_version", "referral_id = ?",
            "referral_subject", "version_id in (select id from referral_version where referral_id = ?)",
            "referral_transaction", "version_id in (select id from referral_version where referral_id = ?)",
            "import_run", "referral_id = ?",
            "notice", "object_id = ?",
            "referral_message", "object_id = ?");

    @Inject
    OutboxDispatcher outbox;

    private final Institution bank = Institutions.bank();
    private final Person colleague = bank.person(Role.INVESTIGATOR);
    private UUID colleagueId;

    @BeforeEach
    void signIn() {
        colleagueId = Drafts.id(colleague);
    }

    private ReferralSteps onStaff() {
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("concerns_staff", true);
        return ReferralSteps.draft(bank, fields);
    }

    private ReferralSteps submittedOnStaff() {
        ReferralSteps referral = onStaff()
                .filled("3100200001")
                .transactions(transaction(account("3100200001"), account("3100200002"), "rice"));
        as(referral.investigator())
                .body("{}")
                .post(referral.path() + "/imports")
                .then()
                .statusCode(201);
        referral.submit();
        outbox.drain();
        as(referral.investigator())
                .body(Map.of("text", "He works at our branch."))
                .post(referral.path() + "/messages")
                .then()
                .statusCode(201);
        return referral;
    }

    @Test
    void aReferralOnStaffIsAbsentForEverybodyButItsTeamAndTheComplianceOfficers() {
        ReferralSteps referral = submittedOnStaff();
        for (String path : List.of(
                "", "/versions", "/versions/1", "/versions/1/differences", "/notices", "/messages", "/transactions")) {
            int seen = path.endsWith("differences") ? 400 : 200;
            as(referral.investigator()).get(referral.path() + path).then().statusCode(seen);
            as(referral.officer()).get(referral.path() + path).then().statusCode(seen);
            assertAbsent(
                    as(colleague).get(referral.path() + path), as(colleague).get(absent() + path), referral);
        }
        assertAbsent(
                as(colleague).body(Map.of("text", "Hello")).post(referral.path() + "/messages"),
                as(colleague).body(Map.of("text", "Hello")).post(absent() + "/messages"),
                referral);
        as(colleague).post(referral.path() + "/versions").then().statusCode(404);
        as(colleague).post(referral.path() + "/handovers").then().statusCode(404);
        as(colleague).body("{}").post(referral.path() + "/imports").then().statusCode(404);
        as(colleague).get("/api/v1/referrals").then().statusCode(200).body("items", empty());
        as(colleague).get("/api/v1/disclosures").then().statusCode(200).body("items", empty());
        as(referral.officer())
                .get("/api/v1/disclosures")
                .then()
                .body("items.object_kind", contains("REFERRAL_VERSION"));
        as(referral.officer())
                .get("/api/v1/referrals")
                .then()
                .body("items.id", contains(referral.id().toString()));
    }

    private static String absent() {
        return "/api/v1/referrals/" + UUID.randomUUID();
    }

    private static void assertAbsent(Response hidden, Response absent, ReferralSteps referral) {
        String id = "[0-9a-f]{8}-[0-9a-f-]{27}";
        assertEquals(404, hidden.statusCode(), referral.path());
        assertEquals(absent.asString().replaceAll(id, ""), hidden.asString().replaceAll(id, ""));
    }

    @Test
    void theDatabaseHidesItFromAColleagueAlone() throws SQLException {
        ReferralSteps referral = submittedOnStaff();
        UUID member = Drafts.id(referral.investigator());
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            String count = "select count(*) from " + table.getKey() + " where " + table.getValue();
            assertEquals(List.of(0L), Database.query(bank.id(), colleagueId, count, referral.id()), table.getKey());
            Object seen =
                    Database.query(bank.id(), member, count, referral.id()).get(0);
            assertTrue((long) seen > 0, table.getKey());
            // a job of the institution acts under no person
            assertEquals(List.of(seen), Database.query(bank.id(), null, count, referral.id()), table.getKey());
        }
        String ledger = "select count(*) from disclosure where object_id in (select id from referral_version)"
                + " or object_kind = 'REFERRAL_VERSION'";
        assertEquals(List.of(0L), Database.query(bank.id(), colleagueId, ledger));
        assertEquals(List.of(1L), Database.query(bank.id(), member, ledger));
    }

    @Test
    void theDatabaseLetsAColleagueWriteNothingIntoIt() throws SQLException {
        ReferralSteps draft = onStaff();
        UUID version =
                UUID.fromString(Rows.select("select id::text from referral_version where referral_id = ?", draft.id())
                        .get(0));
        String join = "insert into referral_member values (?, ?, ?, ?, now())";
        String grant = "insert into team_grant (owner, object_id, person_id) values (?, ?, ?)";
        String add =
                "insert into referral_subject (id, owner, version_id, position, kind, roles, is_protected, reference,"
                        + " age_band) values (?, ?, ?, 7, 'UNKNOWN', '{}', false, 'S-1', 'ADULT')";
        assertThrows(
                SQLException.class,
                () -> Database.update(bank.id(), colleagueId, join, draft.id(), bank.id(), colleagueId, colleagueId));
        assertThrows(
                SQLException.class,
                () -> Database.update(bank.id(), colleagueId, grant, bank.id(), draft.id(), colleagueId));
        assertThrows(
                SQLException.class,
                () -> Database.update(bank.id(), colleagueId, add, UUID.randomUUID(), bank.id(), version));
        assertEquals(
                0,
                Database.update(
                        bank.id(), colleagueId, "update referral set restricted = false, concerns_staff = false"));
        UUID member = Drafts.id(draft.investigator());
        assertEquals(1, Database.update(bank.id(), member, add, UUID.randomUUID(), bank.id(), version));
    }

    @Test
    void whoeverIsTakenOffTheTeamLosesItOnTheNextRequestAlsoInARepetition() {
        ReferralSteps draft = ReferralSteps.draft(bank);
        String key = UUID.randomUUID().toString();
        Map<String, Object> row = subject("MULE", "ADULT", "Someone");
        draft.done(
                draft.edit()
                        .body(Map.of(
                                "logins", List.of(draft.investigator().login(), colleague.login()), "restricted", true))
                        .put(draft.path() + "/team"),
                200);
        String named = draft.etag();
        Response added = as(colleague)
                .header("Idempotency-Key", key)
                .header("If-Match", draft.etag())
                .body(row)
                .post(draft.path() + "/subjects");
        draft.done(added, 201);
        as(colleague).get(draft.path()).then().statusCode(200).body("restricted", equalTo(true));

        draft.done(
                as(draft.officer())
                        .header("If-Match", draft.etag())
                        .body(Map.of("logins", List.of(draft.investigator().login())))
                        .put(draft.path() + "/team"),
                200);
        as(colleague).get(draft.path()).then().statusCode(404);
        as(colleague)
                .header("Idempotency-Key", key)
                .header("If-Match", named)
                .body(row)
                .post(draft.path() + "/subjects")
                .then()
                .statusCode(404);
    }

    @Test
    void onlyAComplianceOfficerOpensItAgainAndNobodyWhenStaffIsConcerned() {
        ReferralSteps draft = ReferralSteps.draft(bank);
        Map<String, Object> team = Map.of("logins", List.of(draft.investigator().login()), "restricted", true);
        draft.done(draft.edit().body(team).put(draft.path() + "/team"), 200);
        Map<String, Object> open = Map.of("logins", List.of(draft.investigator().login()), "restricted", false);
        draft.edit().body(open).put(draft.path() + "/team").then().statusCode(403);
        draft.edit()
                .body(Map.of("logins", List.of(colleague.login())))
                .put(draft.path() + "/team")
                .then()
                .statusCode(400)
                .body("violations.code", contains("stays_on_the_team"));
        draft.done(
                as(draft.officer()).header("If-Match", draft.etag()).body(open).put(draft.path() + "/team"), 200);
        as(colleague).get(draft.path()).then().statusCode(200);

        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("concerns_staff", true);
        draft.fields(fields);
        draft.read().then().body("concerns_staff", equalTo(true)).body("restricted", equalTo(true));
        as(colleague).get(draft.path()).then().statusCode(404);
        fields.put("concerns_staff", false);
        draft.edit()
                .body(fields)
                .put(draft.path())
                .then()
                .statusCode(400)
                .body("violations.field", contains("concerns_staff"));
        fields.remove("concerns_staff");
        draft.fields(fields);
        as(draft.officer())
                .header("If-Match", draft.etag())
                .body(open)
                .put(draft.path() + "/team")
                .then()
                .statusCode(400)
                .body("violations.code", contains("concerns_staff"));
        draft.read().then().body("restricted", equalTo(true));
    }

    @Test
    void theFiuReceivesItAndDoesNotLearnThatItIsRestricted() {
        ReferralSteps referral = submittedOnStaff();
        Object intake = Drafts.value("select id from intake where referral_id = ?", referral.id());
        Response seen = as(Institutions.fiu().person(Role.FIU_ANALYST))
                .header("Purpose", "PREDICATE_OFFENCE")
                .get("/api/v1/intakes/" + intake);
        seen.then().statusCode(200).body("content.submission.reference", notNullValue());
        assertFalse(seen.asString().contains("restricted") || seen.asString().contains("concerns_staff"));
    }
}
