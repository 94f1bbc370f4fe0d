package org.simpul.referral;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.subject;
import static org.simpul.referral.ReferralSteps.transaction;

/** What an import means for the draft that it writes to. */
@QuarkusTest
class PublishedImportsTest extends HubTest {
    private static final String FILE =
            """
            date,amount,currency,from_account,from_type,from_scope,to_account,to_type,to_scope,channel,remark
            2026-01-05,150000,IDR,4800000001,BANK_ACCOUNT,ID:014,4800000002,BANK_ACCOUNT,ID:014,QRIS,one
            """;

    @Test
    void whoOpenedAnImportWroteOnTheReferralAndDoesNotApprove() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank()).filled("4800000003");
        String run = open(draft.officer(), draft);
        load(draft.investigator(), run).body("status", equalTo("PUBLISHED"));
        draft.handOver().approve(draft.officer()).then().statusCode(403).body("type", endsWith("same-person"));
    }

    @Test
    void aVersionTakesTwoMillionTransactionsAndNoMore() throws SQLException {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank())
                .transactions(transaction(account("4800000001"), account("4800000002"), "one"));
        String full = open(draft.investigator(), draft);
        // as if the file had more rows than it has: what counts is what was read
        Rows.write("update import_run set rows_read = 1999999 where id = ?", id(full));
        load(draft.investigator(), full).body("status", equalTo("FAILED")).body("failure", equalTo("too_many_rows"));
        String fits = open(draft.investigator(), draft);
        Rows.write("update import_run set rows_read = 1999998 where id = ?", id(fits));
        load(draft.investigator(), fits).body("status", equalTo("PUBLISHED"));
        as(draft.investigator())
                .get(draft.path() + "/transactions")
                .then()
                .body("items.remark", equalTo(List.of("one", "one")));
    }

    @Test
    void waitingRowsOfWhoeverBecameProtectedMeanwhileAreMasked() throws SQLException {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank());
        String run = open(draft.investigator(), draft);
        Rows.write(
                """
                insert into import_row (id, owner, run_id, booked_on, amount, currency, from_type, from_scope, from_value,
                  to_type, to_scope, to_value, channel, remark)
                select gen_random_uuid(), owner, id, '2026-01-04', 1, 'IDR', 'BANK_ACCOUNT', 'ID:014', '004800000007',
                  'IBAN', '', 'DE89370400440532013000', 'APP_MELURWANGI', 'for Melur Wangi' from import_run where id = ?
                """,
                id(run));
        Rows.write("update import_run set rows_staged = 1, rows_read = 1 where id = ?", id(run));
        draft.subject(subject(
                "POSSIBLE_CHILD_VICTIM", "UNDER_13", "Melur Wangi", account("0532013000"), account("4800000007")));
        load(draft.investigator(), run).body("status", equalTo("PUBLISHED"));
        String s = draft.read().path("version.subjects[0].reference");
        as(draft.investigator())
                .get(draft.path() + "/transactions")
                .then()
                .body("items.from.value", hasItems(s, "4800000001"))
                .body("items.to.value", hasItems(s, "4800000002"))
                .body("items.channel", hasItems("APP_" + s, "QRIS"))
                .body("items.remark", hasItems("for " + s, "one"));
    }

    @Test
    void aRunWhoseWaitingRowsTheDatabaseHasForgottenFailsWhole() throws SQLException {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank());
        String run = open(draft.investigator(), draft);
        // as if one had been put there before a crash of the database
        Rows.write("update import_run set rows_staged = 1 where id = ?", id(run));
        load(draft.investigator(), run).body("status", equalTo("FAILED")).body("failure", equalTo("interrupted"));
        as(draft.investigator()).get(draft.path() + "/transactions").then().body("items", equalTo(List.of()));
        assertEquals(
                List.of("u"), Rows.select("select relpersistence::text from pg_class where relname = 'import_row'"));
    }

    @Test
    void aFileForAVersionThatWasSubmittedMeanwhileIsNotWrittenIntoTheNext() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank()).filled("4800000004");
        String run = open(draft.investigator(), draft);
        draft.submit().newVersion();
        send(draft.investigator(), run).statusCode(409).body("violations.code", contains("not_a_draft"));
        as(draft.investigator()).get(draft.path() + "/transactions").then().body("items", equalTo(List.of()));
        as(draft.investigator())
                .get(draft.path() + "/imports/" + run)
                .then()
                .body("status", equalTo("FAILED"))
                .body("failure", equalTo("draft_closed"));
    }

    private static String open(Person person, ReferralSteps draft) {
        return as(person)
                .body(Map.of())
                .post(draft.path() + "/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse load(Person person, String run) {
        return send(person, run).statusCode(200);
    }

    private static ValidatableResponse send(Person person, String run) {
        return as(person)
                .contentType("text/csv")
                .body(FILE.getBytes(StandardCharsets.UTF_8))
                .put(path(run))
                .then();
    }

    private static String path(String run) {
        return "/api/v1/referrals/" + referral(run) + "/imports/" + run + "/content";
    }

    private static String referral(String run) {
        return Rows.select("select referral_id::text from import_run where id = ?", id(run))
                .get(0);
    }

    private static UUID id(String run) {
        return UUID.fromString(run);
    }
}
