package org.simpul.identifier.list;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.Role;
import org.simpul.access.SystemActor;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What left a list is swept, and nobody reads anything else than before. */
@QuarkusTest
class SweepTest extends HubTest {
    @Inject
    SystemActor actor;

    @Inject
    ParticipantDirectory directory;

    @Inject
    Sweep sweep;

    private final Institution bank = Institutions.bank();
    private final Person banker = bank.person(Role.INVESTIGATOR);

    private static String[] accounts(int count) {
        return Stream.generate(ListSteps::account).limit(count).toArray(String[]::new);
    }

    private static void expire(ListSteps list, String... accounts) {
        Database.updateAsSuperuser(
                "update list_entry set valid_until = now() where list_id = ? and value = any (?)",
                UUID.fromString(list.id),
                accounts);
    }

    private static List<Object> swept(ListSteps list) {
        return Database.queryAsSuperuser(
                "select value || ' ' || gone_from from list_entry where list_id = ? and gone_from is not null order by value",
                UUID.fromString(list.id));
    }

    private static List<Object> recorded(ListSteps list) {
        return Database.queryAsSuperuser(
                "select act || ' ' || actor from audit_entry where object_id = ? and act = 'list.swept'",
                UUID.fromString(list.id));
    }

    private static List<String> sorted(String... values) {
        return Stream.of(values).sorted().toList();
    }

