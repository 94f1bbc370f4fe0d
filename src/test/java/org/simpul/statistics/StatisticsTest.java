package org.simpul.statistics;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.access.SystemActor;
import org.simpul.casework.Desk;
import org.simpul.casework.SubmittedReferral;
import org.simpul.identifier.list.ListSteps;
import org.simpul.inquiry.rfi.RfiSteps;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.shared.Quarter;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is published of a quarter, and what of it nobody can tell. */
@QuarkusTest
class StatisticsTest extends HubTest {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final String URGENCY = "/api/v1/statistics/referrals-by-urgency";

    /** Each test counts quarters that are its own. */
    private static final AtomicInteger YEAR = new AtomicInteger(1950);

    @Inject
    StatisticsClock clock;

    @Inject
    FactReader facts;

    @Inject
    SystemActor actor;

    @Inject
    OutboxDispatcher outbox;

    private final Institution fiu = Institutions.fiu();
    private final Member member = new Member(fiu.id(), fiu.alias(), "FIU", ParticipantKind.FIU);
    private final Person partner = Institutions.admit(ParticipantKind.PARTNER).person(Role.PARTNER_ANALYST);
    private final List<Institution> banks =
            IntStream.range(0, 6).mapToObj(i -> Institutions.bank()).toList();

    private static Quarter quarter() {
        return new Quarter(LocalDate.of(YEAR.incrementAndGet(), 4, 1));
    }

    private void received(Quarter quarter, Institution bank, String urgency, int count) {
        for (int i = 0; i < count; i++) {
            Database.updateAsSuperuser(
                    """
                    insert into intake (id, owner, referral_id, referral_owner, version_id, version_number, reference,
                      urgency, status, form_code, received_at, due_at, finished_at, revision)
                    values (gen_random_uuid(), ?, gen_random_uuid(), ?, gen_random_uuid(), 1, 'R', ?, 'CLOSED',
                      'COMPLETE', ?::timestamptz, now(), now(), 1)
                    """,
                    fiu.id(),
                    bank.id(),
                    urgency,
                    quarter.from(JAKARTA).plusSeconds(i).toString());
        }
    }

    /** Six banks: 24 of P2 and 30 of P3, and one of P1. */
    private void received(Quarter quarter) {
        banks.forEach(bank -> {
            received(quarter, bank, "P2", 4);
            received(quarter, bank, "P3", 5);
        });
        received(quarter, banks.get(0), "P1", 1);
    }

    private String shown(Person reader, Quarter quarter, String path) {
        return as(reader)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .get("quarters.find { it.quarter == '" + quarter.text() + "' }")
                .toString();
    }

    @Test
    void aQuarterIsShownRoundedAndWhatStandsForAFewIsNot() {
        Quarter quarter = quarter();
        received(quarter);
        clock.take(member, quarter);
        String told = shown(partner, quarter, URGENCY);
        assertEquals(
                "{quarter=%s, counts=[{category=P1, count=null}, {category=P2, count=null}, {category=P3, count=30}], shown=30}"
                        .formatted(quarter.text()),
                told);
        // the auditors read the same
        assertEquals(told, shown(fiu.person(Role.OVERSIGHT_AUDITOR), quarter, URGENCY));
        as(partner)
                .accept("text/csv")
                .get("/api/v1/statistics/referrals-by-urgency/table.csv")
                .then()
                .statusCode(200)
                .header("Content-Type", "text/csv;charset=UTF-8")
                .body(containsString("quarter,category,count\r\n"))
                .body(containsString("%1$s,P1,\r\n%1$s,P2,\r\n%1$s,P3,30\r\n".formatted(quarter.text())));
    }

    /** Two quarters that differ in one institution's referrals alone, and cross no threshold. */
    @Test
    void oneReferralMoreOrLessMovesNoByte() {
        Quarter one = quarter();
        Quarter other = quarter();
        received(one);
        received(other);
        received(other, banks.get(1), "P1", 1);
        received(other, banks.get(2), "P2", 1);
        received(other, banks.get(3), "P3", 2);
        clock.take(member, one);
        clock.take(member, other);
        for (Statistic statistic : Population.REFERRALS.statistics()) {
            String path = "/api/v1/statistics/" + statistic.id();
            assertEquals(
                    shown(partner, one, path),
                    shown(partner, other, path).replace(other.text(), one.text()),
                    statistic.id());
        }
        // and the test sees a difference where a threshold is crossed
        Quarter third = quarter();
        received(third);
        received(third, banks.get(3), "P3", 3);
        clock.take(member, third);
        assertNotEquals(
                shown(partner, one, URGENCY), shown(partner, third, URGENCY).replace(third.text(), one.text()));
    }

