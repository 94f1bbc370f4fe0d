package org.simpul.referral;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.urgency.BusinessCalendar;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The report that the law asks for beside the referral: its last day, and who is warned of it. */
@QuarkusTest
class StatutoryReportTest extends HubTest {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private static ReferralDays days(String now, LocalDate... holidays) {
        return new ReferralDays(
                InstantSource.fixed(Instant.parse(now)),
                new ReferralConfig() {
                    @Override
                    public int statutoryDue() {
                        return 3;
                    }

                    @Override
                    public int statutoryWarnBefore() {
                        return 1;
                    }

                    @Override
                    public int overwrittenWarnBefore() {
                        return 7;
                    }

                    @Override
                    public String remindEvery() {
                        return "off";
                    }
                },
                new BusinessCalendar(() -> Optional.of(Set.of(holidays)), JAKARTA));
    }

    @Test
    void aDayBeginsAtMidnightInJakarta() {
        assertEquals(LocalDate.parse("2026-03-02"), days("2026-03-02T16:59:59Z").today());
        assertEquals(LocalDate.parse("2026-03-03"), days("2026-03-02T17:00:00Z").today());
    }

    @Test
    void theLastDayIsCountedInWorkingDays() {
        // 2026-03-06 is a Friday
        ReferralDays days = days("2026-03-06T02:00:00Z", LocalDate.parse("2026-03-10"));
        assertEquals(LocalDate.parse("2026-03-05"), days.statutoryDue(LocalDate.parse("2026-03-02")));
        assertEquals(LocalDate.parse("2026-03-12"), days.statutoryDue(LocalDate.parse("2026-03-06")));
    }

    @Test
    void soonIsFromTodayToTheDayBefore() {
        ReferralDays days = days("2026-03-06T02:00:00Z");
        assertFalse(days.isSoonDue(LocalDate.parse("2026-03-05")));
        assertTrue(days.isSoonDue(LocalDate.parse("2026-03-06")));
        assertTrue(days.isSoonDue(LocalDate.parse("2026-03-07")));
        assertFalse(days.isSoonDue(LocalDate.parse("2026-03-08")));
    }

    private static LocalDate today() {
        return LocalDate.now(JAKARTA);
    }

    private static Map<String, Object> pending(LocalDate formedOn, LocalDate dueOn) {
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("suspicion_formed_on", formedOn.toString());
        fields.put("statutory_report", Map.of("status", "PENDING", "due_on", dueOn.toString()));
        return fields;
    }

    @Test
    void aReferralProposesTheLastDayAndWarnsOfIt() {
        ReferralSteps empty = ReferralSteps.draft(Institutions.bank(), Map.of());
        empty.read().then().body("statutory_due_proposal", nullValue()).body("warnings", empty());

        ReferralSteps draft = ReferralSteps.draft(Institutions.bank(), pending(LocalDate.parse("2026-03-02"), today()));
        as(draft.investigator())
                .header("Accept-Language", "en")
                .get(draft.path())
                .then()
                .body("statutory_due_proposal", equalTo("2026-03-05"))
                .body("warnings.code", contains("statutory_due_soon", "statutory_due_after_proposal"))
                .body("warnings[0].on", equalTo(today().toString()))
                .body("warnings[0].message", containsString("due soon"));
        draft.fields(pending(today(), today().minusDays(1)));
        draft.read()
                .then()
                .body("warnings.code", contains("statutory_overdue"))
                .body("warnings[0].field", equalTo("statutory_report.due_on"))
                .body("warnings[0].message", containsString("undang-undang"));
        draft.fields(ReferralSteps.complete());
        draft.read().then().body("warnings", empty());
    }

    @Test
    void whatIsOverwrittenSoonIsWarnedOf() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank());
        draft.done(
                draft.edit()
                        .body(Map.of(
                                "held_items",
                                List.of(
                                        Map.of("kind", "CCTV", "description", "Stays"),
                                        Map.of(
                                                "kind",
                                                "CCTV",
                                                "description",
                                                "ATM camera",
                                                "overwritten_on",
                                                today().plusDays(7).toString()))))
                        .put(draft.path() + "/held-items"),
                200);
        draft.read()
                .then()
                .body("warnings.code", contains("held_item_overwritten_soon"))
                .body("warnings.field", contains("held_items[1].overwritten_on"));
    }

    @Test
    void aSuspicionIsFormedByToday() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank());
        draft.fields(pending(today(), today()));
        draft.edit()
                .body(pending(today().plusDays(1), today()))
                .put(draft.path())
                .then()
                .statusCode(400)
                .body("violations.field", contains("suspicion_formed_on"))
                .body("violations.code", contains("must_be_past"));
    }
}