    /** Everything that anybody reads of a list, byte by byte. */
    private static Map<String, String> read(ListSteps list, Person person, String... accounts) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path : List.of(
                "/entries?page_size=100",
                "/changes?page_size=100",
                "/changes?since=1&page_size=100",
                "/changes?since=2&page_size=100",
                "/changes?since=3&page_size=100",
                "/changes?since=1&until=2&page_size=100",
                "/changes?since=0&until=2&page_size=100",
                "/changes?since=0&until=3&page_size=100")) {
            var answer = as(person).get(list.path() + path).then().extract();
            answers.put(path, answer.statusCode() + " " + answer.asString());
        }
        for (String path : List.of("/entries?page_size=2", "/changes?page_size=2", "/changes?since=1&page_size=2")) {
            List<String> pages = new ArrayList<>();
            String token = "";
            while (token != null) {
                var page = as(person)
                        .get(list.path() + path + (token.isEmpty() ? "" : "&page_token=" + token))
                        .then()
                        .statusCode(200)
                        .extract();
                pages.add(page.asString());
                token = page.path("next_page_token");
            }
            answers.put(path, pages.toString());
        }
        answers.put(
                "/snapshot",
                as(person)
                        .accept("application/x-ndjson")
                        .get(list.path() + "/snapshot")
                        .asString());
        answers.put("list", as(person).get(list.path()).asString());
        for (String account : accounts) {
            answers.put(
                    "screening of " + account,
                    as(person)
                            .body(Map.of("identifiers", List.of(ListSteps.identifier(account))))
                            .post("/api/v1/screenings")
                            .then()
                            .statusCode(200)
                            .extract()
                            .path("hits")
                            .toString());
        }
        // but for the number that each request has
        answers.replaceAll((path, answer) -> answer.replaceAll("\"request_id\":\"[^\"]*\"", ""));
        return answers;
    }

    private static int correct(ListSteps list, Person person, String account) {
        return as(person)
                .body(Map.of(
                        "identifier",
                        ListSteps.identifier(account),
                        "kind",
                        "ENDED",
                        "reason",
                        "The account is closed."))
                .post(list.path() + "/corrections")
                .statusCode();
    }

    @Test
    void nobodyReadsAnythingElseAfterwards() {
        String[] some = accounts(9);
        ListSteps list = ListSteps.to(bank).with(some).published();
        // one is taken off by the second edition, which adds another; four expire by the third, one comes back, and one
        // leaves in the draft
        list.remove(some[0]).statusCode(200);
        String added = ListSteps.account();
        list.with(added).published();
        expire(list, some[1], some[2], some[3], added);
        list.with(some[0]).published();
        list.read(banker).body("edition", equalTo(3));
        list.remove(some[4]).statusCode(200);
        list.with(some[1]);
        Map<String, String> receiver = read(list, banker, some);
        Map<String, String> owner = read(list, list.analyst, some);
        for (String path : receiver.keySet()) {
            if (path.startsWith("/changes?")) {
                assertTrue(receiver.get(path).matches("(?s)(200 |\\[).*"), path);
            }
        }
        int refused = correct(list, banker, some[2]);
        assertEquals(List.of(), swept(list));
        assertEquals(List.of(), recorded(list));

        list.swept();
        assertEquals(
                sorted(some[0] + " 3", some[1] + " 3", some[2] + " 3", some[3] + " 3", added + " 3"),
                swept(list),
                "what stands, and what was taken off in the draft, is not");
        assertEquals(List.of("list.swept system:list-sweep"), recorded(list));
        list.swept();
        assertEquals(1, recorded(list).size(), "nothing was left to sweep");
        assertEquals(receiver, read(list, banker, some));
        assertEquals(owner, read(list, list.analyst, some));
        assertEquals(refused, correct(list, banker, some[2]));
        assertEquals(201, correct(list, banker, some[5]));
    }

    @Test
    void betweenTwoSweepsTheOlderChangesStayTheSame() {
        String[] some = accounts(4);
        ListSteps list = ListSteps.to(bank).with(some).published();
        list.remove(some[0]).statusCode(200);
        list.published().swept();
        list.remove(some[1]).statusCode(200);
        list.published();
        Map<String, String> before = read(list, banker, some);
        list.swept();
        assertEquals(sorted(some[0] + " 2", some[1] + " 3"), swept(list));
        assertEquals(before, read(list, banker, some));
        as(banker)
                .get(list.path() + "/changes?since=1&until=2")
                .then()
                .statusCode(200)
                .body("items.change", equalTo(List.of("REMOVED")))
                .body("items.identifier.value", equalTo(List.of(some[0])));
        assertEquals(sorted("REMOVED " + some[0], "REMOVED " + some[1]), list.changes(banker, 1));
    }

    @Test
    void whoeverGotNoLaterEditionReadsItsOwnWhatEverWasSwept() {
        Institution other = Institutions.bank();
        String[] some = accounts(5);
        ListSteps list = ListSteps.to(bank, other).with(some).published();
        Institutions.setStatus(bank, "SUSPENDED");
        list.remove(some[0]).statusCode(200);
        list.published();
        expire(list, some[1]);
        list.out();
        Institutions.setStatus(bank, "ADMITTED");
        list.read(banker).body("edition", equalTo(1));
        Map<String, String> before = read(list, banker, some);
        list.swept();
        assertEquals(2, swept(list).size());
        assertEquals(before, read(list, banker, some));
        // what expires by the clock is in the edition that the bank has
        assertEquals(sorted(some), list.seen(banker).stream().sorted().toList());
        assertEquals(
                sorted(some[2], some[3], some[4]),
                list.seen(other.person(Role.INVESTIGATOR)).stream().sorted().toList());
    }

    @Test
    void whatWasSweptComesBackLikeAnyOther() {
        String[] some = accounts(3);
        ListSteps list = ListSteps.to(bank).with(some).published();
        list.remove(some[0]).statusCode(200);
        list.published();
        expire(list, some[1]);
        list.out().swept();
        assertEquals(2, swept(list).size());
        list.read(list.analyst).body("workings.entries", equalTo(1));
        list.remove(some[0], some[1]).body("changed", equalTo(0)).body("repeated", equalTo(2));
        list.with(some[0], some[1]);
        list.read(list.analyst).body("workings.entries", equalTo(3));
        assertEquals(List.of(some[2]), list.seen(banker), "not before the edition");
        list.published();
        assertEquals(sorted(some), list.seen(banker).stream().sorted().toList());
        assertEquals(sorted("ADDED " + some[0], "ADDED " + some[1]), list.changes(banker, 3));
        list.swept();
        assertEquals(sorted(some), list.seen(banker).stream().sorted().toList());
        assertEquals(2, swept(list).size());
    }

    /** As if the hub had stopped after a batch. */
    @Test
    void aSweepThatBreaksOffIsGoneOnWith() {
        String[] some = accounts(12);
        String staying = ListSteps.account();
        ListSteps list = ListSteps.to(bank).with(some).with(staying).published();
        expire(list, some);
        list.out();
        Map<String, String> before = read(list, banker, some);
        actor.each("test", directory.fiu(), List.of(UUID.fromString(list.id)), sweep::batch);
        assertEquals(5, swept(list).size());
        assertEquals(before, read(list, banker, some));
        list.swept();
        assertEquals(12, swept(list).size());
        assertEquals(before, read(list, banker, some));
        assertEquals(List.of(staying), list.seen(banker));
    }

    @Test
    void whatSomebodyHoldsWaitsForTheNextLook() throws SQLException {
        String[] some = accounts(3);
        ListSteps list = ListSteps.to(bank).with(some).published();
        expire(list, some[0], some[1]);
        list.out();
        try (Connection holder = PostgresResource.superuser()) {
            holder.setAutoCommit(false);
            try (var hold = holder.prepareStatement("select from list_entry where value = ? for update")) {
                hold.setString(1, some[0]);
                hold.execute();
            }
            list.swept();
            assertEquals(List.of(some[1] + " 2"), swept(list));
            holder.rollback();
        }
        list.swept();
        assertEquals(sorted(some[0] + " 2", some[1] + " 2"), swept(list));
    }

    @Test
    void aDraftThatIsFrozenHoldsUpNoSweep() {
        String[] some = accounts(2);
        ListSteps list = ListSteps.to(bank).with(some).published();
        expire(list, some[0]);
        list.out();
        list.with(ListSteps.account()).handOver().statusCode(200);
        list.swept();
        assertEquals(List.of(some[0] + " 2"), swept(list));
    }

    @Test
    void theDatabaseSweepsNothingThatStandsAndBringsNothingBack() throws SQLException {
        String[] some = accounts(2);
        ListSteps list = ListSteps.to(bank).with(some).published();
        expire(list, some[0]);
        list.out();
        UUID fiu = Institutions.fiu().id();
        for (String change : List.of(
                "update list_entry set gone_from = 2 where value = '" + some[1] + "'",
                "update list_entry set gone_from = 1 where value = '" + some[0] + "'",
                "update list_entry set gone_from = 3 where value = '" + some[0] + "'",
                "insert into list_entry (owner, list_id, type, scope, value, confidence, added_in, gone_from)"
                        + " select owner, list_id, type, scope, value || '0', confidence, 2, 2 from list_entry"
                        + " where value = '" + some[0] + "'")) {
            SQLException refused = assertThrows(
                    SQLException.class, () -> Database.update(fiu, Drafts.id(list.analyst), change), change);
            assertEquals("42501", refused.getSQLState(), change);
        }
        list.swept();
        assertEquals(List.of(some[0] + " 2"), swept(list));
        String back = "update list_entry set gone_from = null where value = '" + some[0] + "'";
        SQLException refused =
                assertThrows(SQLException.class, () -> Database.update(fiu, Drafts.id(list.analyst), back));
        assertEquals("42501", refused.getSQLState());
    }
}
