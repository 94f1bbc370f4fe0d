package org.simpul.oversight;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Told;

import static java.time.DayOfWeek.WEDNESDAY;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What the rules find odd, what they don't, and who learns of it. */
@QuarkusTest
class AnomalyTest extends HubTest {
    private static final String ANOMALIES = "/api/v1/anomalies";
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @Inject
    AnomalyClock clock;

    private final Institution fiu = Institutions.fiu();
    private final Institution agency = Institutions.agency();
    private final Person officer = agency.person(Role.LE_OFFICER);
    private UUID person;
    private final Institution council = Institutions.admit(ParticipantKind.SUPERVISOR);
    private final Person overseer = council.person(Role.OVERSIGHT_AUDITOR);

    @BeforeEach
    void signIn() {
        person = Drafts.id(officer);
    }

    /** A Wednesday before today, within the days that are looked at. */
    private static LocalDate wednesday(int daysBack) {
        return LocalDate.now(JAKARTA).minusDays(daysBack).with(TemporalAdjusters.previousOrSame(WEDNESDAY));
    }

    private static Instant at(LocalDate day, int hour) {
        return LocalDateTime.of(day, LocalTime.of(hour, 5)).atZone(JAKARTA).toInstant();
    }

    private void act(UUID who, String act, Instant at, UUID object, String matter) {
        Database.updateAsSuperuser(
                """
                insert into audit_entry (id, at, person_id, actor, participant_id, roles, client, act, object_id,
                  case_reference, outcome, request_id, payload, nonce)
                values (gen_random_uuid(), ?::timestamptz, ?, 'person', ?, '{}', 'test', ?, ?, ?, 'ALLOWED', 'r', '{}',
                  decode(repeat('00', 32), 'hex'))
                """,
                at.toString(),
                who,
                agency.id(),
                act,
                object,
                matter);
    }

    private List<Object> raised(UUID who, AnomalyRule rule) {
        clock.tick();
        clock.tick();
        return Database.queryAsSuperuser("select acts from anomaly where person_id = ? and rule = ?", who, rule.name());
    }

    @Test
    void moreObjectsInAnHourThanWorkTakesAreRaisedOnce() {
        UUID colleague = Drafts.id(agency.person(Role.LE_OFFICER));
        Instant hour = at(wednesday(1), 10);
        for (int i = 0; i < 101; i++) {
            act(person, "dissemination.read", hour.plusSeconds(i), UUID.randomUUID(), "M");
            // the same one over and over
            act(colleague, "dissemination.read", hour.plusSeconds(i), agency.id(), "M");
        }
        assertEquals(List.of(101L), raised(person, AnomalyRule.MANY_OBJECTS_READ));
        assertEquals(List.of(), raised(colleague, AnomalyRule.MANY_OBJECTS_READ));
        UUID anomaly = (UUID) Drafts.value("select id from anomaly where person_id = ?", person);
        assertEquals(1, Told.to(council.id(), anomaly));
        assertEquals(0, Told.to(agency.id(), anomaly));
        assertEquals(0, Told.to(fiu.id(), anomaly));
    }

    @Test
    void readingPersonsAtNightIsRaisedUnlessOnDutyOrForAP1() {
        UUID onDuty = Drafts.id(agency.person(Role.LE_OFFICER));
        UUID forAP1 = Drafts.id(agency.person(Role.LE_OFFICER));
        UUID byDay = Drafts.id(agency.person(Role.LE_OFFICER));
        Instant night = at(wednesday(1), 3);
        UUID urgent = urgentIntake();
        for (int i = 0; i < 5; i++) {
            act(person, "dissemination.read", night.plusSeconds(i), UUID.randomUUID(), "M");
            act(onDuty, "dissemination.read", night.plusSeconds(i), UUID.randomUUID(), "M");
            act(forAP1, "intake.read", night.plusSeconds(i), urgent, "M");
            act(byDay, "dissemination.read", at(wednesday(1), 9).plusSeconds(i), UUID.randomUUID(), "M");
        }
        Database.updateAsSuperuser(
                "insert into duty_shift (id, owner, person_id, starts_at, ends_at, position)"
                        + " values (gen_random_uuid(), ?, ?, ?::timestamptz, ?::timestamptz, 1)",
                agency.id(),
                onDuty,
                night.minus(1, ChronoUnit.HOURS).toString(),
                night.plus(1, ChronoUnit.HOURS).toString());
        assertEquals(List.of(5L), raised(person, AnomalyRule.OUT_OF_HOURS));
        for (UUID other : List.of(onDuty, forAP1, byDay)) {
            assertEquals(List.of(), raised(other, AnomalyRule.OUT_OF_HOURS));
        }
    }