    @Test
    void whatIsPublishedStaysWhateverHappensAfterwards() {
        Quarter quarter = quarter();
        received(quarter);
        clock.take(member, quarter);
        String before = shown(partner, quarter, URGENCY);
        banks.forEach(bank -> received(quarter, bank, "P3", 20));
        clock.take(member, quarter);
        assertEquals(before, shown(partner, quarter, URGENCY));
        for (String sql : List.of(
                "update statistic_snapshot set counts = '[]' where quarter = ?",
                "delete from statistic_snapshot where quarter = ?")) {
            assertThrows(SQLException.class, () -> Database.update(fiu.id(), null, sql, quarter.text()));
        }
        assertThrows(
                SQLException.class,
                () -> Database.update(
                        fiu.id(),
                        null,
                        "insert into statistic_snapshot values (gen_random_uuid(), ?, 'x', '1949-Q1', '[]', now())",
                        fiu.id()));
    }

    @Test
    void theNewestQuarterThatIsToldOfEndedAQuarterAgo() {
        LocalDate today = LocalDate.now(JAKARTA);
        LocalDate end = clock.published().start().plusMonths(3);
        assertTrue(!end.plusMonths(3).isAfter(today) && end.plusMonths(6).isAfter(today), end.toString());
        clock.tick();
        clock.tick();
        assertEquals(
                List.of((long) Statistic.values().length),
                Database.queryAsSuperuser(
                        "select count(*) from statistic_snapshot where quarter = ?",
                        clock.published().text()));
    }

    private List<Fact> counted(Population population) {
        Quarter running = new Quarter(clock.published().start().plusMonths(6));
        return actor.act(
                "test", member, () -> facts.read(population, fiu.id(), running.from(JAKARTA), running.before(JAKARTA)));
    }

    private static boolean holds(List<Fact> facts, List<Set<UUID>> contributors, String value) {
        return facts.stream()
                .anyMatch(fact -> fact.contributors().equals(contributors)
                        && fact.values().get(0).equals(value));
    }

