package org.simpul.inquiry.interest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Person;
import org.simpul.testing.Races;
import org.simpul.testing.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.simpul.inquiry.interest.InterestSteps.CONTACTS;
import static org.simpul.inquiry.interest.InterestSteps.INTERESTS;
import static org.simpul.inquiry.interest.InterestSteps.MEETINGS;

@QuarkusTest
class InterestTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    @Inject
    InterestClock clock;

    @Inject
    MeetingClerk clerk;

    private final Person supervisor = Institutions.fiu().person(Role.FIU_SUPERVISOR);
    private InterestSteps one;
    private InterestSteps other;

    @BeforeEach
    void agenciesOfOurOwn() {
        one = new InterestSteps();
        other = new InterestSteps();
    }

    @Test
    void twoAgenciesThatLookAtTheSameGetEachOthersDeskThroughTheFiu() {
        Map<String, Object> value = InterestSteps.phone();
        String mine = one.registered(value);
        outbox.drain();
        assertEquals(List.of(), one.desksTold());
        String theirs = other.registered(value);
        outbox.drain();
        one.get(CONTACTS)
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].from", equalTo("Unit Intelijen Keuangan Nusantara"))
                .body("items[0].reference", equalTo(one.reference(mine)))
                .body("items[0].desk", equalTo(other.desk()))
                .body("items[0].contact", equalTo("+622150000001"))
                .body("items[0].keySet()", containsInAnyOrder("id", "from", "reference", "desk", "contact", "at"));
        other.get(CONTACTS)
                .then()
                .body("items.reference", contains(other.reference(theirs)))
                .body("items.desk", contains(one.desk()));
        UUID meeting = meeting(mine);
        assertEquals(List.of("all interest.oversee routine"), Told.about(meeting));
        as(supervisor)
                .get(MEETINGS)
                .then()
                .statusCode(200)
                .body(item(meeting) + "told_at", notNullValue())
                .body(
                        item(meeting) + "sides.reference",
                        containsInAnyOrder(one.reference(mine), other.reference(theirs)))
                .body(not(org.hamcrest.Matchers.containsString(one.matter)));
        for (Object contact :
                Database.queryAsSuperuser("select id from interest_contact where meeting_id = ?", meeting)) {
            assertEquals(List.of("all interest.register routine"), Told.about((UUID) contact));
        }
        // told again, what was told stays as it is
        clerk.handle(UUID.fromString(mine));
        clerk.handle(UUID.fromString(theirs));
        assertEquals(List.of(other.desk()), one.desksTold());
        assertEquals(List.of("all interest.oversee routine"), Told.about(meeting));
    }

    private static UUID meeting(String interest) {
        UUID id = UUID.fromString(interest);
        return (UUID) Database.queryAsSuperuser(
                        "select id from interest_meeting where first_interest = ? or second_interest = ?", id, id)
                .get(0);
    }

    private static String item(UUID id) {
        return "items.find { it.id == '%s' }.".formatted(id);
    }

    @Test
    void aNameMeetsItselfHoweverItIsWrittenAndNoOther() {
        one.registered(Map.of("name", "Haji Tjipto Moehammad"));
        other.registered(Map.of("name", "muhamad, CIPTO"));
        InterestSteps third = new InterestSteps();
        third.registered(Map.of("name", "Cipto"));
        outbox.drain();
        assertEquals(List.of(other.desk()), one.desksTold());
        assertEquals(List.of(), third.desksTold());
    }

    @Test
    void theHubKeepsNoValue() {
        Map<String, Object> value = InterestSteps.phone();
        String typed = (String) ((Map<?, ?>) value.get("identifier")).get("value");
        String id = one.register(value)
                .then()
                .statusCode(201)
                .body("reference", startsWith("I-"))
                .body("kind", equalTo("PHONE"))
                .body(not(org.hamcrest.Matchers.containsString(typed)))
                .extract()
                .path("id");
        assertEquals(
                List.of(),
                Database.queryAsSuperuser(
                        "select id from interest i where cast(i as text) like '%' || ? || '%'", typed.substring(1)));
        one.get(INTERESTS).then().body("items.id", contains(id)).body("items.status", contains("LIVE"));
    }

    @Test
    void whatIsSilentIsToldToTheFiuAloneUntilTheSilenceIsOver() {
        Map<String, Object> value = InterestSteps.phone();
        String mine = one.registered(value);
        one.post(Role.LE_OFFICER, INTERESTS + "/" + mine + "/silences", Map.of("reason", "x", "until", later(9)))
                .then()
                .statusCode(403);
        one.silence(mine).then().statusCode(200).body("status", equalTo("SILENT"));
        other.registered(value);
        outbox.drain();
        assertEquals(List.of(), one.desksTold());
        assertEquals(List.of(), other.desksTold());
        UUID meeting = meeting(mine);
        assertEquals(List.of("all interest.oversee routine"), Told.about(meeting));
        as(supervisor).get(MEETINGS).then().body(item(meeting) + "told_at", nullValue());

        Database.updateAsSuperuser("update interest set silent_until = now() where id = ?", UUID.fromString(mine));
        clock.look();
        outbox.drain();
        assertEquals(List.of(other.desk()), one.desksTold());
        assertEquals(List.of(one.desk()), other.desksTold());
        as(supervisor).get(MEETINGS).then().body(item(meeting) + "told_at", notNullValue());
    }

    @Test
    void whoeverRegistersInSilenceIsNeverToldOfBefore() {
        Map<String, Object> value = InterestSteps.phone();
        other.registered(value);
        Map<String, Object> form = InterestSteps.form(value, one.desk());
        form.put("silence", Map.of("reason", "An undercover operation runs.", "until", later(20)));
        one.post(Role.LE_OFFICER, INTERESTS, form).then().statusCode(403);
        // also before a purpose is asked for
        as(one.agency.person(Role.LE_OFFICER)).body(form).post(INTERESTS).then().statusCode(403);
        String mine = one.post(Role.LE_SUPERVISOR, INTERESTS, form)
                .then()
                .statusCode(201)
                .body("status", equalTo("SILENT"))
                .body("silence_reason", equalTo("An undercover operation runs."))
                .extract()
                .path("id");
        outbox.drain();
        clock.look();
        assertEquals(List.of(), one.desksTold());
        assertEquals(List.of(), other.desksTold());
        assertEquals(List.of("interest.registered", "interest.silenced"), acts(UUID.fromString(mine)));
        as(supervisor).get(MEETINGS).then().body(item(meeting(mine)) + "told_at", nullValue());
        form.put("silence", Map.of("reason", "x", "until", later(50)));
        one.post(Role.LE_SUPERVISOR, INTERESTS, form)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("silence.until"))
                .body("violations[0].code", equalTo("silence_outlasts_interest"));
    }

    private static List<Object> acts(UUID object) {
        return Database.queryAsSuperuser("select act from audit_entry where object_id = ? order by id", object);
    }

    @Test
    void whoIsSilencedWhileTheClerkTellsIsToldFirst() throws Exception {
        Map<String, Object> value = InterestSteps.phone();
        String mine = one.registered(value);
        String theirs = other.registered(value);
        List<Response> answers = Races.during(
                "select id from participant where id = ? for update",
                other.agency.id(),
                List.of(
                        () -> {
                            clerk.handle(UUID.fromString(theirs));
                            return one.get(INTERESTS);
                        },
                        () -> one.silence(mine)));
        answers.get(1).then().statusCode(200);
        assertEquals(
                List.of("interests.told", "interest.silenced"),
                Database.queryAsSuperuser(
                        "select act from audit_entry where object_id in (?, ?) and act in ('interests.told',"
                                + " 'interest.silenced') order by id",
                        meeting(mine),
                        UUID.fromString(mine)));
    }

    @Test
    void eachTellingIsRecordedAlsoThatAfterASilence() {
        Map<String, Object> value = InterestSteps.phone();
        String mine = one.registered(value);
        one.silence(mine).then().statusCode(200);
        other.registered(value);
        outbox.drain();
        UUID meeting = meeting(mine);
        assertEquals(List.of("interests.met"), acts(meeting));
        Database.updateAsSuperuser("update interest set silent_until = now() where id = ?", UUID.fromString(mine));
        clock.look();
        outbox.drain();
        assertEquals(List.of("interests.met", "interests.told"), acts(meeting));
    }

    @Test
    void whatWasMissedDuringASuspensionIsMadeUpFor() {
        Map<String, Object> value = InterestSteps.phone();
        String mine = one.registered(value);
        Institutions.setStatus(one.agency, "SUSPENDED");
        other.registered(value);
        outbox.drain();
        clock.look();
        assertEquals(List.of(), other.desksTold());
        Institutions.setStatus(one.agency, "ADMITTED");
        clock.look();
        assertEquals(List.of(one.desk()), other.desksTold());
        assertEquals(List.of(other.desk()), one.desksTold());
        // a silence that ended during it as well
        InterestSteps third = new InterestSteps();
        String silent = third.registered(value);
        third.silence(silent).then().statusCode(200);
        outbox.drain();
        Institutions.setStatus(third.agency, "SUSPENDED");
        Database.updateAsSuperuser("update interest set silent_until = null where id = ?", UUID.fromString(silent));
        clock.look();
        assertEquals(
                2,
                Drafts.count(
                        "from interest_meeting where told_at is null and ? in (first_interest, second_interest)",
                        UUID.fromString(silent)));
        Institutions.setStatus(third.agency, "ADMITTED");
        clock.look();
        assertEquals(2, third.desksTold().size());
        assertEquals(
                1,
                Drafts.count(
                        "from interest_meeting where ? in (first_interest, second_interest) and ? in (first_agency, second_agency)",
                        UUID.fromString(mine),
                        other.agency.id()));
    }

    @Test
    void whoRegistersTooManyWaitsUntilTheNextDay() {
        Map<String, Object> value = InterestSteps.phone();
        other.registered(value);
        Person officer = officer();
        Map<String, Object> form = InterestSteps.form(value, one.desk());
        Desk.under(one.matter, officer).body(form).post(INTERESTS).then().statusCode(201);
        Database.updateAsSuperuser(
                "update inquiry_quota set asked = 40 where owner = ? and counted <> owner", one.agency.id());
        Desk.under(one.matter, officer).body(form).post(INTERESTS).then().statusCode(429);
        // a colleague has a count of its own
        one.registered(value);
        Database.updateAsSuperuser(
                "update inquiry_quota set asked = 200 where owner = ? and counted = owner", one.agency.id());
        one.register(value)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("violations[0].code", equalTo("interest_quota"));
        assertEquals(
                List.of(200),
                Database.queryAsSuperuser(
                        "select asked from inquiry_quota where counted = ? and kind = 'INTEREST'", one.agency.id()));
    }

    private Person officer() {
        return one.agency.person(Role.LE_OFFICER);
    }

    @Test
    void anInterestInOneselfIsRecorded() {
        Person officer = officer();
        for (String value : List.of(officer.login() + "@example.org", "someone@example.org")) {
            Desk.under(one.matter, officer)
                    .body(InterestSteps.form(Map.of("identifier", Map.of("type", "EMAIL", "value", value)), one.desk()))
                    .post(INTERESTS)
                    .then()
                    .statusCode(201);
        }
        assertEquals(
                1,
                Drafts.count(
                        "from audit_entry where person_id = ? and act = 'subject.self-searched'", Drafts.id(officer)));
    }

    private static String later(int minutes) {
        return Instant.now().plus(minutes, ChronoUnit.MINUTES).toString();
    }

    @Test
    void whatIsWithdrawnOrOverMeetsNobody() {
        Map<String, Object> value = InterestSteps.phone();
        String withdrawn = one.registered(value);
        one.withdraw(withdrawn).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        one.withdraw(withdrawn).then().statusCode(409);
        one.silence(withdrawn).then().statusCode(409);
        InterestSteps closed = new InterestSteps();
        closed.registered(value);
        Database.updateAsSuperuser(
                "update matter set status = 'CLOSED' where owner = ? and number = ?",
                closed.agency.id(),
                closed.matter);
        InterestSteps over = new InterestSteps();
        String ended = over.registered(value);
        Database.updateAsSuperuser("update interest set ends_at = now() where id = ?", UUID.fromString(ended));
        InterestSteps suspended = new InterestSteps();
        suspended.registered(value);
        Institutions.setStatus(suspended.agency, "SUSPENDED");
        other.registered(value);
        outbox.drain();
        assertEquals(List.of(), other.desksTold());
        over.get(INTERESTS).then().body("items.status", contains("ENDED"));
        as(closed.agency.person(Role.LE_OFFICER)).get(INTERESTS).then().body("items.status", contains("ENDED"));
        clock.look();
        assertEquals(1, Drafts.count("from interest where id = ? and ended_at is not null", UUID.fromString(ended)));
        // of one agency, two interests meet nobody
        other.registered(value);
        outbox.drain();
        assertEquals(List.of(), other.desksTold());
    }

    @Test
    void twoThatAreRegisteredAtOnceDoNotMissEachOther() throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(4);
        try {
            for (int i = 0; i < 5; i++) {
                Map<String, Object> value = InterestSteps.phone();
                Future<String> first = hands.submit(() -> one.registered(value));
                Future<String> second = hands.submit(() -> other.registered(value));
                String mine = first.get();
                String theirs = second.get();
                Future<?> left = hands.submit(() -> clerk.handle(UUID.fromString(mine)));
                Future<?> right = hands.submit(() -> clerk.handle(UUID.fromString(theirs)));
                left.get();
                right.get();
                assertEquals(2, Drafts.count("from interest_contact where meeting_id = ?", meeting(mine)));
            }
        } finally {
            hands.shutdown();
        }
    }

    @Test
    void anInterestIsRegisteredUnderALiveMatterAndEndsWithIt() {
        Map<String, Object> form = InterestSteps.form(InterestSteps.phone(), "Desk");
        Desk.by(one.agency.person(Role.LE_OFFICER))
                .body(form)
                .post(INTERESTS)
                .then()
                .statusCode(403);
        form.put("ends_at", later(90));
        one.post(Role.LE_OFFICER, INTERESTS, form)
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("interest_outlasts_matter"));
        one.register(Map.of()).then().statusCode(400).body("violations[0].code", equalTo("interest_in_one"));
        String id = one.registered(InterestSteps.phone());
        one.post(Role.LE_SUPERVISOR, INTERESTS + "/" + id + "/silences", Map.of("reason", "x", "until", later(50)))
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("silence_outlasts_interest"));
    }
}