    private UUID urgentIntake() {
        UUID id = UUID.randomUUID();
        Database.updateAsSuperuser(
                """
                insert into intake (id, owner, referral_id, referral_owner, version_id, version_number, reference, urgency,
                  status, form_code, received_at, due_at, finished_at, revision)
                values (?, ?, gen_random_uuid(), ?, gen_random_uuid(), 1, 'R', 'P1', 'CLOSED', 'COMPLETE', now(), now(),
                  now(), 1)
                """,
                id,
                fiu.id(),
                Institutions.bank().id());
        return id;
    }

    @Test
    void searchesThatLedToNothingUnderTheirMatterAreRaisedWhenTheirTimeIsOver() {
        UUID using = Drafts.id(agency.person(Role.LE_OFFICER));
        UUID recent = Drafts.id(agency.person(Role.LE_OFFICER));
        String used = "M-" + UUID.randomUUID();
        String unused = "M-" + UUID.randomUUID();
        Instant then = at(LocalDate.now(JAKARTA).minusDays(17), 10);
        for (int i = 0; i < 3; i++) {
            act(person, "subject.searched", then.plusSeconds(i), null, unused);
            act(using, "subject.searched", then.plusSeconds(i), null, used);
            act(
                    recent,
                    "subject.searched",
                    at(LocalDate.now(JAKARTA).minusDays(3), 10).plusSeconds(i),
                    null,
                    unused);
        }
        act(using, "rfi.drafted", then.plus(2, ChronoUnit.DAYS), UUID.randomUUID(), used);
        assertEquals(List.of(3L), raised(person, AnomalyRule.SEARCHED_WITHOUT_USE));
        assertEquals(List.of(), raised(using, AnomalyRule.SEARCHED_WITHOUT_USE));
        assertEquals(List.of(), raised(recent, AnomalyRule.SEARCHED_WITHOUT_USE));
    }

    private void search(String type, String scope, String value) {
        Desk.under(Desk.matter(agency), officer)
                .body(Map.of("identifier", Map.of("type", type, "scope", scope, "value", value)))
                .post("/api/v1/searches")
                .then()
                .statusCode(200);
    }

    @Test
    void whoeverSearchesForTheNameThatOneSignsInWithIsRaised() {
        search("EMAIL", "", officer.login() + "x@agency.example");
        assertEquals(0, Drafts.count("from audit_entry where person_id = ? and act = 'subject.self-searched'", person));
        search("EMAIL", "", officer.login().toUpperCase() + "@agency.example");
        search("USERNAME", "forum", officer.login());
        assertEquals(2, Drafts.count("from audit_entry where person_id = ? and act = 'subject.self-searched'", person));
        Database.updateAsSuperuser(
                "update audit_entry set at = ?::timestamptz where person_id = ? and act = 'subject.self-searched'",
                at(wednesday(1), 10).toString(),
                person);
        assertEquals(List.of(2L), raised(person, AnomalyRule.OWN_IDENTIFIER_SEARCHED));
    }

    @Test
    void whatOneReadsOfTheHubItselfIsNotCountedAndWhatOneTakesOutIs() {
        UUID copying = Drafts.id(agency.person(Role.LE_OFFICER));
        Instant hour = at(wednesday(1), 10);
        for (int i = 0; i < 101; i++) {
            act(person, "notification.marked-read", hour.plusSeconds(i), UUID.randomUUID(), "M");
            String act = i % 2 == 0 ? "dissemination.exported" : "dissemination.version-compared";
            act(copying, act, hour.plusSeconds(i), UUID.randomUUID(), "M");
        }
        assertEquals(List.of(), raised(person, AnomalyRule.MANY_OBJECTS_READ));
        assertEquals(List.of(101L), raised(copying, AnomalyRule.MANY_OBJECTS_READ));
    }

    @Test
    void whatChangedOnListsIsCountedAndItsHourTellsNothing() {
        LocalDate day = wednesday(1);
        for (int i = 0; i < 101; i++) {
            act(person, "list.changes-read", at(day, 3).plusSeconds(i), UUID.randomUUID(), "M");
        }
        assertEquals(List.of(101L), raised(person, AnomalyRule.MANY_OBJECTS_READ));
        assertEquals(List.of(), raised(person, AnomalyRule.OUT_OF_HOURS));
    }

