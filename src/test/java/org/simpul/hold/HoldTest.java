package org.simpul.hold;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;
import org.simpul.testing.Races;
import org.simpul.testing.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class HoldTest extends HubTest {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @Inject
    OutboxDispatcher outbox;

    @Inject
    HoldClock clock;

    private final HoldSteps steps = new HoldSteps();
    private final Institution bank = Institutions.bank();
    private final Person investigator = bank.person(Role.INVESTIGATOR);
    private final Person officer = bank.person(Role.COMPLIANCE_OFFICER);

    private static String endAfter(LocalDate from, int workingDays) {
        LocalDate day = from;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            left -= day.getDayOfWeek().getValue() < 6 ? 1 : 0;
        }
        return day.plusDays(1).atStartOfDay(JAKARTA).toInstant().toString();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), JAKARTA);
    }

    @Test
    void aRequestTakesTwoPersonsAndThenTheBankReadsWhatItMayDo() {
        String account = HoldSteps.anyAccount();
        Map<String, Object> form = HoldSteps.halt(bank, account);
        // who may approve as well can't approve its own
        String id = HoldSteps.draft(steps.supervisor, form);
        HoldSteps.read(officer, id).statusCode(404);
        HoldSteps.approve(steps.supervisor, id, "0".repeat(64)).statusCode(409);
        String digest = HoldSteps.handOver(steps.supervisor, id);
        assertEquals(List.of("all hold.approve urgent"), Told.about(UUID.fromString(id)));
        HoldSteps.approve(steps.analyst, id, digest).statusCode(403);
        HoldSteps.approve(steps.supervisor, id, digest).statusCode(403).body("type", endsWith("/same-person"));
        HoldSteps.read(officer, id).statusCode(404);
        Person second = steps.fiu.person(Role.FIU_SUPERVISOR);
        HoldSteps.approve(second, id, digest).statusCode(200).body("status", equalTo("REQUESTED"));
        HoldSteps.read(officer, id).statusCode(200).body("accounts.value", contains(account));
    }

    @Test
    void whatIsApprovedIsWhatWasRead() {
        String id = HoldSteps.draft(steps.analyst, HoldSteps.halt(bank, HoldSteps.anyAccount()));
        String digest = HoldSteps.handOver(steps.analyst, id);
        HoldSteps.approve(steps.supervisor, id, "0".repeat(64)).statusCode(412);
        HoldSteps.read(officer, id).statusCode(404);
        // a row that changed behind the digest
        Database.updateAsSuperuser(
                "update hold_account set value = '9999999999' where version_id in (select id from hold_version where hold_id = ?)",
                UUID.fromString(id));
        HoldSteps.approve(steps.supervisor, id, digest).statusCode(412);
        HoldSteps.read(officer, id).statusCode(404);
    }

    @Test
    void whatIsReturnedIsWrittenAnewAndWhatIsCancelledIsNeverTold() {
        Map<String, Object> form = HoldSteps.halt(bank, HoldSteps.anyAccount());
        String id = HoldSteps.draft(steps.analyst, form);
        String digest = HoldSteps.handOver(steps.analyst, id);
        HoldSteps.post(steps.supervisor, "/" + id + "/decisions", Map.of("decision", "RETURN", "digest", digest))
                .statusCode(400);
        HoldSteps.post(
                        steps.supervisor,
                        "/" + id + "/decisions",
                        Map.of("decision", "RETURN", "digest", digest, "reason", "Another letter."))
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("desk.return_reason", equalTo("Another letter."))
                .body("desk.digest", nullValue());
        String tag = HoldSteps.read(steps.analyst, id).extract().header("ETag");
        form.put("official_reference", HoldSteps.letter());
        Desk.by(steps.analyst)
                .header("If-Match", "\"99\"")
                .body(form)
                .put(HoldSteps.HOLDS + "/" + id)
                .then()
                .statusCode(412);
        Desk.by(steps.analyst)
                .header("If-Match", tag)
                .body(form)
                .put(HoldSteps.HOLDS + "/" + id)
                .then()
                .statusCode(200)
                .body("accounts.size()", equalTo(1));
        HoldSteps.post(steps.analyst, "/" + id + "/cancellations", null)
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        HoldSteps.read(officer, id).statusCode(404);
        HoldSteps.post(steps.analyst, "/" + id + "/handovers", null).statusCode(409);
    }

    @Test
    void aHaltIsExecutedExtendedOnceAndReleased() {
        String account = HoldSteps.anyAccount();
        String id = steps.requested(HoldSteps.halt(bank, account));
        String end = endAfter(today(), 5);
        HoldSteps.read(investigator, id)
                .statusCode(200)
                .header("ETag", nullValue())
                .body("status", equalTo("REQUESTED"))
                .body("measure", equalTo("STOP_OUTGOING"))
                .body("handling.pap", equalTo("PAP:GREEN"))
                .body("accounts.value", contains(account))
                .body("legal_basis", equalTo("UU_8_2010_ART_65"))
                .body("reference", startsWith("H-"))
                .body("ends_at", equalTo(end))
                .body("desk", nullValue());
        assertEquals(1, Told.to(bank.id(), UUID.fromString(id)));
        // nothing to release or to extend yet
        HoldSteps.answer(officer, id, "RELEASED").statusCode(409);
        HoldSteps.post(steps.analyst, "/" + id + "/steps", HoldSteps.step("EXTENSION"))
                .statusCode(409);
        HoldSteps.answer(officer, id, "EXECUTED")
                .statusCode(200)
                .body("status", equalTo("EXECUTED"))
                .body("answers[0].amount", equalTo(250_000));
        HoldSteps.answer(officer, id, "REFUSED").statusCode(409);
        outbox.drain();
        HoldSteps.read(steps.analyst, id)
                .body("status", equalTo("EXECUTED"))
                .body("answers.answer", contains("EXECUTED"));
        steps.takes(id, "EXTENSION");
        String extended =
                endAfter(LocalDate.ofInstant(Instant.parse(end), JAKARTA).minusDays(1), 15);
        HoldSteps.read(investigator, id)
                .body("status", equalTo("EXTENDED"))
                .body("ends_at", equalTo(extended))
                .body("steps.step", contains("REQUEST", "EXTENSION"));
        HoldSteps.post(steps.analyst, "/" + id + "/steps", HoldSteps.step("EXTENSION"))
                .statusCode(409);
        steps.takes(id, "RELEASE");
        HoldSteps.read(investigator, id).body("status", equalTo("RELEASED"));
        HoldSteps.read(steps.analyst, id).body("status", equalTo("RELEASED"));
        // nobody says that the money is free
        Database.updateAsSuperuser("delete from outbox_notification where object_id = ?", UUID.fromString(id));
        due(id);
        assertEquals(List.of("all hold.draft urgent", "all hold.read urgent"), Told.about(UUID.fromString(id)));
        clock.look();
        assertEquals(2, Told.about(UUID.fromString(id)).size());
        HoldSteps.answer(officer, id, "RELEASED").statusCode(200);
    }

    @Test
    void anExtensionTakesAnotherPersonThanWhoProposedIt() {
        String id = steps.requested(HoldSteps.halt(bank, HoldSteps.anyAccount()));
        HoldSteps.answer(officer, id, "EXECUTED").statusCode(200);
        outbox.drain();
        String digest = HoldSteps.post(steps.supervisor, "/" + id + "/steps", HoldSteps.step("EXTENSION"))
                .statusCode(200)
                .extract()
                .path("desk.digest");
        HoldSteps.approve(steps.supervisor, id, digest).statusCode(403);
        HoldSteps.post(steps.analyst, "/" + id + "/steps", HoldSteps.step("RELEASE"))
                .statusCode(409);
        HoldSteps.read(investigator, id).body("steps.step", contains("REQUEST"));
        Person second = steps.fiu.person(Role.FIU_SUPERVISOR);
        HoldSteps.post(
                        second,
                        "/" + id + "/decisions",
                        Map.of("decision", "RETURN", "digest", digest, "reason", "Not needed."))
                .statusCode(200)
                .body("desk.open", nullValue());
        HoldSteps.read(investigator, id).body("steps.step", contains("REQUEST"));
    }

    @Test
    void aRefusalEndsItAndIsToldUrgently() {
        String id = steps.requested(HoldSteps.halt(bank, HoldSteps.anyAccount()));
        Map<String, Object> without = new HashMap<>(HoldSteps.did("REFUSED"));
        without.remove("reason");
        HoldSteps.post(officer, "/" + id + "/answers", without).statusCode(400);
        HoldSteps.answer(officer, id, "REFUSED").statusCode(200).body("status", equalTo("REFUSED"));
        outbox.drain();
        HoldSteps.read(steps.analyst, id).body("status", equalTo("REFUSED"));
        assertTrue(Told.about(UUID.fromString(id)).contains("all hold.draft urgent"));
    }

    @Test
    void aPostponementIsTheBanksOwnAndToldToTheFiu() {
        String account = HoldSteps.anyAccount();
        Map<String, Object> form = HoldSteps.postponement(account);
        String id = HoldSteps.draft(investigator, form);
        HoldSteps.read(steps.analyst, id).statusCode(404);
        String digest = HoldSteps.handOver(investigator, id);
        HoldSteps.approve(investigator, id, digest).statusCode(403);
        HoldSteps.approve(officer, id, digest).statusCode(200).body("status", equalTo("EXECUTED"));
        HoldSteps.read(steps.analyst, id)
                .statusCode(200)
                .body("status", equalTo("EXECUTED"))
                .body("amount", equalTo(1_500_000f))
                .body("desk", nullValue());
        as(steps.analyst).get(HoldSteps.HOLDS + "/" + id).then().statusCode(400);
        HoldSteps.post(steps.analyst, "/" + id + "/handovers", null).statusCode(409);
        HoldSteps.read(Institutions.bank().person(Role.COMPLIANCE_OFFICER), id).statusCode(404);
        // it is not extended: the bank decides within five working days
        HoldSteps.post(investigator, "/" + id + "/steps", HoldSteps.step("EXTENSION"))
                .statusCode(409);
        String release = HoldSteps.post(investigator, "/" + id + "/steps", HoldSteps.step("RELEASE"))
                .statusCode(200)
                .extract()
                .path("desk.digest");
        HoldSteps.approve(officer, id, release).statusCode(200).body("status", equalTo("RELEASED"));
        HoldSteps.read(steps.analyst, id).body("status", equalTo("RELEASED"));
    }

    @Test
    void aPostponementThatIsOverCanNotBeWrittenAnyMore() {
        Map<String, Object> form = HoldSteps.postponement(HoldSteps.anyAccount());
        form.put("started_at", Instant.now().minus(20, ChronoUnit.DAYS).toString());
        HoldSteps.post(investigator, "", form).statusCode(400).body("violations.field", contains("started_at"));
    }

    @Test
    void anOrderIsRecordedByTheAgencyAndReadByTheFiuAlone() {
        Institution agency = Institutions.agency();
        Person le = agency.person(Role.LE_OFFICER);
        String matter = Desk.matter(agency);
        Map<String, Object> form = HoldSteps.order(bank, HoldSteps.anyAccount());
        Desk.by(le).body(form).post(HoldSteps.HOLDS).then().statusCode(403);
        String id = Desk.under(matter, le)
                .body(form)
                .post(HoldSteps.HOLDS)
                .then()
                .statusCode(201)
                .body("status", equalTo("REQUESTED"))
                .body(
                        "ends_at",
                        equalTo(endAfter(
                                LocalDate.ofInstant(Instant.parse((String) form.get("started_at")), JAKARTA), 30)))
                .extract()
                .path("id");
        HoldSteps.read(steps.analyst, id).statusCode(200).body("kind", equalTo("INVESTIGATOR_ORDER"));
        HoldSteps.read(officer, id).statusCode(404);
        Institution other = Institutions.agency();
        Desk.under(Desk.matter(other), other.person(Role.LE_SUPERVISOR))
                .get(HoldSteps.HOLDS + "/" + id)
                .then()
                .statusCode(404);
        Desk.under(matter, le)
                .body(HoldSteps.step("RELEASE"))
                .post(HoldSteps.HOLDS + "/" + id + "/steps")
                .then()
                .statusCode(200)
                .body("status", equalTo("RELEASED"));
        HoldSteps.read(steps.analyst, id).body("status", equalTo("RELEASED"));
        // an agency asks no institution through the hub
        form.put("kind", "HALT_REQUEST");
        Desk.under(matter, le).body(form).post(HoldSteps.HOLDS).then().statusCode(400);
    }

    @Test
    void eachKindOfHoldHasItsAuthorMeasureAndBasis() {
        Map<String, Object> form = HoldSteps.halt(bank, HoldSteps.anyAccount());
        HoldSteps.post(investigator, "", form).statusCode(400).body("violations.field", contains("kind"));
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("measure", "KEEP_OPEN"),
                Map.of("legal_basis", "UU_8_2010_ART_23"),
                // an agency's order
                Map.of("legal_basis", "UU_8_2010_ART_71"),
                Map.of("institution", "nobody"),
                Map.of("started_at", Instant.now().toString()),
                Map.of("amount", 5),
                Map.of("accounts", List.of(Map.of("type", "PHONE", "value", "+628123456789"))),
                // another bank's among them
                Map.of(
                        "accounts",
                        List.of(
                                Map.of("type", "BANK_ACCOUNT", "scope", "ID:014", "value", "1234567890"),
                                Map.of("type", "BANK_ACCOUNT", "scope", "ID:008", "value", "1234567890"))),
                Map.of("origins", List.of(Map.of("kind", "INTAKE", "id", UUID.randomUUID()))),
                Map.of("origins", List.of(Map.of("kind", "CASE", "id", UUID.randomUUID()))))) {
            Map<String, Object> spoilt = new HashMap<>(form);
            spoilt.putAll(wrong);
            HoldSteps.post(steps.analyst, "", spoilt)
                    .statusCode(400)
                    .body(
                            "violations[0].field",
                            startsWith(wrong.keySet().iterator().next()));
        }
        HoldSteps.post(steps.analyst, "", HoldSteps.keepOpen(bank, HoldSteps.anyAccount()))
                .statusCode(201)
                .body("handling.pap", equalTo("PAP:AMBER"));
        Map<String, Object> own = HoldSteps.postponement(HoldSteps.anyAccount());
        own.put("origins", List.of(Map.of("kind", "HOLD", "id", UUID.randomUUID())));
        HoldSteps.post(investigator, "", own).statusCode(400).body("violations[0].field", equalTo("origins"));
    }

    /** Whatever two requests at one moment have both read. */
    @Test
    void anAnswerIsExecutedOrRefusedAndNeverBoth() {
        String id = steps.requested(HoldSteps.halt(bank, HoldSteps.anyAccount()));
        HoldSteps.answer(investigator, id, "EXECUTED").statusCode(200);
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> Database.updateAsSuperuser(
                        "insert into hold_answer select gen_random_uuid(), owner, object_id, object_owner, 'REFUSED',"
                                + " done_at, null, null, reference, 'NO_BALANCE', written_by, at"
                                + " from hold_answer where object_id = ?",
                        UUID.fromString(id)));
        assertTrue(refused.getMessage().contains("hold_answer_once"), refused.getMessage());
    }

    @Test
    void whatIsDoneIsDoneAfterItWasAskedAndNotLaterThanNow() {
        String id = steps.requested(HoldSteps.halt(bank, HoldSteps.anyAccount()));
        for (Map.Entry<String, Duration> wrong : Map.of(
                        "hold_done_before_asked", Duration.ofHours(-1),
                        "must_be_past", Duration.ofHours(1))
                .entrySet()) {
            HoldSteps.post(
                            investigator,
                            "/" + id + "/answers",
                            done("EXECUTED", Instant.now().plus(wrong.getValue())))
                    .statusCode(400)
                    .body("violations.field", contains("done_at"))
                    .body("violations.code", contains(wrong.getKey()));
        }
    }

    @Test
    void whatIsDoneIsHeldAgainstTheMinuteInWhichItWasAskedOrHeld() {
        String id = steps.requested(HoldSteps.halt(bank, HoldSteps.anyAccount()));
        Instant asked = Instant.now().minus(30, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES);
        asked(id, asked.plusSeconds(59));
        answer(id, "EXECUTED", asked.minusMillis(1)).body("violations.code", contains("hold_done_before_asked"));
        answer(id, "EXECUTED", asked).statusCode(200);
        Instant held = asked.plus(5, ChronoUnit.MINUTES);
        Database.updateAsSuperuser(
                "update hold_answer set done_at = ? where object_id = ?",
                Timestamp.from(held.plusSeconds(59)),
                UUID.fromString(id));
        answer(id, "RELEASED", held.minusMillis(1)).body("violations.code", contains("hold_released_before_done"));
        answer(id, "RELEASED", held).statusCode(200);
    }

    private ValidatableResponse answer(String id, String answer, Instant at) {
        return HoldSteps.post(investigator, "/" + id + "/answers", done(answer, at));
    }

    /** A sealed version changes for nobody else. */
    private static void asked(String id, Instant at) {
        Database.updateAsSuperuser("alter table hold_version disable trigger sealed_version");
        Database.updateAsSuperuser(
                "update hold_version set sealed_at = ? where hold_id = ?", Timestamp.from(at), UUID.fromString(id));
        Database.updateAsSuperuser("alter table hold_version enable trigger sealed_version");
    }

    private static Map<String, Object> done(String answer, Instant at) {
        Map<String, Object> body = HoldSteps.did(answer);
        body.put("done_at", at.toString());
        return body;
    }

    @Test
    void noStepStandsOnTheLetterOfAnotherHold() {
        Map<String, Object> other = HoldSteps.halt(Institutions.bank(), HoldSteps.anyAccount());
        steps.requested(other);
        String id = steps.requested(HoldSteps.halt(bank, HoldSteps.anyAccount()));
        HoldSteps.answer(officer, id, "EXECUTED").statusCode(200);
        outbox.drain();
        for (String step : List.of("EXTENSION", "RELEASE")) {
            HoldSteps.post(steps.analyst, "/" + id + "/steps", on(step, other.get("official_reference")))
                    .statusCode(409)
                    .body("violations.field", contains("official_reference"));
        }
        // taken by another request while the extension waits
        Map<String, Object> extension = HoldSteps.step("EXTENSION");
        String digest = HoldSteps.post(steps.analyst, "/" + id + "/steps", extension)
                .statusCode(200)
                .extract()
                .path("desk.digest");
        Map<String, Object> meanwhile = HoldSteps.halt(Institutions.bank(), HoldSteps.anyAccount());
        meanwhile.put("official_reference", extension.get("official_reference"));
        steps.requested(meanwhile);
        HoldSteps.approve(steps.supervisor, id, digest).statusCode(409);
        HoldSteps.post(
                        steps.supervisor,
                        "/" + id + "/decisions",
                        Map.of("decision", "RETURN", "digest", digest, "reason", "Another letter."))
                .statusCode(200);
        // and no request on the letter of an extension
        Map<String, Object> again = HoldSteps.step("EXTENSION");
        String second = HoldSteps.post(steps.analyst, "/" + id + "/steps", again)
                .statusCode(200)
                .extract()
                .path("desk.digest");
        HoldSteps.approve(steps.supervisor, id, second).statusCode(200);
        Map<String, Object> late = HoldSteps.halt(Institutions.bank(), HoldSteps.anyAccount());
        late.put("official_reference", again.get("official_reference"));
        HoldSteps.post(steps.analyst, "", late).statusCode(409);
        // its own letter again is no other hold's
        HoldSteps.post(steps.analyst, "/" + id + "/steps", on("RELEASE", again.get("official_reference")))
                .statusCode(200);
    }

    @Test
    void ofTwoStepsOnOneLetterAtOnceOneIsTaken() throws Exception {
        String letter = HoldSteps.letter();
        List<Callable<Response>> approvals = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String id = steps.requested(HoldSteps.halt(bank, HoldSteps.anyAccount()));
            String digest = HoldSteps.post(steps.analyst, "/" + id + "/steps", on("RELEASE", letter))
                    .statusCode(200)
                    .extract()
                    .path("desk.digest");
            approvals.add(() ->
                    HoldSteps.approve(steps.supervisor, id, digest).extract().response());
        }
        List<Response> answers = Races.during(
                "select from hold_version where official_reference = ? and sealed_at is null for update",
                letter,
                approvals);
        assertEquals(
                List.of(200, 409),
                answers.stream().map(Response::statusCode).sorted().toList());
        answers.stream().filter(answer -> answer.statusCode() == 409).forEach(answer -> answer.then()
                .body("violations.code", contains("hold_letter_taken")));
    }

    private static Map<String, Object> on(String step, Object letter) {
        Map<String, Object> proposal = new HashMap<>(HoldSteps.step(step));
        proposal.put("official_reference", letter);
        return proposal;
    }

    @Test
    void aHoldAtASuspendedInstitutionIsReleasedAndReadWhenItIsBack() {
        String id = steps.requested(HoldSteps.halt(bank, HoldSteps.anyAccount()));
        HoldSteps.answer(officer, id, "EXECUTED").statusCode(200);
        outbox.drain();
        Institutions.setStatus(bank, "SUSPENDED");
        steps.takes(id, "RELEASE");
        HoldSteps.read(steps.analyst, id).body("status", equalTo("RELEASED"));
        assertEquals(403, HoldSteps.read(officer, id).extract().statusCode());
        // nothing new is asked of it
        HoldSteps.post(steps.analyst, "", HoldSteps.halt(bank, HoldSteps.anyAccount()))
                .statusCode(400);
        Institutions.setStatus(bank, "ADMITTED");
        HoldSteps.read(officer, id).statusCode(200).body("status", equalTo("RELEASED"));
        HoldSteps.answer(officer, id, "RELEASED").statusCode(200);
    }

    @Test
    void twoBanksNeverShareALetter() {
        Map<String, Object> one = HoldSteps.halt(bank, HoldSteps.anyAccount());
        steps.requested(one);
        Map<String, Object> two = HoldSteps.halt(Institutions.bank(), HoldSteps.anyAccount());
        two.put("official_reference", one.get("official_reference"));
        HoldSteps.post(steps.analyst, "", two)
                .statusCode(409)
                .body("violations[0].field", equalTo("official_reference"));
    }

    private void due(String id) {
        Database.updateAsSuperuser(
                "update hold set look_at = now() - interval '1 second' where id = ?", UUID.fromString(id));
        clock.look();
    }

    @Test
    void theClockWarnsBothSidesThenEndsItAndThenAsksForTheRelease() {
        String id = steps.requested(HoldSteps.halt(bank, HoldSteps.anyAccount()));
        HoldSteps.answer(officer, id, "EXECUTED").statusCode(200);
        outbox.drain();
        UUID hold = UUID.fromString(id);
        Database.updateAsSuperuser("delete from outbox_notification where object_id = ?", hold);
        clock.look();
        assertEquals(List.of(), Told.about(hold));
        due(id);
        clock.look();
        List<String> warned = List.of("all hold.draft routine", "all hold.read routine");
        assertEquals(warned, Told.about(hold));
        Database.updateAsSuperuser("update hold set ends_at = now() - interval '1 second' where id = ?", hold);
        due(id);
        HoldSteps.read(steps.analyst, id).body("status", equalTo("EXPIRED"));
        assertEquals(4, Told.about(hold).size());
        clock.look();
        assertEquals(4, Told.about(hold).size());
        due(id);
        clock.look();
        assertEquals(
                List.of("all hold.draft urgent", "all hold.read urgent"),
                Told.about(hold).subList(4, 6));
        assertEquals(6, Told.about(hold).size());
        assertEquals(3, Told.to(bank.id(), hold));
    }

    @Test
    void whatWasReleasedInTimeRingsNoBell() {
        String id = steps.requested(HoldSteps.halt(bank, HoldSteps.anyAccount()));
        HoldSteps.answer(officer, id, "EXECUTED").statusCode(200);
        HoldSteps.answer(officer, id, "RELEASED").statusCode(200).body("status", equalTo("RELEASED"));
        HoldSteps.answer(officer, id, "RELEASED").statusCode(409);
        outbox.drain();
        HoldSteps.read(steps.analyst, id).body("status", equalTo("RELEASED"));
        assertEquals(
                List.of(),
                Database.queryAsSuperuser(
                        "select look_at from hold where id = ? and look_at is not null", UUID.fromString(id)));
    }

    @Test
    void aBanksOwnPostponementThatNobodyReleasesIsToldToBothSides() {
        String id = HoldSteps.postponed(bank, HoldSteps.anyAccount());
        UUID hold = UUID.fromString(id);
        Database.updateAsSuperuser("delete from outbox_notification where object_id = ?", hold);
        Database.updateAsSuperuser("update hold set ends_at = now() - interval '1 second' where id = ?", hold);
        due(id);
        due(id);
        clock.look();
        assertEquals(
                List.of("all hold.draft urgent", "all hold.draft urgent"),
                Told.about(hold).subList(2, 4));
        assertEquals(4, Told.about(hold).size());
        assertEquals(2, Told.to(bank.id(), hold));
        assertEquals(2, Told.to(steps.fiu.id(), hold));
    }

    /** As it is planned in a large database, under row-level security: own and received ones in one order. */
    @Test
    void aListWalksBySealAndSortsNothing() throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = PostgresResource.superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local role simpul_app");
            statement.execute("select simpul_enter('" + steps.fiu.id() + "', null)");
            statement.execute("set local enable_seqscan = off");
            statement.execute("set local enable_bitmapscan = off");
            try (ResultSet rows = statement.executeQuery("explain select * from hold_version v where v.number = 1"
                    + " and v.place < 'ffffffff-ffff-ffff-ffff-ffffffffffff' and (v.owner = '" + steps.fiu.id()
                    + "' or (v.sealed_at is not null and (select 1 from reach x where x.object_id = v.id"
                    + " order by x.disclosure_id limit 1) = 1)) order by v.place desc limit 51")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
        }
        assertTrue(plan.indexOf("Index Scan using hold_version_newest") >= 0, plan.toString());
        assertTrue(plan.indexOf("Sort Key: v.place") < 0, plan.toString());
    }

    @Test
    void eachSideListsWhatItMay() {
        Institution other = Institutions.bank();
        String mine = steps.requested(HoldSteps.halt(bank, HoldSteps.anyAccount()));
        String theirs = steps.requested(HoldSteps.halt(other, HoldSteps.anyAccount()));
        String draft = HoldSteps.draft(steps.analyst, HoldSteps.halt(bank, HoldSteps.anyAccount()));
        String own = HoldSteps.draft(investigator, HoldSteps.postponement(HoldSteps.anyAccount()));
        as(officer)
                .get(HoldSteps.HOLDS)
                .then()
                .statusCode(200)
                .body("items.id", contains(own, mine))
                .body("items[0].accounts", nullValue());
        as(other.person(Role.INVESTIGATOR)).get(HoldSteps.HOLDS).then().body("items.id", contains(theirs));
        Desk.by(steps.analyst)
                .get(HoldSteps.HOLDS)
                .then()
                .body("items.id", hasItem(draft))
                .body("items.id", hasItem(mine))
                .body("items.id", not(hasItem(own)));
        as(Institutions.bank().person(Role.INVESTIGATOR))
                .get(HoldSteps.HOLDS)
                .then()
                .body("items", empty());
        assertTrue(Drafts.count("from hold where id = ?", UUID.fromString(draft)) == 1);
        HoldSteps.read(steps.analyst, draft).body("desk.open", notNullValue());
    }
}
