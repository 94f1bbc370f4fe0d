package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.Faults;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Told;
import org.simpul.urgency.UrgencyClock;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class DutyTest extends HubTest {
    private static final String ROSTER = "/api/v1/duty-roster";

    @Inject
    OutboxDispatcher outbox;

    @Inject
    UrgencyClock clock;

    private final Desk desk = new Desk();

    @AfterEach
    void nobodyIsOnDuty() {
        Database.updateAsSuperuser("delete from duty_shift");
    }

    private static Map<String, Object> shift(Person person, int position, int fromHours, int toHours) {
        Instant now = Instant.now();
        return Map.of(
                "login",
                person.login(),
                "starts_at",
                now.plus(fromHours, ChronoUnit.HOURS).toString(),
                "ends_at",
                now.plus(toHours, ChronoUnit.HOURS).toString(),
                "position",
                position);
    }

    private static void onDuty(Person supervisor, Person... people) {
        String tag = as(supervisor).get(ROSTER).then().statusCode(200).extract().header("ETag");
        as(supervisor)
                .header("If-Match", tag)
                .body(Map.of(
                        "shifts",
                        IntStream.range(0, people.length)
                                .mapToObj(i -> shift(people[i], i + 1, -1, 8))
                                .toList()))
                .put(ROSTER)
                .then()
                .statusCode(200);
    }

    private UUID arrived() {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P1", SubmittedReferral.anyPhone());
        outbox.drain();
        return Desk.intakeOf(referral);
    }

    /** Moves the call, and not the clock. */
    private void minutesLater(UUID object, int minutes) {
        Database.updateAsSuperuser(
                "update duty_call set opened_at = opened_at - make_interval(mins => ?),"
                        + " next_at = next_at - make_interval(mins => ?) where object_id = ?",
                minutes,
                minutes,
                object);
        clock.look();
    }

    private static String calls(Person person) {
        return Drafts.id(person) + " referral.triage urgent";
    }

    /** What the agency was called to; its other notifications are no calls. */
    private static List<String> calls(UUID dissemination) {
        return Told.about(dissemination).stream()
                .filter(told -> told.contains("dissemination.acknowledge"))
                .toList();
    }

    @Test
    void aP1CallsOneAfterTheOtherAndThenAll() {
        Person first = desk.fiu.person(Role.FIU_ANALYST);
        Person second = desk.fiu.person(Role.FIU_ANALYST);
        Drafts.id(first);
        Drafts.id(second);
        onDuty(desk.supervisor, first, second);
        UUID intake = arrived();
        assertEquals(List.of(calls(first)), Told.about(intake));
        minutesLater(intake, 14);
        assertEquals(List.of(calls(first)), Told.about(intake));
        minutesLater(intake, 1);
        assertEquals(List.of(calls(first), calls(second)), Told.about(intake));
        minutesLater(intake, 44);
        assertEquals(2, Told.about(intake).size());
        minutesLater(intake, 1);
        minutesLater(intake, 60);
        assertEquals(List.of(calls(first), calls(second), "all referral.triage urgent"), Told.about(intake));
    }

    @Test
    void anAnswerEndsTheCall() {
        Person first = desk.fiu.person(Role.FIU_ANALYST);
        Drafts.id(first);
        onDuty(desk.supervisor, first);
        UUID acknowledged = arrived();
        UUID taken = arrived();
        String path = "/api/v1/intakes/" + acknowledged + "/acknowledgements";
        as(first).post(path).then().statusCode(200).body("status", equalTo("RECEIVED"));
        as(desk.analyst).post(path).then().statusCode(409);
        desk.decide(taken, Map.of("decision", "TAKE")).statusCode(200);
        minutesLater(acknowledged, 61);
        minutesLater(taken, 61);
        assertEquals(List.of(calls(first)), Told.about(acknowledged));
        assertEquals(List.of(calls(first)), Told.about(taken));
    }

    @Test
    void oneCallThatFailsHoldsUpNoOtherAndGoesFurtherLater() {
        Person first = desk.fiu.person(Role.FIU_ANALYST);
        Person second = desk.fiu.person(Role.FIU_ANALYST);
        Drafts.id(first);
        Drafts.id(second);
        onDuty(desk.supervisor, first, second);
        UUID broken = arrived();
        UUID sound = arrived();
        Faults.at(broken, () -> {
            minutesLater(broken, 16);
            minutesLater(sound, 15);
            assertEquals(List.of(calls(first)), Told.about(broken));
            assertEquals(List.of(calls(first), calls(second)), Told.about(sound));
        });
        clock.look();
        assertEquals(List.of(calls(first), calls(second)), Told.about(broken));
    }

    /** A call that began beside the acknowledgement: the agency has answered, and need not answer twice. */
    @Test
    void anAcknowledgementThatIsThereAlreadyStillEndsTheCall() {
        Institution agency = Institutions.agency();
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P1", SubmittedReferral.anyPhone());
        outbox.drain();
        UUID dissemination = UUID.fromString(desk.disseminated(referral, agency));
        outbox.drain();
        String path = "/api/v1/disseminations/" + dissemination + "/acknowledgements";
        Person officer = agency.person(Role.LE_OFFICER);
        as(officer).post(path).then().statusCode(201);
        Database.updateAsSuperuser(
                "update duty_call set acknowledged_at = null, acknowledged_by = null, next_at = now() + interval '1 minute'"
                        + " where object_id = ?",
                dissemination);
        as(officer).post(path).then().statusCode(409);
        assertEquals(
                List.of(),
                Database.queryAsSuperuser(
                        "select id from duty_call where object_id = ? and acknowledged_at is null", dissemination));
    }

    @Test
    void withNobodyOnDutyAllAreCalledAtOnce() {
        assertEquals(List.of("all referral.triage urgent"), Told.about(arrived()));
    }

    @Test
    void whoeverWasSwitchedOffIsNotCalled() {
        Person gone = desk.fiu.person(Role.FIU_ANALYST);
        Person present = desk.fiu.person(Role.FIU_ANALYST);
        UUID id = Drafts.id(gone);
        Drafts.id(present);
        onDuty(desk.supervisor, gone, present);
        Database.updateAsSuperuser("update person set status = 'SWITCHED_OFF' where id = ?", id);
        assertEquals(List.of(calls(present)), Told.about(arrived()));
    }

    @Test
    void anUrgentDisseminationCallsTheAgencysOwnDuty() {
        Institution agency = Institutions.agency();
        Person officer = agency.person(Role.LE_OFFICER);
        UUID officerId = Drafts.id(officer);
        onDuty(agency.person(Role.LE_SUPERVISOR), officer);
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P1", SubmittedReferral.anyPhone());
        outbox.drain();
        UUID dissemination = UUID.fromString(desk.disseminated(referral, agency));
        outbox.drain();
        String call = officerId + " dissemination.acknowledge urgent";
        assertEquals(List.of(call), calls(dissemination));
        minutesLater(dissemination, 61);
        assertEquals(List.of(call, "all dissemination.acknowledge urgent"), calls(dissemination));
    }

    @Test
    void anAgencysAcknowledgementEndsItsCallAndNoOther() {
        Institution agency = Institutions.agency();
        Institution other = Institutions.agency();
        for (Institution each : List.of(agency, other)) {
            Person officer = each.person(Role.LE_OFFICER);
            Drafts.id(officer);
            onDuty(each.person(Role.LE_SUPERVISOR), officer);
        }
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P1", SubmittedReferral.anyPhone());
        outbox.drain();
        UUID dissemination = UUID.fromString(desk.disseminated(referral, agency, other));
        outbox.drain();
        as(agency.person(Role.LE_OFFICER))
                .post("/api/v1/disseminations/" + dissemination + "/acknowledgements")
                .then()
                .statusCode(201);
        minutesLater(dissemination, 61);
        assertEquals(1, Told.to(agency.id(), dissemination));
        assertEquals(2, Told.to(other.id(), dissemination));
    }

    @Test
    void whatIsToldTwiceCallsNobodyWhoHasAnswered() {
        Institution agency = Institutions.agency();
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P1", SubmittedReferral.anyPhone());
        outbox.drain();
        UUID dissemination = UUID.fromString(desk.disseminated(referral, agency));
        outbox.drain();
        as(agency.person(Role.LE_OFFICER))
                .post("/api/v1/disseminations/" + dissemination + "/acknowledgements")
                .then()
                .statusCode(201);
        long before = Told.to(agency.id(), dissemination);
        Database.updateAsSuperuser(
                "update outbox_event set handled_at = null, due_at = now() - interval '1 second'"
                        + " where kind = 'dissemination.urgent' and object_id = ?",
                dissemination);
        outbox.drain();
        minutesLater(dissemination, 61);
        assertEquals(before, Told.to(agency.id(), dissemination));
    }

    @Test
    void whatWasRecalledBeforeTheCallCallsNobody() {
        Institution agency = Institutions.agency();
        Institution other = Institutions.agency();
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P1", SubmittedReferral.anyPhone());
        outbox.drain();
        UUID dissemination = UUID.fromString(desk.disseminated(referral, agency, other));
        Recalls.recall(
                        desk.supervisor,
                        dissemination.toString(),
                        Map.of("reason", "WRONG_RECIPIENT", "recipients", List.of(agency.alias())))
                .statusCode(201);
        outbox.drain();
        assertEquals(0, Told.to(agency.id(), dissemination));
        assertEquals(1, Told.to(other.id(), dissemination));
    }

    @Test
    void aDisseminationThatCanWaitCallsNobody() {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        UUID dissemination = UUID.fromString(desk.disseminated(referral, Institutions.agency()));
        outbox.drain();
        assertEquals(List.of(), calls(dissemination));
    }

    @Test
    void aRosterIsTheInstitutionsOwnAndSetFromWhatWasRead() {
        Institution agency = Institutions.agency();
        Person supervisor = agency.person(Role.LE_SUPERVISOR);
        Person officer = agency.person(Role.LE_OFFICER);
        Drafts.id(officer);
        Person admin = agency.person(Role.PARTICIPANT_ADMIN);
        Drafts.id(admin);
        onDuty(supervisor, officer);
        as(supervisor).get(ROSTER).then().body("shifts[0].login", equalTo(officer.login()));
        as(desk.supervisor).get(ROSTER).then().body("shifts.size()", equalTo(0));
        as(officer).get(ROSTER).then().statusCode(403);
        as(supervisor)
                .header("If-Match", "\"0\"")
                .body(Map.of("shifts", List.of()))
                .put(ROSTER)
                .then()
                .statusCode(412);
        as(supervisor)
                .header("If-Match", "\"1\"")
                .body(Map.of("shifts", List.of(shift(desk.analyst, 1, 0, 1), shift(officer, 1, 2, 1))))
                .put(ROSTER)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("shifts[0].login", "shifts[1].ends_at")));
        as(supervisor)
                .header("If-Match", "\"1\"")
                .body(Map.of("shifts", List.of(shift(admin, 1, 0, 1))))
                .put(ROSTER)
                .then()
                .statusCode(400)
                .body("violations.code", equalTo(List.of("cannot_answer")));
    }
}
