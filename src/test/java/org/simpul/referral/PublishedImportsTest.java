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

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.simpul.referral.ReferralSteps.account;
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
        return as(person)
                .contentType("text/csv")
                .body(FILE.getBytes(StandardCharsets.UTF_8))
                .put(path(run))
                .then()
                .statusCode(200);
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
