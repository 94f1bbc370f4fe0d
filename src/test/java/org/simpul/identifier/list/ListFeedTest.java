package org.simpul.identifier.list;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Editions go out on their cadence, as a whole and by what changed, and say nothing of why. */
@QuarkusTest
class ListFeedTest extends HubTest {
    @Inject
    ListClock clock;

    private final Institution bank = Institutions.bank();
    private final Person banker = bank.person(Role.INVESTIGATOR);

    /** As if the edition had gone out eight days ago, and the entry had expired yesterday. */
    private static void age(ListSteps list, String account) {
        UUID id = UUID.fromString(list.id);
        Database.updateAsSuperuser("alter table identifier_list_edition disable trigger sealed_version");
        Database.updateAsSuperuser(
                "update identifier_list_edition set sealed_at = sealed_at - interval '8 days' where list_id = ?", id);
        Database.updateAsSuperuser("alter table identifier_list_edition enable trigger sealed_version");
        Database.updateAsSuperuser(
                "update identifier_list set published_at = published_at - interval '8 days',"
                        + " due_at = due_at - interval '8 days' where id = ?",
                id);
        Database.updateAsSuperuser(
                "update list_entry set valid_until = now() - interval '1 day' where list_id = ? and value = ?",
                id,
                account);
    }

    @Test
    void whatExpiredLeavesWithTheNextEditionWhichTheClockMakes() {
        String staying = ListSteps.account();
        String expiring = ListSteps.account();
        ListSteps list = ListSteps.to(bank).with(staying, expiring).published();
        age(list, expiring);
        assertEquals(2, list.seen(banker).size(), "not before the edition");
        String drafted = ListSteps.account();
        list.with(drafted);
        clock.look();
        list.read(banker).body("edition", equalTo(2));
        assertEquals(List.of(staying), list.seen(banker), "and no draft with it");
        assertEquals(List.of("REMOVED " + expiring), list.changes(banker, 1));
        list.read(list.analyst).body("workings.entries", equalTo(2));
        clock.look();
        list.read(banker).body("edition", equalTo(2));
        // it may come back
        list.with(expiring).published();
        assertEquals(
                List.of("ADDED " + drafted, "ADDED " + expiring).stream()
                        .sorted()
                        .toList(),
                list.changes(banker, 2));
    }

    @Test
    void anApprovedDraftWaitsForTheCadence() {
        ListSteps list = ListSteps.to(bank).with(ListSteps.account()).published();
        String later = ListSteps.account();
        list.with(later).handOver().statusCode(200);
        list.decide(list.supervisor, "APPROVE")
                .statusCode(200)
                .body("workings.status", equalTo("SCHEDULED"))
                .body("edition", equalTo(1));
        clock.look();
        list.read(banker).body("edition", equalTo(1));
        list.due();
        clock.look();
        list.read(banker).body("edition", equalTo(2));
        assertEquals(List.of("ADDED " + later), list.changes(banker, 1));
        list.read(list.analyst).body("workings.status", equalTo("OPEN")).body("workings.approved_by", nullValue());
    }

    @Test
    void whatIsApprovedAfterARestWaitsForTheRhythmAsWell() {
        ListSteps list = ListSteps.to(bank).with(ListSteps.account()).published();
        list.due();
        clock.look();
        list.with(ListSteps.account()).approved();
        clock.look();
        list.read(banker).body("edition", equalTo(1));
    }

    @Test
    void theChangesOfAllEditionsMakeTheNewest() {
        String first = ListSteps.account();
        String second = ListSteps.account();
        String third = ListSteps.account();
        ListSteps list = ListSteps.to(bank).with(first, second).published();
        list.remove(first).statusCode(200);
        list.with(third).published();
        // gone and back: told anew, and not removed
        list.remove(second).statusCode(200);
        list.with(second).published();
        assertEquals(
                Stream.of(second, third).sorted().toList(),
                list.seen(banker).stream().sorted().toList());
        assertEquals(Stream.of("ADDED " + second, "ADDED " + third).sorted().toList(), list.changes(banker, 0));
        assertEquals(List.of("ADDED " + second), list.changes(banker, 2));
        assertEquals(
                Stream.of("ADDED " + second, "ADDED " + third, "REMOVED " + first)
                        .sorted()
                        .toList(),
                list.changes(banker, 1));
        as(banker)
                .get(list.path() + "/changes?since=1&until=2")
                .then()
                .body("until", equalTo(2))
                .body("items.size()", equalTo(2));
        for (String wrong : List.of("since=4", "since=3&until=2", "until=9", "since=-1", "until=1")) {
            as(banker).get(list.path() + "/changes?" + wrong).then().statusCode(400);
        }
    }

