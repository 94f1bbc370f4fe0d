package org.simpul.inquiry.rfi;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.simpul.inquiry.rfi.RfiSteps.THREADS;

/** An institution answers with what its system already has. */
@QuarkusTest
class AnswerImportTest extends HubTest {
    private static final String HEADER =
            "date,amount,currency,from_account,from_type,from_scope,to_account,to_type,to_scope,channel,remark\n";
    private static final String ROW =
            "2026-02-02,250000,IDR,1234567890,BANK_ACCOUNT,ID:014,7300000002,BANK_ACCOUNT,ID:014,,for Mawar\n";

    @Inject
    OutboxDispatcher outbox;

    private Institution bank;
    private Person investigator;
    private String thread;

    @BeforeEach
    void aBankThatIsAsked() {
        RfiSteps steps = new RfiSteps(outbox);
        bank = steps.bank();
        steps.issued(steps.form());
        investigator = bank.person(Role.INVESTIGATOR);
        thread = RfiSteps.thread(bank);
    }

    private ValidatableResponse load(Person who, String tag, String file) {
        var request = as(who).contentType("text/csv").body(file.getBytes(StandardCharsets.UTF_8));
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.put(THREADS + "/" + thread + "/answer/transactions").then();
    }

    private String tag() {
        return RfiSteps.read(investigator, THREADS + "/" + thread).extract().header("ETag");
    }

    @Test
    void aFileBeginsTheAnswerAndIsSubmittedAsAnyOther() {
        load(investigator, null, HEADER + ROW).statusCode(428);
        load(investigator, tag(), HEADER + ROW + ROW.replace("250000", "90000"))
                .statusCode(200)
                .body("transactions", equalTo(2));
        String digest = RfiSteps.handOverAnswer(investigator, thread);
        load(investigator, tag(), HEADER + ROW).statusCode(409).body("violations.code", hasItem("rfi_answer_waits"));
        RfiSteps.decide(bank.person(Role.COMPLIANCE_OFFICER), THREADS + "/" + thread, digest)
                .statusCode(200);
        RfiSteps.read(investigator, THREADS + "/" + thread + "/answers/1")
                .statusCode(200)
                .body("outcome", equalTo("ANSWERED"))
                .body("content.transactions.amount", equalTo(List.of(250000f, 90000f)))
                // a remark may name whom nobody may name
                .body(not(containsString("Mawar")));
    }

    @Test
    void theOtherRowsStayAndTheTransactionsAreReplaced() {
        RfiSteps.write(investigator, thread, RfiSteps.rows("PARTIAL")).statusCode(200);
        load(investigator, "\"99\"", HEADER + ROW).statusCode(412);
        load(investigator, tag(), HEADER + ROW.repeat(3)).statusCode(200);
        RfiSteps.read(investigator, THREADS + "/" + thread)
                .body("draft.outcome", equalTo("PARTIAL"))
                .body("draft.content.persons.size()", equalTo(1))
                .body("draft.content.transactions.size()", equalTo(3));
    }

    @Test
    void whenARowIsWrongNothingHasChangedAndItIsSaidWhere() {
        load(investigator, tag(), HEADER + ROW + ROW.replace("250000", "much"))
                .statusCode(400)
                .body("violations.field", hasItem("rows[3].amount"));
        load(investigator, tag(), HEADER + ROW.repeat(3_001))
                .statusCode(400)
                .body("violations.code", hasItem("rfi_too_many_rows"));
        load(investigator, tag(), "no,header\n").statusCode(400);
        RfiSteps.read(investigator, THREADS + "/" + thread).body("draft", nullValue());
    }

    @Test
    void nobodyElseWritesIt() {
        load(Institutions.bank().person(Role.INVESTIGATOR), "\"0\"", HEADER + ROW)
                .statusCode(404);
        RfiSteps steps = new RfiSteps(outbox);
        RfiSteps.OfAnAgency asked = steps.asked(Institutions.agency());
        RfiSteps.by(steps.analyst)
                .contentType("text/csv")
                .header("If-Match", "\"0\"")
                .body((HEADER + ROW).getBytes(StandardCharsets.UTF_8))
                .put(THREADS + "/" + asked.thread() + "/answer/transactions")
                .then()
                .statusCode(409)
                .body("violations.code", hasItem("rfi_answered_by_a_dissemination"));
        RfiSteps.read(steps.analyst, THREADS + "/" + asked.thread()).body("draft", nullValue());
    }
}
