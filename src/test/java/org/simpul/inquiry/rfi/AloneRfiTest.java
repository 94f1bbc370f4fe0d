package org.simpul.inquiry.rfi;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.simpul.inquiry.rfi.RfiSteps.RFIS;
import static org.simpul.inquiry.rfi.RfiSteps.THREADS;

/** A child is in danger now, and nobody who could authorise is reachable. */
@QuarkusTest
class AloneRfiTest extends HubTest {
    private static final Map<String, Object> WHY =
            Map.of("ground", "LIVE_OR_SCHEDULED_ABUSE", "reason", "A session is announced for tonight.");

    @Inject
    OutboxDispatcher outbox;

    private RfiSteps steps;
    private Institution bank;

    @BeforeEach
    void aBankThatIsAsked() {
        steps = new RfiSteps(outbox);
        bank = steps.bank();
    }

    private Map<String, Object> urgent() {
        Map<String, Object> form = steps.form();
        form.put("urgent", true);
        return form;
    }

    private ValidatableResponse alone(Person who, String id, Map<String, Object> why) {
        String tag = RfiSteps.read(steps.analyst, RFIS + "/" + id)
                .statusCode(200)
                .extract()
                .header("ETag");
        return Desk.by(who)
                .header("If-Match", tag)
                .body(why)
                .post(RFIS + "/" + id + "/alone-issues")
                .then();
    }

    @Test
    void whatIsUrgentGoesAtOnceAndIsReviewedByAnother() {
        String id = steps.draft(urgent());
        String act = alone(steps.analyst, id, WHY)
                .statusCode(200)
                .body("status", equalTo("ISSUED"))
                .body("alone_act_id", notNullValue())
                .extract()
                .path("alone_act_id");
        as(bank.person(Role.INVESTIGATOR))
                .get(THREADS + "/" + RfiSteps.thread(bank))
                .then()
                .statusCode(200)
                .body("urgent", equalTo(true));
        String acts = "/api/v1/alone-acts";
        Map<String, Object> entry = Desk.by(steps.supervisor)
                .get(acts)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.id == '%s' }".formatted(act));
        assertEquals("RFI", entry.get("kind"));
        Map<String, Object> review =
                Map.of("verdict", "UPHELD", "reason", "It could not wait.", "digest", entry.get("digest"));
        String reviews = acts + "/" + act + "/reviews";
        Desk.by(steps.analyst).body(review).post(reviews).then().statusCode(403);
        Desk.by(steps.supervisor).body(review).post(reviews).then().statusCode(200);
        Desk.by(steps.analyst)
                .get("/api/v1/cases/" + steps.caseId + "/timeline")
                .then()
                .statusCode(200)
                .body("items.kind", hasItems("RFI_DRAFTED", "RFI_ISSUED"));
    }

    @Test
    void whatWaitsForASecondPersonGoesAsWell() {
        String id = steps.draft(urgent());
        RfiSteps.handOver(steps.analyst, id);
        alone(steps.analyst, id, WHY).statusCode(200);
        alone(steps.analyst, id, WHY).statusCode(409).body("violations.code", hasItem("rfi_step_not_open"));
    }

    @Test
    void whatIsNotUrgentWaitsForItsSecondPerson() {
        String calm = steps.draft(steps.form());
        alone(steps.analyst, calm, WHY).statusCode(409).body("violations.code", hasItem("rfi_not_urgent"));
        Map<String, Object> money = urgent();
        money.put("purpose", "ASSET_RECOVERY");
        String recovery = steps.draft(money);
        alone(steps.analyst, recovery, WHY).statusCode(409).body("violations.code", hasItem("rfi_not_urgent"));
        assertEquals(
                List.of("DRAFT", "DRAFT"),
                Database.queryAsSuperuser(
                        "select status from rfi where id in (?, ?)", UUID.fromString(calm), UUID.fromString(recovery)));
    }

    @Test
    void whoBecameProtectedMeanwhileIsNotToldByOneEither() {
        Map<String, Object> form = urgent();
        Map<String, Object> question = new HashMap<>(RfiSteps.question());
        question.put("names", List.of("Melatiputri"));
        form.put("question", question);
        String id = steps.draft(form);
        RfiSteps.post(
                        steps.analyst,
                        "/api/v1/cases/" + steps.caseId + "/intakes",
                        Map.of("intake_id", steps.child("Melatiputri", "3500778899114")))
                .statusCode(200);
        alone(steps.analyst, id, WHY).statusCode(400).body("violations.code", hasItem("tells_protected_subject"));
    }

    @Test
    void nobodyElseIssuesItAlone() {
        String id = steps.draft(urgent());
        alone(steps.analyst, id, Map.of("ground", "LIVE_OR_SCHEDULED_ABUSE", "reason", " "))
                .statusCode(400);
        alone(Institutions.agency().person(Role.LE_OFFICER), id, WHY).statusCode(403);
        as(bank.person(Role.INVESTIGATOR))
                .header("If-Match", "\"1\"")
                .body(WHY)
                .post(RFIS + "/" + id + "/alone-issues")
                .then()
                .statusCode(404);
        Desk.by(steps.analyst).get(RFIS + "/" + id).then().body("alone_act_id", nullValue());
    }
}
