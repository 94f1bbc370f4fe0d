package org.simpul.audit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.casework.SubmittedReferral;
import org.simpul.identifier.list.ListSteps;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Nobody has cosigned for a day: business goes on, files stand still. */
@QuarkusTest
class LateQuorumTest extends HubTest {
    @Inject
    LogClock clock;

    @Inject
    @Wellness
    LogHealth health;

    @Inject
    OutboxDispatcher outbox;

    private final Institution bank = Institutions.bank();
    private final Person investigator = bank.person(Role.INVESTIGATOR);

    @BeforeEach
    @AfterEach
    void witnessed() {
        clock.publish();
        clock.ask();
    }

    private void silence() {
        Database.updateAsSuperuser("update audit_checkpoint set at = at - interval '25 hours'");
        clock.publish();
    }

    private void stopsWhileNobodyCosigns(int otherwise, Supplier<Response> operation) {
        silence();
        operation.get().then().statusCode(503).body("type", equalTo("/problems/not-witnessed"));
        as(investigator).get("/api/v1/disclosures").then().statusCode(200);
        witnessed();
        operation.get().then().statusCode(otherwise);
    }

    private static Response send(Person person, String path, String file) {
        return as(person)
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .put(path + "/content");
    }

    private static String opened(Person person, String path, Map<String, Object> form) {
        return path + "/"
                + as(person)
                        .body(form)
                        .post(path)
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
    }

    @Test
    void screeningRuns() {
        String run = opened(
                investigator,
                "/api/v1/screening-runs",
                Map.of("defaults", Map.of("type", "BANK_ACCOUNT", "scope", "ID:014")));
        stopsWhileNobodyCosigns(200, () -> send(investigator, run, "value\n" + ListSteps.account() + "\n"));
    }

    @Test
    void importsOfTransactions() {
        ReferralSteps referral = ReferralSteps.draft(bank);
        String run = opened(referral.investigator(), referral.path() + "/imports", Map.of());
        String file =
                "date,amount,currency,from_account,from_type,from_scope,to_account,to_type,to_scope,channel,remark\n"
                        + "2026-01-05,10,IDR,7300000001,BANK_ACCOUNT,ID:014,7300000002,BANK_ACCOUNT,ID:014,,\n";
        stopsWhileNobodyCosigns(200, () -> send(referral.investigator(), run, file));
    }

    @Test
    void importsIntoLists() {
        ListSteps list = ListSteps.to(bank);
        String run =
                opened(list.analyst, list.path() + "/imports", Map.of("operation", "ADD", "on_error", "REJECT_ALL"));
        stopsWhileNobodyCosigns(
                200,
                () -> send(list.analyst, run, "type,scope,value\nBANK_ACCOUNT,ID:014," + ListSteps.account() + "\n"));
    }

    @Test
    void exportsOfDisseminations() {
        Institution agency = Institutions.agency();
        Person officer = agency.person(Role.LE_OFFICER);
        Desk desk = new Desk();
        SubmittedReferral referral = SubmittedReferral.of(bank, "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        Map<String, Object> form = Desk.form(desk.caseOf(desk.accepted(referral)), referral, agency);
        form.put("export_allowed", true);
        String document = "/api/v1/disseminations/" + desk.disseminated(form) + "/document.json";
        String matter = Desk.matter(agency);
        stopsWhileNobodyCosigns(200, () -> Desk.under(matter, officer).get(document));
    }

    @Test
    void theHealthCheckTellsWhichOfBothIsLate() {
        assertEquals("UP", health.call().getStatus().name());
        silence();
        Map<String, Object> told = health.call().getData().orElseThrow();
        assertFalse((Boolean) told.get("witnessed"));
        Database.updateAsSuperuser("update audit_checkpoint set at = at - interval '2 minutes'");
        clock.ask();
        told = health.call().getData().orElseThrow();
        assertFalse((Boolean) told.get("published"));
        witnessed();
        assertTrue((Boolean) health.call().getData().orElseThrow().get("published"));
    }
}
