package org.simpul.identifier.sighting;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.identifier.list.ListSteps;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Who reports a sighting reads it; the list's owner learns the sum, and no other member anything. */
@QuarkusTest
class SightingTest extends HubTest {
    private static final String OWN = "/api/v1/sightings";

    private final Institution bank = Institutions.bank();
    private final Institution other = Institutions.bank();
    private final Person banker = bank.person(Role.INVESTIGATOR);
    private final Person colleague = bank.person(Role.COMPLIANCE_OFFICER);
    private final Person rival = other.person(Role.INVESTIGATOR);
    private final String account = ListSteps.account();
    private ListSteps list;

    @BeforeEach
    void publish() {
        list = ListSteps.to(bank, other).with(account).published();
    }

    private static Map<String, Object> form(String account, String kind, int times) {
        return new HashMap<>(Map.of(
                "identifier",
                ListSteps.identifier(account),
                "kind",
                kind,
                "times",
                times,
                "seen_from",
                "2026-03-01",
                "seen_until",
                "2026-03-0" + Math.min(9, times)));
    }

    private ValidatableResponse report(Person person, Map<String, Object> form) {
        return as(person).body(form).post(list.path() + "/sightings").then();
    }

    private ValidatableResponse sums(Person person) {
        return as(person)
                .body(Map.of("identifiers", List.of(ListSteps.identifier(account))))
                .post(list.path() + "/sighting-sums")
                .then();
    }

    @Test
    void theReporterReadsItsOwnAndTheOwnerTheSum() {
        report(banker, form(account, "SEEN", 3)).statusCode(201);
        report(colleague, form(account, "FALSE_POSITIVE", 1)).statusCode(201);
        report(rival, form(account, "SEEN", 4)).statusCode(201);
        as(banker).get(OWN).then().statusCode(200).body("items.kind", contains("FALSE_POSITIVE", "SEEN"));
        as(rival).get(OWN).then().statusCode(200).body("items.times", contains(4));
        sums(list.analyst)
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].seen", equalTo(7))
                .body("items[0].false_positive", equalTo(1))
                .body("items[0].expired", equalTo(0))
                .body("items[0].seen_from", equalTo("2026-03-01"))
                .body("items[0].seen_until", equalTo("2026-03-04"));
    }

    @Test
    void onlyWhatReachesOneIsReported() {
        Person stranger = Institutions.bank().person(Role.INVESTIGATOR);
        String absent = stripped(as(stranger)
                .body(form(account, "SEEN", 1))
                .post(ListSteps.PATH + "/" + UUID.randomUUID() + "/sightings")
                .then()
                .statusCode(404));
        assertEquals(absent, stripped(report(stranger, form(account, "SEEN", 1)).statusCode(404)));
        String drafted = ListSteps.account();
        list.with(drafted);
        String unlisted =
                stripped(report(banker, form(ListSteps.account(), "SEEN", 1)).statusCode(400));
        assertEquals(unlisted, stripped(report(banker, form(drafted, "SEEN", 1)).statusCode(400)));
        Map<String, Object> backwards = form(account, "SEEN", 1);
        backwards.put("seen_until", "2026-02-01");
        report(banker, backwards).statusCode(400).body("violations[0].field", equalTo("seen_until"));
        report(list.analyst, form(account, "SEEN", 1)).statusCode(403);
        sums(banker).statusCode(403);
    }

    private static String stripped(ValidatableResponse answer) {
        return answer.extract().asString().replace(answer.extract().header("Request-Id"), "");
    }

    @Test
    void nobodyElseReadsARowOfIt() throws SQLException {
        report(banker, form(account, "SEEN", 2)).statusCode(201);
        as(rival).get(OWN).then().body("items", empty());
        String rows = "select times from sighting where value = ?";
        assertEquals(List.of(2), Database.query(bank.id(), Drafts.id(banker), rows, account));
        assertEquals(List.of(), Database.query(other.id(), Drafts.id(rival), rows, account));
        UUID fiu = Institutions.fiu().id();
        assertEquals(
                List.of(), Database.query(fiu, Drafts.id(list.analyst), rows, account), "not even the list's owner");
        String sums = "select seen from simpul_sightings(?, array['" + account + "'])";
        UUID id = UUID.fromString(list.id);
        assertEquals(List.of(2L), Database.query(fiu, Drafts.id(list.analyst), sums, id));
        assertEquals(List.of(), Database.query(other.id(), Drafts.id(rival), sums, id));
    }

    @Test
    void theDatabaseTakesNoSightingOfWhatDoesNotReachOne() {
        Institution stranger = Institutions.bank();
        SQLException refused = assertThrows(
                SQLException.class,
                () -> Database.update(
                        stranger.id(),
                        Drafts.id(stranger.person(Role.INVESTIGATOR)),
                        """
                        insert into sighting (id, owner, list_id, list_owner, type, scope, value, kind, times, seen_from,
                          seen_until, reported_by, reported_at)
                        values (gen_random_uuid(), ?, ?, ?, 'BANK_ACCOUNT', 'ID:014', ?, 'SEEN', 1, current_date, current_date,
                          gen_random_uuid(), now())""",
                        stranger.id(),
                        UUID.fromString(list.id),
                        Institutions.fiu().id(),
                        account));
        assertEquals("42501", refused.getSQLState());
    }

    /** What a member reads does not move with what another says of the same entry. */
    @Test
    void noReadOfAnotherMemberMoves() {
        List<String> paths = List.of(OWN, list.path(), list.path() + "/entries", list.path() + "/changes");
        List<String> before = paths.stream().map(this::read).toList();
        String screened = screened();
        report(banker, form(account, "FALSE_POSITIVE", 500)).statusCode(201);
        report(banker, form(account, "EXPIRED", 500)).statusCode(201);
        assertEquals(before, paths.stream().map(this::read).toList());
        assertEquals(screened, screened());
    }

    private String read(String path) {
        return as(rival).get(path).then().statusCode(200).extract().asString();
    }

    private String screened() {
        return as(rival)
                .body(Map.of("identifiers", List.of(ListSteps.identifier(account))))
                .post("/api/v1/screenings")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
