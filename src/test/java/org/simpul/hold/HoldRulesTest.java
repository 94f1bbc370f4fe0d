package org.simpul.hold;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Machine;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** What is refused on the road of a hold, and when its clock looks. */
@QuarkusTest
class HoldRulesTest extends HubTest {
    private static final Duration DAY = Duration.ofHours(24);

    @Inject
    OutboxDispatcher outbox;

    @Inject
    HoldClock clock;

    private final HoldSteps steps = new HoldSteps();
    private final Institution bank = Institutions.bank();
    private final Person investigator = bank.person(Role.INVESTIGATOR);
    private final Person officer = bank.person(Role.COMPLIANCE_OFFICER);

    private String executed(Map<String, Object> form) {
        String id = steps.requested(form);
        HoldSteps.answer(officer, id, "EXECUTED").statusCode(200);
        outbox.drain();
        return id;
    }

    private static Object of(String id, String column) {
        Object value = Drafts.value("select " + column + " from hold where id = ?", UUID.fromString(id));
        return value instanceof Timestamp time ? time.toInstant() : value;
    }

    private static void ended(String id) {
        Database.updateAsSuperuser(
                "update hold set ends_at = now() - interval '1 second' where id = ?", UUID.fromString(id));
    }

    private void due(String id) {
        Database.updateAsSuperuser(
                "update hold set look_at = now() - interval '1 second' where id = ?", UUID.fromString(id));
        clock.look();
    }

    @Test
    void theClockLooksWhenItHasSomethingToSay() {
        String id = executed(HoldSteps.halt(bank, HoldSteps.anyAccount()));
        Instant end = (Instant) of(id, "ends_at");
        assertEquals(end.minus(DAY), of(id, "look_at"));
        due(id);
        assertEquals(end, of(id, "look_at"));
        ended(id);
        due(id);
        assertEquals(((Instant) of(id, "ends_at")).plus(DAY), of(id, "look_at"));
        due(id);
        assertNull(of(id, "look_at"));
        steps.takes(id, "RELEASE");
        Instant released = ((Timestamp) Drafts.value(
                        "select sealed_at from hold_version where hold_id = ? and number = 2", UUID.fromString(id)))
                .toInstant();
        assertEquals(released.plus(DAY), of(id, "look_at"));
    }

    @Test
    void whatWasNeverHeldAndWhatIsKeptOpenIsNotReleased() {
        String asked = steps.requested(HoldSteps.halt(bank, HoldSteps.anyAccount()));
        String open = executed(HoldSteps.keepOpen(bank, HoldSteps.anyAccount()));
        for (String id : List.of(asked, open)) {
            ended(id);
            due(id);
            HoldSteps.read(steps.analyst, id).body("status", equalTo("EXPIRED"));
            assertNull(of(id, "look_at"), id);
        }
        String taken = steps.requested(HoldSteps.halt(bank, HoldSteps.anyAccount()));
        steps.takes(taken, "RELEASE");
        assertNull(of(taken, "look_at"));
    }

    @Test
    void anExecutionThatCrossedTheReleaseIsFollowed() {
        String id = steps.requested(HoldSteps.halt(bank, HoldSteps.anyAccount()));
        HoldSteps.answer(officer, id, "EXECUTED").statusCode(200);
        steps.takes(id, "RELEASE");
        assertNull(of(id, "look_at"));
        outbox.drain();
        HoldSteps.read(steps.analyst, id).body("status", equalTo("RELEASED"));
        assertEquals(
                1,
                Drafts.count("from hold where id = ? and look_at > now() + interval '23 hours'", UUID.fromString(id)));
    }

    @Test
    void whatIsOverIsNeitherApprovedNorExtended() {
        Map<String, Object> form = HoldSteps.postponement(HoldSteps.anyAccount());
        String late = HoldSteps.draft(investigator, form);
        Database.updateAsSuperuser(
                "update hold_version set starts_at = now() - interval '20 days' where hold_id = ?",
                UUID.fromString(late));
        HoldSteps.approve(officer, late, HoldSteps.handOver(investigator, late))
                .statusCode(409)
                .body("violations.code", contains("hold_is_over"));
        String id = executed(HoldSteps.halt(bank, HoldSteps.anyAccount()));
        String digest = HoldSteps.post(steps.analyst, "/" + id + "/steps", HoldSteps.step("EXTENSION"))
                .statusCode(200)
                .extract()
                .path("desk.digest");
        ended(id);
        HoldSteps.approve(steps.supervisor, id, digest)
                .statusCode(409)
                .body("violations.code", contains("hold_is_over"));
        HoldSteps.post(
                        steps.supervisor,
                        "/" + id + "/decisions",
                        Map.of("decision", "RETURN", "digest", digest, "reason", "Too late."))
                .statusCode(200);
        HoldSteps.post(steps.analyst, "/" + id + "/steps", HoldSteps.step("EXTENSION"))
                .statusCode(409)
                .body("violations.code", contains("hold_is_over"));
    }

    @Test
    void whatIsReleasedIsNotAnsweredAnyMoreAndNobodyAnswersItself() {
        String id = steps.requested(HoldSteps.halt(bank, HoldSteps.anyAccount()));
        steps.takes(id, "RELEASE");
        for (String answer : List.of("EXECUTED", "REFUSED", "RELEASED")) {
            HoldSteps.answer(officer, id, answer)
                    .statusCode(409)
                    .body("violations.code", contains("hold_answer_not_open"));
        }
        HoldSteps.answer(officer, HoldSteps.postponed(bank, HoldSteps.anyAccount()), "EXECUTED")
                .statusCode(409)
                .body("violations.code", contains("hold_answered_by_its_institution"));
    }