    @Test
    void whatWasDisseminatedAndCameOfItIsContributedByWhoeverReferred() {
        Desk desk = new Desk();
        Institution agency = Institutions.agency();
        SubmittedReferral referral = SubmittedReferral.of(banks.get(0), "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        String file = desk.caseOf(desk.accepted(referral));
        String id = desk.disseminated(Desk.form(file, referral, agency));
        String matter = Desk.matter(agency);
        Person officer = agency.person(Role.LE_OFFICER);
        String path = "/api/v1/disseminations/" + id;
        Desk.under(matter, officer).post(path + "/acknowledgements").then().statusCode(201);
        Desk.under(matter, officer)
                .body(Map.of("outcome", "ARREST"))
                .post(path + "/outcomes")
                .then()
                .statusCode(201);
        Set<UUID> source = Set.of(banks.get(0).id());
        assertTrue(holds(counted(Population.DISSEMINATIONS), List.of(source), "HA"));
        assertTrue(holds(counted(Population.OUTCOMES), List.of(source, Set.of(agency.id())), "ARREST"));
        assertTrue(holds(counted(Population.REFERRALS), List.of(source), "CHILD_SEXUAL_EXPLOITATION"));
    }

    @Test
    void aNilReturnIsNotToldFromNoAnswer() {
        RfiSteps steps = new RfiSteps(outbox);
        Institution answering = steps.bank();
        Institution without = steps.bank();
        Institution silent = steps.bank();
        steps.issued(steps.form());
        RfiSteps.answered(answering, RfiSteps.thread(answering), RfiSteps.rows("ANSWERED"));
        RfiSteps.answered(without, RfiSteps.thread(without), RfiSteps.answer("NIL"));
        List<Fact> requests = counted(Population.REQUESTS);
        assertTrue(holds(requests, List.of(Set.of(answering.id())), "ANSWERED"));
        assertTrue(holds(requests, List.of(Set.of(without.id())), "NOTHING_OR_NO_ANSWER"));
        assertTrue(holds(requests, List.of(Set.of(silent.id())), "NOTHING_OR_NO_ANSWER"));
    }

    @Test
    void aSightingIsContributedByWhoeverReportedIt() {
        Institution bank = banks.get(0);
        String account = ListSteps.account();
        String code = "S" + account;
        Map<String, Object> entry = ListSteps.entry(account);
        entry.put("typology_code", code);
        ListSteps list = ListSteps.to(bank);
        list.add(List.of(entry)).statusCode(200);
        list.published();
        for (int i = 0; i < 2; i++) {
            as(bank.person(Role.INVESTIGATOR))
                    .body(Map.of(
                            "identifier",
                            ListSteps.identifier(account),
                            "kind",
                            "FALSE_POSITIVE",
                            "times",
                            700,
                            "seen_from",
                            "2026-03-01",
                            "seen_until",
                            "2026-03-02"))
                    .post(list.path() + "/sightings")
                    .then()
                    .statusCode(201);
        }
        assertTrue(counted(Population.SIGHTINGS)
                .contains(new Fact(2, List.of(Set.of(bank.id())), List.of(code, "FALSE_POSITIVE"))));
    }

    /** Written past both walls, since nobody reported anything so long ago. */
    private void reported(Quarter quarter, Institution bank, String kind, int count) {
        Database.updateAsSuperuser(
                """
                insert into sighting (id, owner, list_id, list_owner, type, scope, value, kind, times, seen_from, seen_until,
                  reported_by, reported_at)
                select gen_random_uuid(), ?, gen_random_uuid(), ?, 'PHONE', '', '-', ?, 1000, current_date, current_date,
                  gen_random_uuid(), ?::timestamptz from generate_series(1, ?)
                """,
                bank.id(),
                fiu.id(),
                kind,
                quarter.from(JAKARTA).toString(),
                count);
    }

    @Test
    void sightingsAreShownUnderTheSameRuleAsEverythingElse() {
        Quarter quarter = quarter();
        banks.forEach(bank -> reported(quarter, bank, "SEEN", 4));
        reported(quarter, banks.get(0), "FALSE_POSITIVE", 30);
        Quarter spread = quarter();
        banks.forEach(bank -> {
            reported(spread, bank, "SEEN", 4);
            reported(spread, bank, "FALSE_POSITIVE", 2);
            reported(spread, bank, "EXPIRED", 2);
        });
        clock.take(member, quarter);
        clock.take(member, spread);
        String path = "/api/v1/statistics/sightings-by-kind";
        String told = shown(partner, quarter, path);
        assertTrue(told.contains("{category=FALSE_POSITIVE, count=null}"), told);
        assertTrue(told.contains("{category=EXPIRED, count=null}"), told);
        told = shown(partner, spread, path);
        assertTrue(told.contains("{category=SEEN, count=25}, {category=FALSE_POSITIVE, count=10}"), told);
    }

    @Test
    void sightingsOfATypologyAreShownOnceEnoughInstitutionsStandBehindThem() {
        String account = ListSteps.account();
        Map<String, Object> entry = ListSteps.entry(account);
        entry.put("typology_code", "T01");
        ListSteps list = ListSteps.to(banks.get(0));
        list.add(List.of(entry)).statusCode(200);
        list.published();
        Database.updateAsSuperuser(
                "set session_replication_role = replica;"
                        + " update identifier_list_edition set sealed_at = '1940-01-01' where list_id = ?",
                UUID.fromString(list.id));
        Quarter many = quarter();
        Quarter few = quarter();
        banks.forEach(bank -> reportedOf(list, account, many, bank));
        banks.subList(0, 4).forEach(bank -> reportedOf(list, account, few, bank));
        // what names no typology is left out for those that nobody reported
        banks.forEach(bank -> {
            reported(many, bank, "SEEN", 4);
            reported(few, bank, "SEEN", 4);
        });
        clock.take(member, many);
        clock.take(member, few);
        String path = "/api/v1/statistics/sightings-by-typology";
        String told = shown(partner, many, path);
        assertTrue(told.contains("{category=T01, count=30}"), told);
        told = shown(partner, few, path);
        assertTrue(told.contains("{category=T01, count=null}"), told);
    }

    private void reportedOf(ListSteps list, String account, Quarter quarter, Institution bank) {
        reported(quarter, bank, "SEEN", 5);
        Database.updateAsSuperuser(
                """
                update sighting set list_id = ?, type = 'BANK_ACCOUNT', scope = 'ID:014', value = ?
                where owner = ? and value = '-' and reported_at = ?::timestamptz""",
                UUID.fromString(list.id),
                account,
                bank.id(),
                quarter.from(JAKARTA).toString());
    }

    @Test
    void theDefinitionsAreReadWithWhatStandsBehindACount() {
        as(partner)
                .get("/api/v1/statistics")
                .then()
                .statusCode(200)
                .body("items.id", hasItems("referrals-by-offence", "outcomes-by-kind"))
                .body("items[0].title.id", equalTo("Rujukan menurut tindak pidana asal"))
                .body("items[0].fewest_contributors", equalTo(5))
                .body("items[0].fewest_records", equalTo(10))
                .body("items[0].rounded_to", equalTo(5));
        as(partner).get("/api/v1/statistics/referrals-by-bank").then().statusCode(404);
        as(banks.get(0).person(Role.COMPLIANCE_OFFICER)).get(URGENCY).then().statusCode(403);
    }

    @Test
    void theJobReadsNoNameNoTextAndNobodyWhoIsProtected() throws SQLException {
        for (String hidden : List.of(
                "select name from participant",
                "select narrative from referral_version",
                "select title from dissemination_version",
                "select note from dissemination_response",
                "select content from rfi_answer",
                "select question from rfi_version",
                "select 1 from referral_subject",
                "select 1 from protected_subject",
                "select 1 from person",
                "select 1 from audit_entry")) {
            try (Connection connection = PostgresResource.superuser()) {
                connection.setAutoCommit(false);
                connection.createStatement().execute("set local role simpul_job_statistics");
                SQLException refused = assertThrows(
                        SQLException.class, () -> connection.createStatement().executeQuery(hidden), hidden);
                assertEquals("42501", refused.getSQLState(), hidden);
            }
        }
    }

    @Test
    void aPublishedTableNamesNobody() {
        Quarter quarter = quarter();
        received(quarter);
        clock.take(member, quarter);
        as(partner)
                .get("/api/v1/statistics/referrals-by-sector")
                .then()
                .body(not(containsString(banks.get(0).alias())))
                .body(not(containsString(banks.get(0).id().toString())));
    }
}
