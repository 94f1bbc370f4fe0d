package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.Faults;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Person;
import org.simpul.testing.Told;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class IntakeClockTest extends HubTest {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @Inject
    OutboxDispatcher outbox;

    @Inject
    CaseworkClock clock;

    private final Desk desk = new Desk();

    private UUID received(String urgency) {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), urgency, SubmittedReferral.anyPhone());
        outbox.drain();
        UUID intake = Desk.intakeOf(referral);
        // what its arrival told
        Database.updateAsSuperuser("delete from outbox_notification where object_id = ?", intake);
        return intake;
    }

    private void dueIn(UUID intake, String interval) {
        Database.updateAsSuperuser(
                "update intake set warn_at = warn_at - due_at + now() + cast(? as interval),"
                        + " due_at = now() + cast(? as interval) where id = ?",
                interval,
                interval,
                intake);
        clock.look();
    }

    private static String dueAt(UUID intake) {
        return Database.queryAsSuperuser(
                        "select to_char(due_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI') from intake where id = ?",
                        intake)
                .get(0)
                .toString();
    }

    private static String afterWorkingDays(int days) {
        LocalDate day = LocalDate.ofInstant(Instant.now(), JAKARTA);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= day.getDayOfWeek().getValue() < 6 ? 1 : 0;
        }
        return day.plusDays(1) + " 00:00";
    }

    @Test
    void p2AndP3AreDueAtTheEndOfTheirWorkingDay() {
        assertEquals(afterWorkingDays(3), dueAt(received("P2")));
        assertEquals(afterWorkingDays(10), dueAt(received("P3")));
    }

    @Test
    void aClockWarnsOnceAndThenTellsTheSupervisorsOnce() {
        UUID intake = received("P2");
        clock.look();
        assertEquals(List.of(), Told.about(intake));
        dueIn(intake, "23 hours");
        clock.look();
        assertEquals(List.of("all referral.triage routine"), Told.about(intake));
        dueIn(intake, "-1 second");
        clock.look();
        assertEquals(List.of("all referral.triage routine", "all duty.manage routine"), Told.about(intake));
    }

    @Test
    void oneClockThatFailsHoldsUpNoOtherAndRingsLater() {
        UUID broken = received("P2");
        UUID sound = received("P2");
        Faults.at(broken, () -> {
            dueIn(broken, "22 hours");
            dueIn(sound, "23 hours");
            assertEquals(List.of(), Told.about(broken));
            assertEquals(List.of("all referral.triage routine"), Told.about(sound));
        });
        clock.look();
        assertEquals(List.of("all referral.triage routine"), Told.about(broken));
    }

    @Test
    void theWarningOfAP1GoesToAllAndAnothersToWhoeverHasTakenItWhileThatPersonIsThere() {
        UUID intake = received("P1");
        desk.decide(intake, Map.of("decision", "TAKE")).statusCode(200);
        dueIn(intake, "1 hour");
        assertTrue(Told.about(intake).contains("all referral.triage urgent"));
        dueIn(intake, "-1 hour");
        assertTrue(Told.about(intake).contains("all duty.manage urgent"));
        Person worker = desk.fiu.person(Role.FIU_ANALYST);
        UUID id = Drafts.id(worker);
        for (boolean present : List.of(true, false)) {
            UUID routine = received("P2");
            desk.decide(routine, Map.of("decision", "TAKE")).statusCode(200);
            Database.updateAsSuperuser("update intake set assigned_to = ? where id = ?", id, routine);
            Database.updateAsSuperuser(
                    "update person set status = ? where id = ?", present ? "ACTIVE" : "SWITCHED_OFF", id);
            dueIn(routine, "1 hour");
            assertEquals(List.of((present ? id : "all") + " referral.triage routine"), Told.about(routine));
        }
    }

    @Test
    void aP1ThatCameBeforeThereWereCallsIsCalledForOnce() {
        UUID intake = received("P1");
        Database.updateAsSuperuser("delete from duty_call where object_id = ?", intake);
        clock.look();
        clock.look();
        assertEquals(List.of("all referral.triage urgent"), Told.about(intake));
    }

    @Test
    void whatIsDecidedHasNoClock() {
        UUID intake = desk.accepted(received("P2"));
        dueIn(intake, "-1 hour");
        assertEquals(List.of(), Told.about(intake));
    }

    @Test
    void whatIsRetainedIsBroughtToMindOnItsDay() {
        UUID intake = desk.accepted(received("P2"));
        desk.decide(intake, Map.of("decision", "RETAIN", "reason", "Wait.")).statusCode(400);
        desk.decide(
                        intake,
                        Map.of(
                                "decision",
                                "RETAIN",
                                "reason",
                                "Wait.",
                                "review_on",
                                LocalDate.now().minusDays(1).toString()))
                .statusCode(400);
        desk.decide(
                        intake,
                        Map.of(
                                "decision",
                                "RETAIN",
                                "reason",
                                "Wait.",
                                "review_on",
                                LocalDate.now().plusDays(9).toString()))
                .statusCode(200)
                .body("review_on", equalTo(LocalDate.now().plusDays(9).toString()));
        clock.look();
        assertEquals(List.of(), Told.about(intake));
        Database.updateAsSuperuser("update intake set review_on = current_date - 1 where id = ?", intake);
        clock.look();
        clock.look();
        assertEquals(List.of("all case.work routine"), Told.about(intake));
    }

    @Test
    void reopeningTakesTwoPersons() {
        UUID intake = received("P2");
        Database.updateAsSuperuser("update intake set status = 'CLOSED' where id = ?", intake);
        desk.decide(intake, Map.of("decision", "PROPOSE_REOPENING", "reason", "A new link."))
                .statusCode(200)
                .body("reopening_proposed_by", equalTo(desk.analyst.login()));
        desk.decide(intake, Map.of("decision", "REOPEN")).statusCode(403);
        Desk.by(desk.supervisor)
                .header("If-Match", desk.tag(intake))
                .body(Map.of("decision", "REOPEN"))
                .post("/api/v1/intakes/" + intake + "/decisions")
                .then()
                .statusCode(200)
                .body("status", equalTo("UNDER_ANALYSIS"));
    }

    private static List<Object> reasonsOf(UUID intake) {
        return new ArrayList<>(Database.queryAsSuperuser(
                "select score || ' ' || cast(score_reasons as text) || cast(score_points as text) from intake where id = ?",
                intake));
    }

    @Test
    void theScoreShowsWhatItIsMadeOf() {
        UUID intake = received("P1");
        var read = Desk.by(desk.analyst)
                .get("/api/v1/intakes/" + intake)
                .then()
                .statusCode(200)
                .body("intake.score_reasons.find { it.reason == 'GROUND' }.points", equalTo(40))
                .body("intake.score_reasons.find { it.reason == 'CHILD_VICTIM' }.points", equalTo(25))
                .body(
                        "intake.score_reasons.find { it.reason == 'CHILD_VICTIM' }.text",
                        equalTo("Kemungkinan korban anak disebutkan"));
        List<Integer> points = read.extract().path("intake.score_reasons.points");
        read.body(
                "intake.score",
                equalTo(points.stream().mapToInt(Integer::intValue).sum()));
    }

    @Test
    void ageGenderAndNationalityChangeNothing() {
        SubmittedReferral one = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        SubmittedReferral other = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        Database.updateAsSuperuser("alter table referral_subject disable trigger user");
        Database.updateAsSuperuser("alter table referral_identifier disable trigger user");
        try {
            Database.updateAsSuperuser(
                    "update referral_subject set age_band = case age_band when 'ADULT' then 'UNKNOWN' else 'AGE_13_17' end,"
                            + " kind = 'UNKNOWN' where version_id = ?",
                    other.version);
            Database.updateAsSuperuser(
                    "update referral_identifier set type = 'PASSPORT', scope = 'PH', value = ? where version_id = ?",
                    "P" + System.nanoTime(),
                    other.version);
        } finally {
            Database.updateAsSuperuser("alter table referral_subject enable trigger user");
            Database.updateAsSuperuser("alter table referral_identifier enable trigger user");
        }
        outbox.drain();
        assertEquals(reasonsOf(Desk.intakeOf(one)), reasonsOf(Desk.intakeOf(other)));
    }

    @Test
    void aLinkRaisesTheScoreOfBoth() {
        String phone = SubmittedReferral.anyPhone();
        SubmittedReferral one = SubmittedReferral.of(Institutions.bank(), "P2", phone);
        outbox.drain();
        UUID first = Desk.intakeOf(one);
        assertFalse(reasonsOf(first).toString().contains("LINKS"));
        UUID second = Desk.intakeOf(linked(phone));
        assertTrue(
                reasonsOf(first).toString().contains("LINKS"), reasonsOf(first).toString());
        assertTrue(
                reasonsOf(second).toString().contains("LINKS"),
                reasonsOf(second).toString());
    }

    private SubmittedReferral linked(String phone) {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P2", phone);
        outbox.drain();
        return referral;
    }

    @Test
    void theScoreOrdersWithinTheUrgencyAndPagesFollowEachOther() {
        UUID low = received("P3");
        UUID high = received("P3");
        UUID urgent = received("P2");
        Database.updateAsSuperuser("update intake set score = 1 where id = ?", low);
        Database.updateAsSuperuser(
                "update intake set score = 90, due_at = due_at + interval '1 day' where id = ?", high);
        Database.updateAsSuperuser("update intake set score = 0 where id = ?", urgent);
        List<String> queue = new ArrayList<>();
        String token = null;
        do {
            var request = Desk.by(desk.analyst).queryParam("page_size", 3);
            var page = (token == null ? request : request.queryParam("page_token", token))
                    .get("/api/v1/intakes")
                    .then()
                    .statusCode(200)
                    .extract();
            queue.addAll(page.path("items.id"));
            token = page.path("next_page_token");
        } while (token != null);
        assertEquals(queue.size(), queue.stream().distinct().count());
        assertTrue(queue.indexOf(urgent.toString()) < queue.indexOf(high.toString()));
        assertTrue(queue.indexOf(high.toString()) < queue.indexOf(low.toString()));
        assertTrue(queue.indexOf(urgent.toString()) >= 0);
    }
}