    @Test
    void aSearchWithoutAMatterIsUsedByTheSearcherAloneAndInTime() {
        UUID colleague = Drafts.id(agency.person(Role.LE_OFFICER));
        UUID late = Drafts.id(agency.person(Role.LE_OFFICER));
        Instant then = at(LocalDate.now(JAKARTA).minusDays(17), 10);
        for (int i = 0; i < 3; i++) {
            for (UUID who : List.of(person, colleague, late)) {
                act(who, "subject.searched", then.plusSeconds(i), null, null);
            }
        }
        act(colleague, "rfi.drafted", then.plus(2, ChronoUnit.DAYS), UUID.randomUUID(), null);
        act(person, "dissemination.read", then.plus(2, ChronoUnit.DAYS), UUID.randomUUID(), null);
        act(late, "rfi.drafted", then.plus(15, ChronoUnit.DAYS), UUID.randomUUID(), null);
        assertEquals(List.of(3L), raised(person, AnomalyRule.SEARCHED_WITHOUT_USE));
        assertEquals(List.of(), raised(colleague, AnomalyRule.SEARCHED_WITHOUT_USE));
        assertEquals(List.of(3L), raised(late, AnomalyRule.SEARCHED_WITHOUT_USE));
    }

    @Test
    void theOverseerSeesAllAnAuditorOfTheFiuItsOwnAndNobodyWhatIsAboutOneself() throws SQLException {
        UUID ofTheAgency = AnomalySteps.raised(agency, person);
        Person auditor = fiu.person(Role.OVERSIGHT_AUDITOR);
        UUID ofTheFiu = AnomalySteps.raised(fiu, Drafts.id(fiu.person(Role.FIU_ANALYST)));
        UUID ofTheAuditor = AnomalySteps.raised(fiu, Drafts.id(auditor));
        as(overseer)
                .get(ANOMALIES)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(ofTheAgency.toString()))
                .body("items.id", hasItem(ofTheAuditor.toString()));
        as(auditor)
                .get(ANOMALIES)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(ofTheFiu.toString()))
                .body("items.id", not(hasItem(ofTheAgency.toString())))
                .body("items.id", not(hasItem(ofTheAuditor.toString())));
        for (UUID hidden : List.of(ofTheAgency, ofTheAuditor)) {
            review(auditor, hidden).statusCode(404);
        }
        as(officer).get(ANOMALIES).then().statusCode(403);
        assertEquals(List.of(), Database.query(agency.id(), null, "select id from anomaly where id = ?", ofTheAgency));
        assertEquals(
                List.of(),
                Database.query(fiu.id(), Drafts.id(auditor), "select id from anomaly where id = ?", ofTheAuditor));
    }

    private static io.restassured.response.ValidatableResponse review(Person who, UUID anomaly) {
        return as(who).body(Map.of("verdict", "EXPLAINED", "note", "Ordered by her supervisor."))
                .post(ANOMALIES + "/" + anomaly + "/reviews")
                .then();
    }

    @Test
    void itIsReviewedOnceAndNeverChanged() {
        UUID anomaly = AnomalySteps.raised(agency, person);
        review(overseer, anomaly).statusCode(200).body("reviews.verdict", equalTo(List.of("EXPLAINED")));
        review(overseer, anomaly).statusCode(409);
        review(council.person(Role.OVERSIGHT_AUDITOR), anomaly).statusCode(409);
        for (String sql : List.of(
                "update anomaly_review set verdict = 'FOLLOWED_UP' where anomaly_id = ?",
                "delete from anomaly_review where anomaly_id = ?",
                "delete from anomaly where id = ?")) {
            assertThrows(SQLException.class, () -> Database.update(council.id(), null, sql, anomaly), sql);
        }
    }

    @Test
    void anAuditorOfTheFiuClosesNothingForTheOverseer() {
        UUID anomaly = AnomalySteps.raised(fiu, Drafts.id(fiu.person(Role.FIU_ANALYST)));
        review(fiu.person(Role.OVERSIGHT_AUDITOR), anomaly).statusCode(200);
        review(fiu.person(Role.OVERSIGHT_AUDITOR), anomaly).statusCode(409);
        String theirs = council.id().toString();
        review(overseer, anomaly)
                .statusCode(200)
                .body("reviews.participant_id", equalTo(List.of(theirs, fiu.id().toString())));
    }
}