    @Test
    void aLongFeedIsReadPageByPage() {
        ListSteps list = ListSteps.to(bank);
        List<String> all = Stream.generate(ListSteps::account).limit(25).toList();
        list.with(all.toArray(String[]::new)).published();
        List<String> read = new ArrayList<>();
        String token = "";
        while (token != null) {
            var page = as(banker)
                    .get(list.path() + "/changes?page_size=10" + (token.isEmpty() ? "" : "&page_token=" + token))
                    .then()
                    .statusCode(200)
                    .extract();
            read.addAll(page.path("items.identifier.value"));
            token = page.path("next_page_token");
        }
        assertEquals(all.stream().sorted().toList(), read.stream().sorted().toList());
    }

    @Test
    void aSnapshotIsTheEditionLineByLine() {
        List<String> all = Stream.generate(ListSteps::account).limit(20).toList();
        ListSteps list = ListSteps.to(bank).with(all.toArray(String[]::new)).published();
        var answer = as(banker)
                .accept("application/x-ndjson")
                .get(list.path() + "/snapshot")
                .then()
                .statusCode(200)
                .header("Edition", equalTo("1"))
                .extract();
        String[] lines = answer.asString().split("\n");
        assertEquals(20, lines.length);
        for (String account : all) {
            assertTrue(Stream.of(lines).anyMatch(line -> line.contains(account)), answer.asString());
        }
        assertEquals(
                List.of("list.snapshot-read"),
                Database.queryAsSuperuser(
                        "select act from audit_entry where object_id = ? and act like 'list.s%'",
                        UUID.fromString(list.id)));
    }

    @Test
    void confidenceFallsByItsCurve() {
        Map<String, Object> entry = ListSteps.entry(ListSteps.account());
        entry.put("decay", "year");
        entry.put("valid_from", Instant.now().minusSeconds(86_400L * 182).toString());
        ListSteps list = ListSteps.to(bank);
        list.add(List.of(entry)).statusCode(200);
        list.published();
        as(list.analyst).get(list.path() + "/entries").then().body("items[0].confidence", equalTo(40));
        as(banker).get(list.path() + "/entries").then().body("items[0].confidence", equalTo(40));
    }

    @Test
    void aSuspendedInstitutionOfTheAudienceHoldsUpNobody() {
        Institution other = Institutions.bank();
        ListSteps list = ListSteps.to(bank, other).with(ListSteps.account());
        Institutions.setStatus(other, "SUSPENDED");
        list.published();
        list.read(banker).statusCode(200);
    }

    /** As if it had stood for longer than what left a list is kept. */
    @Test
    void anEditionIsReadToItsEndHoweverLongItHadStood() {
        String leaving = ListSteps.account();
        String staying = ListSteps.account();
        ListSteps list = ListSteps.to(bank).with(leaving, staying).published();
        Database.updateAsSuperuser(
                "set session_replication_role = replica;"
                        + " update identifier_list_edition set sealed_at = now() - interval '100 days' where list_id = ?",
                UUID.fromString(list.id));
        list.remove(leaving).statusCode(200);
        list.published();
        as(banker)
                .get(list.path() + "/changes?since=0&until=1")
                .then()
                .statusCode(200)
                .body("items.identifier.value", containsInAnyOrder(leaving, staying));
        Database.updateAsSuperuser(
                "set session_replication_role = replica;"
                        + " update identifier_list_edition set sealed_at = now() - interval '94 days' where list_id = ? and number = 2",
                UUID.fromString(list.id));
        as(banker)
                .get(list.path() + "/changes?since=0&until=1")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("until"))
                .body("violations[0].code", equalTo("edition_too_old"));
        assertEquals(List.of("ADDED " + staying), list.changes(banker, 0));
    }
}