    @Test
    void whatIsAskedIsAskedOfAReportingEntityAndAPostponementIsOnesOwn() {
        Map<String, Object> form = HoldSteps.halt(Institutions.agency(), HoldSteps.anyAccount());
        HoldSteps.post(steps.analyst, "", form).statusCode(400).body("violations.field", contains("institution"));
        Map<String, Object> own = HoldSteps.postponement(HoldSteps.anyAccount());
        own.put("institution", Institutions.bank().alias());
        HoldSteps.post(investigator, "", own).statusCode(400).body("violations.field", contains("institution"));
        own.put("institution", bank.alias());
        String id = HoldSteps.draft(investigator, own);
        // what a bank sees gives no reason either
        own.put("origins", List.of(Map.of("kind", "HOLD", "id", id)));
        HoldSteps.post(investigator, "", own).statusCode(400).body("violations.field", contains("origins"));
    }

    @Test
    void onlyADraftIsEditedAndItsKindStays() {
        Map<String, Object> form = HoldSteps.halt(bank, HoldSteps.anyAccount());
        String id = HoldSteps.draft(steps.analyst, form);
        put(id, HoldSteps.keepOpen(bank, HoldSteps.anyAccount()))
                .then()
                .statusCode(400)
                .body("violations.field", contains("kind"));
        HoldSteps.handOver(steps.analyst, id);
        put(id, form).then().statusCode(409);
    }

    private Response put(String id, Map<String, Object> form) {
        return Desk.by(steps.analyst)
                .header("If-Match", HoldSteps.read(steps.analyst, id).extract().header("ETag"))
                .body(form)
                .put(HoldSteps.HOLDS + "/" + id);
    }

    @Test
    void whoeverWroteOnItDoesNotApproveIt() {
        Person second = steps.fiu.person(Role.FIU_SUPERVISOR);
        Map<String, Object> form = HoldSteps.halt(bank, HoldSteps.anyAccount());
        String id = HoldSteps.draft(steps.analyst, form);
        Desk.by(second)
                .header("If-Match", HoldSteps.read(steps.analyst, id).extract().header("ETag"))
                .body(form)
                .put(HoldSteps.HOLDS + "/" + id)
                .then()
                .statusCode(200);
        String digest = HoldSteps.handOver(steps.supervisor, id);
        for (Person writer : List.of(second, steps.supervisor)) {
            HoldSteps.approve(writer, id, digest).statusCode(403);
        }
        HoldSteps.approve(steps.fiu.person(Role.FIU_SUPERVISOR), id, digest).statusCode(200);
    }

    @Test
    void nothingIsDoneWithoutAPurpose() {
        Map<String, Object> form = HoldSteps.halt(bank, HoldSteps.anyAccount());
        as(steps.analyst).body(form).post(HoldSteps.HOLDS).then().statusCode(400);
        String id = HoldSteps.draft(steps.analyst, form);
        String path = HoldSteps.HOLDS + "/" + id;
        as(steps.analyst)
                .header("If-Match", "\"0\"")
                .body(form)
                .put(path)
                .then()
                .statusCode(400);
        for (Map.Entry<String, Object> write : Map.<String, Object>of(
                        "/handovers", Map.of(),
                        "/cancellations", Map.of(),
                        "/steps", HoldSteps.step("RELEASE"))
                .entrySet()) {
            as(steps.analyst)
                    .body(write.getValue())
                    .post(path + write.getKey())
                    .then()
                    .statusCode(400);
        }
        as(steps.supervisor)
                .body(Map.of("decision", "APPROVE", "digest", "0".repeat(64)))
                .post(path + "/decisions")
                .then()
                .statusCode(400);
        HoldSteps.read(steps.analyst, id).body("status", equalTo("DRAFT"));
    }

    @Test
    void noMachineRecordsAnOrder() {
        Institution agency = Institutions.agency();
        String matter = Desk.matter(agency);
        Map<String, String> headers = Map.of("Purpose", "LOCATE_AND_PROTECT", "Case-Reference", matter);
        Machine machine = Machine.of(agency, Role.LE_OFFICER);
        machine.asks()
                .headers(headers)
                .body(HoldSteps.order(bank, HoldSteps.anyAccount()))
                .post(HoldSteps.HOLDS)
                .then()
                .statusCode(403);
        String id = HoldSteps.recorded(agency, bank, HoldSteps.anyAccount());
        machine.asks()
                .headers(headers)
                .body(HoldSteps.step("RELEASE"))
                .post(HoldSteps.HOLDS + "/" + id + "/steps")
                .then()
                .statusCode(403);
    }

    @Test
    void whatABankReadsIsThisAlone() {
        Map<String, Object> form = HoldSteps.halt(bank, HoldSteps.anyAccount());
        String id = executed(form);
        HoldSteps.post(steps.analyst, "/" + id + "/steps", HoldSteps.step("EXTENSION"))
                .statusCode(200);
        Map<String, Object> view = new HashMap<>(HoldSteps.read(officer, id)
                .body("from", equalTo("Unit Intelijen Keuangan Nusantara"))
                .body("handling.tlp", equalTo("TLP:AMBER+STRICT"))
                .body("steps.size()", equalTo(1))
                .body("steps[0].official_reference", equalTo(form.get("official_reference")))
                .extract()
                .jsonPath()
                .getMap("$"));
        assertNull(view.remove("desk"));
        assertEquals(
                Set.of(
                        "id",
                        "reference",
                        "kind",
                        "status",
                        "from",
                        "institution",
                        "measure",
                        "handling",
                        "ground",
                        "legal_basis",
                        "accounts",
                        "amount",
                        "currency",
                        "starts_at",
                        "ends_at",
                        "steps",
                        "answers"),
                view.keySet());
    }
}
