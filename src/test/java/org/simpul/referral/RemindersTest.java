package org.simpul.referral;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Who is reminded, of what, and how often. */
@QuarkusTest
class RemindersTest extends HubTest {
    private static final String JAKARTA = "Asia/Jakarta";

    @Inject
    ReminderClock clock;

    @Inject
    OutboxDispatcher outbox;

    private Institution bank;

    @BeforeEach
    void admit() {
        bank = Institutions.bank();
    }

    private static LocalDate today() {
        return LocalDate.now(java.time.ZoneId.of(JAKARTA));
    }

    private static Map<String, Object> pending(String urgency, LocalDate dueOn) {
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("urgency", urgency);
        if (urgency.equals("P1")) {
            fields.put("urgency_ground", "LIVE_OR_SCHEDULED_ABUSE");
        }
        fields.put("statutory_report", Map.of("status", "PENDING", "due_on", dueOn.toString()));
        return fields;
    }

    /** One line for each notification of the bank: the reminder's reasons are told to nobody. */
    private List<Object> reminded(ReferralSteps referral) {
        return told(referral, "referral.read");
    }

    private List<Object> told(ReferralSteps referral, String permission) {
        return Database.queryAsSuperuser(
                "select concat_ws(' ', to_participant = ?, permission, object_kind, urgent) from outbox_notification"
                        + " where owner = ? and object_id = ? and permission = ?",
                bank.id(),
                bank.id(),
                referral.id(),
                permission);
    }

    private static void yesterday(ReferralSteps referral) {
        Database.updateAsSuperuser("update referral_reminder set day = day - 1 where referral_id = ?", referral.id());
    }

    @Test
    void aReportThatIsOverdueIsRemindedOfOnceADayAlsoAfterTheSubmissionOfAP1() {
        ReferralSteps draft = ReferralSteps.draft(bank, pending("P2", today().minusDays(1)));
        ReferralSteps submitted =
                ReferralSteps.draft(bank, pending("P1", today().minusDays(1))).filled("7200100001");
        submitted.submit();
        ReferralSteps inTime = ReferralSteps.draft(bank, pending("P2", today()));
        clock.tick();
        clock.tick();
        assertEquals(List.of("t referral.read REFERRAL f"), reminded(draft));
        assertEquals(List.of("t referral.read REFERRAL f"), reminded(submitted));
        assertEquals(List.of(), reminded(inTime));
        yesterday(submitted);
        clock.tick();
        assertEquals(2, reminded(submitted).size());
    }

    @Test
    void whatWaitsForApprovalIsBroughtToItsApproversMindOnceADay() {
        Map<String, Object> p1 = ReferralSteps.complete();
        p1.put("urgency", "P1");
        p1.put("urgency_ground", "LIVE_OR_SCHEDULED_ABUSE");
        ReferralSteps urgent =
                ReferralSteps.draft(bank, p1).filled("7200100010").handOver();
        ReferralSteps routine = ReferralSteps.draft(bank).filled("7200100011").handOver();
        clock.tick();
        assertEquals(1, told(urgent, "referral.submit").size());
        for (ReferralSteps each : List.of(urgent, routine)) {
            Database.updateAsSuperuser(
                    "update referral set touched_at = touched_at - interval '2 hours' where id = ?", each.id());
        }
        clock.tick();
        clock.tick();
        String reminder = "t referral.submit REFERRAL ";
        assertEquals(List.of(reminder + "t", reminder + "t"), told(urgent, "referral.submit"));
        assertEquals(List.of(reminder + "f"), told(routine, "referral.submit"));
        Database.updateAsSuperuser(
                "update referral set touched_at = touched_at - interval '1 day' where id = ?", routine.id());
        clock.tick();
        assertEquals(List.of(reminder + "f", reminder + "f"), told(routine, "referral.submit"));
    }

    @Test
    void whoHasFiledInANewVersionIsLeftAlone() {
        ReferralSteps referral =
                ReferralSteps.draft(bank, pending("P1", today().minusDays(1))).filled("7200100002");
        referral.submit().newVersion();
        Map<String, Object> filed = pending("P1", today());
        filed.put("statutory_report", Map.of("status", "FILED", "reference", "STR-1"));
        referral.fields(filed);
        clock.tick();
        assertEquals(List.of(), reminded(referral));
    }

    private ReferralSteps held(LocalDate overwrittenOn) {
        ReferralSteps referral = ReferralSteps.draft(bank).filled("7200100003");
        Map<String, Object> item = new HashMap<>(Map.of("kind", "CCTV", "description", "ATM camera"));
        item.put("overwritten_on", overwrittenOn.toString());
        referral.done(
                        referral.edit()
                                .body(Map.of("held_items", List.of(item)))
                                .put(referral.path() + "/held-items"),
                        200)
                .submit();
        return referral;
    }

    private UUID asked(ReferralSteps referral) {
        UUID request = UUID.randomUUID();
        Database.updateAsSuperuser(
                """
                insert into preservation_request (id, owner, object_id, object_owner, items, keep_until, at)
                select ?, ?, ?, ?, array_agg(i.reference), current_date + 90, now() from referral_held_item i
                join referral_version v on v.id = i.version_id where v.referral_id = ?
                """,
                request,
                Institutions.fiu().id(),
                referral.id(),
                bank.id(),
                referral.id());
        return request;
    }

    @Test
    void whatTheFiuAskedToKeepIsRemindedOfWhileNobodyHasAnswered() {
        ReferralSteps soon = held(today().plusDays(2));
        ReferralSteps later = held(today().plusDays(60));
        ReferralSteps notAsked = held(today().plusDays(2));
        UUID request = asked(soon);
        asked(later);
        clock.tick();
        clock.tick();
        assertEquals(List.of("t referral.read REFERRAL t"), reminded(soon));
        assertEquals(List.of(), reminded(later));
        assertEquals(List.of(), reminded(notAsked));
        as(soon.officer())
                .body(Map.of(
                        "item",
                        soon.read().<String>path("version.held_items[0].reference"),
                        "answer",
                        "ALREADY_OVERWRITTEN"))
                .post(soon.path() + "/preservation-requests/" + request + "/answers")
                .then()
                .statusCode(201);
        yesterday(soon);
        clock.tick();
        assertEquals(1, reminded(soon).size());
    }
}
