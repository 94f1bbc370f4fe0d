package org.simpul.identifier.correction;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
import org.simpul.testing.PostgresResource;
import org.simpul.testing.Races;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A reader proposes what is wrong with an entry; the owner puts it right by a second person, and nobody else learns of it. */
@QuarkusTest
class CorrectionTest extends HubTest {
    private static final String PATH = "/api/v1/identifier-corrections";

    private final Institution bank = Institutions.bank();
    private final Institution other = Institutions.bank();
    private final Person banker = bank.person(Role.INVESTIGATOR);
    private final Person rival = other.person(Role.INVESTIGATOR);
    private final String account = ListSteps.account();
    private final String staying = ListSteps.account();
    private ListSteps list;

    @BeforeEach
    void publish() {
        list = ListSteps.to(bank, other).with(account, staying).published();
    }

    private Map<String, Object> form(String kind) {
        return new HashMap<>(
                Map.of("identifier", ListSteps.identifier(account), "kind", kind, "reason", "It is a charity's."));
    }

    private ValidatableResponse propose(Person person, Map<String, Object> form) {
        return as(person).body(form).post(list.path() + "/corrections").then();
    }

    private String proposed(Person person, Map<String, Object> form) {
        return propose(person, form).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse decide(Person person, String id, String decision) {
        return as(person)
                .body(Map.of("decision", decision, "reason", "We looked at it."))
                .post(PATH + "/" + id + "/decisions")
                .then();
    }

    @Test
    void anAcceptedOneLeavesAsAPlainRemoval() {
        String id = proposed(banker, form("ENDED"));
        decide(list.supervisor, id, "ACCEPT").statusCode(200).body("status", equalTo("ACCEPTED"));
        decide(list.supervisor, id, "ACCEPT").statusCode(409).body("violations[0].code", equalTo("proposal_decided"));
        as(banker).get(PATH + "/" + id).then().statusCode(200).body("answer", equalTo("We looked at it."));
        assertEquals(2, list.seen(rival).size(), "not before the next edition");
        list.handOver().statusCode(200);
        list.decide(Institutions.fiu().person(Role.FIU_SUPERVISOR), "APPROVE").statusCode(200);
        list.out();
        assertEquals(List.of("REMOVED " + account), list.changes(rival, 1));
    }

    @Test
    void whoAcceptedHasWrittenOnTheDraft() {
        decide(list.supervisor, proposed(banker, form("ENDED")), "ACCEPT").statusCode(200);
        list.handOver().statusCode(200);
        list.decide(list.supervisor, "APPROVE").statusCode(403);
    }

    @Test
    void theRightOneTakesItsPlace() {
        String right = ListSteps.account();
        Map<String, Object> form = form("WRONG_VALUE");
        propose(banker, form).statusCode(400).body("violations[0].field", equalTo("right"));
        form.put("right", ListSteps.identifier(account));
        propose(banker, form).statusCode(400).body("violations[0].code", equalTo("the_same"));
        form.put("right", ListSteps.identifier(right));
        decide(list.supervisor, proposed(banker, form), "ACCEPT").statusCode(200);
        as(list.analyst)
                .get(list.path() + "/entries")
                .then()
                .body("items.find { it.identifier.value == '" + right + "' }.confidence", equalTo(80));
        assertEquals(List.of(), list.seen(rival).stream().filter(right::equals).toList(), "not before its edition");
    }

    @Test
    void nobodyElseLearnsOfAProposal() throws SQLException {
        String id = proposed(banker, form("FALSE_POSITIVE"));
        as(rival).get(PATH + "/" + id).then().statusCode(404);
        as(rival).get(PATH).then().statusCode(200).body("items.id", not(hasItem(id)));
        as(list.analyst).get(PATH + "/" + id).then().statusCode(200).body("status", equalTo("PROPOSED"));
        String row = "select kind from identifier_correction where id = ?";
        assertEquals(List.of(), Database.query(other.id(), Drafts.id(rival), row, UUID.fromString(id)));
        decide(rival, id, "DECLINE").statusCode(403);
    }

    @Test
    void onlyWhatReachesOneIsCorrected() {
        String drafted = ListSteps.account();
        list.with(drafted);
        Map<String, Object> form = form("ENDED");
        form.put("identifier", ListSteps.identifier(drafted));
        propose(banker, form).statusCode(400).body("violations[0].code", equalTo("not_on_the_list"));
        propose(Institutions.bank().person(Role.INVESTIGATOR), form("ENDED")).statusCode(404);
    }

    @Test
    void whoProposedDoesNotDecide() {
        String id = proposed(list.supervisor, form("FALSE_POSITIVE"));
        decide(list.supervisor, id, "ACCEPT").statusCode(403);
        UUID fiu = Institutions.fiu().id();
        SQLException refused = assertThrows(
                SQLException.class,
                () -> Database.update(
                        fiu,
                        Drafts.id(list.supervisor),
                        """
                        insert into identifier_correction_decision (id, owner, object_id, object_owner, status, reason,
                          decided_by, decided_at)
                        values (gen_random_uuid(), ?, ?, ?, 'ACCEPTED', 'x', ?, now())""",
                        fiu,
                        UUID.fromString(id),
                        fiu,
                        Drafts.id(list.supervisor)));
        assertEquals("42501", refused.getSQLState());
    }

    @Test
    void anEntryHasOneOpenProposalOfAnInstitution() {
        String id = proposed(banker, form("ENDED"));
        propose(banker, form("FALSE_POSITIVE"))
                .statusCode(409)
                .body("violations[0].code", equalTo("correction_proposed"));
        proposed(rival, form("ENDED"));
        decide(list.supervisor, id, "DECLINE").statusCode(200);
        proposed(banker, form("FALSE_POSITIVE"));
    }

    @Test
    void ofTwoAnswersAtOnceOneStands() throws Exception {
        String id = proposed(banker, form("ENDED"));
        Person another = Institutions.fiu().person(Role.FIU_SUPERVISOR);
        // known to the hub already, so that neither waits before it asks
        Drafts.id(list.supervisor);
        Drafts.id(another);
        List<Response> answers = Races.during(
                "select 1 from participant where id = ? for update",
                Institutions.fiu().id(),
                List.of(
                        () -> decide(list.supervisor, id, "DECLINE").extract().response(),
                        () -> decide(another, id, "DECLINE").extract().response()));
        assertEquals(
                List.of(200, 409),
                answers.stream().map(Response::statusCode).sorted().toList());
    }

    @Test
    void whatIsExcludedIsNotPutInItsPlace() {
        String right = ListSteps.account();
        as(list.supervisor)
                .body(Map.of("identifier", ListSteps.identifier(right), "reason", "CHARITY"))
                .post("/api/v1/exclusions")
                .then()
                .statusCode(201);
        Map<String, Object> form = form("WRONG_VALUE");
        form.put("right", ListSteps.identifier(right));
        String id = proposed(banker, form);
        decide(list.supervisor, id, "ACCEPT").statusCode(409).body("violations[0].code", equalTo("excluded"));
        as(banker).get(PATH + "/" + id).then().body("status", equalTo("PROPOSED"));
    }

    @Test
    void noFalsePositiveIsConfirmedWhileEntriesAreAdded() throws SQLException {
        String id = proposed(banker, form("FALSE_POSITIVE"));
        try (Connection adding = PostgresResource.superuser();
                PreparedStatement hold = adding.prepareStatement(
                        "select pg_advisory_xact_lock_shared(hashtextextended('false positive ' || cast(? as text), 0))")) {
            adding.setAutoCommit(false);
            hold.setObject(1, Institutions.fiu().id());
            hold.execute();
            decide(list.supervisor, id, "ACCEPT").statusCode(429);
            adding.rollback();
        }
        decide(list.supervisor, id, "ACCEPT").statusCode(200);
    }

    @Test
    void whoAddsWhileOneIsConfirmedWaitsAndIsRefused() throws Exception {
        String wanted = ListSteps.account();
        List<Response> answers = Races.during(
                """
                with held as materialized (
                  select pg_advisory_xact_lock(hashtextextended('false positive ' || f.id::text, 0)), f.id, a.value
                  from participant f cross join (select cast(? as text)) a (value) where f.kind = 'FIU')
                insert into confirmed_false_positive (id, owner, type, scope, value, correction_id, reason, confirmed_by,
                  confirmed_at)
                select gen_random_uuid(), h.id, 'BANK_ACCOUNT', 'ID:014', h.value, gen_random_uuid(), 'x',
                  gen_random_uuid(), now() from held h""",
                wanted,
                List.of(() ->
                        list.add(List.of(ListSteps.entry(wanted))).extract().response()));
        assertNotEquals(200, answers.get(0).statusCode(), "it was added beside the confirmation");
    }

    @Test
    void aFrozenDraftTakesNoCorrection() {
        String id = proposed(banker, form("FALSE_POSITIVE"));
        list.with(ListSteps.account()).handOver().statusCode(200);
        decide(list.supervisor, id, "ACCEPT").statusCode(409).body("violations[0].code", equalTo("list_frozen"));
        as(banker).get(PATH + "/" + id).then().body("status", equalTo("PROPOSED"));
    }

    @Test
    void aFalsePositiveLeavesEveryListAndStaysAway() {
        ListSteps second = ListSteps.to(other).with(account, staying).published();
        decide(list.supervisor, proposed(banker, form("FALSE_POSITIVE")), "ACCEPT")
                .statusCode(200);
        Person another = Institutions.fiu().person(Role.FIU_SUPERVISOR);
        for (ListSteps each : List.of(list, second)) {
            each.handOver().statusCode(200);
            each.decide(another, "APPROVE").statusCode(200);
            each.out();
        }
        assertEquals(List.of("REMOVED " + account), list.changes(banker, 1));
        assertEquals(List.of("REMOVED " + account), second.changes(rival, 1));
        list.add(List.of(ListSteps.entry(account)))
                .statusCode(400)
                .body("violations[0].code", equalTo("confirmed_false_positive"));
        as(banker).get("/api/v1/false-positives").then().statusCode(403);
        String id = as(list.analyst)
                .get("/api/v1/false-positives?page_size=100")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.identifier.value == '" + account + "' }.id");
        lift(list.analyst, id, "It changed hands.").statusCode(403);
        lift(another, id, " ").statusCode(400).body("violations[0].field", equalTo("reason"));
        lift(another, id, "It changed hands.").statusCode(200);
        lift(another, id, "It changed hands.").statusCode(404);
        list.with(account);
    }

    @Test
    void theDatabaseTakesNoConfirmedFalsePositive() {
        decide(list.supervisor, proposed(banker, form("FALSE_POSITIVE")), "ACCEPT")
                .statusCode(200);
        UUID fiu = Institutions.fiu().id();
        SQLException refused = assertThrows(
                SQLException.class,
                () -> Database.update(
                        fiu,
                        Drafts.id(list.supervisor),
                        """
                        insert into list_entry (owner, list_id, type, scope, value, confidence, added_in)
                        values (?, ?, 'BANK_ACCOUNT', 'ID:014', ?, 50, 2)""",
                        fiu,
                        UUID.fromString(list.id),
                        account));
        assertTrue(refused.getMessage().contains("a confirmed false positive stands on no list"), refused.getMessage());
    }

    @Test
    void theDatabaseConfirmsWhatWasAcceptedAlone() {
        String declined = proposed(banker, form("FALSE_POSITIVE"));
        decide(list.supervisor, declined, "DECLINE").statusCode(200);
        UUID fiu = Institutions.fiu().id();
        SQLException refused = assertThrows(
                SQLException.class,
                () -> Database.update(
                        fiu,
                        Drafts.id(list.supervisor),
                        """
                        insert into confirmed_false_positive (id, owner, type, scope, value, correction_id, reason,
                          confirmed_by, confirmed_at)
                        values (gen_random_uuid(), ?, 'BANK_ACCOUNT', 'ID:014', ?, ?, 'x', ?, now())""",
                        fiu,
                        account,
                        UUID.fromString(declined),
                        Drafts.id(list.supervisor)));
        assertEquals("42501", refused.getSQLState());
    }

    @Test
    void theDatabaseLetsEachLiftInPerson() {
        decide(list.supervisor, proposed(banker, form("FALSE_POSITIVE")), "ACCEPT")
                .statusCode(200);
        Person another = Institutions.fiu().person(Role.FIU_SUPERVISOR);
        SQLException refused = assertThrows(
                SQLException.class,
                () -> Database.update(
                        Institutions.fiu().id(),
                        Drafts.id(list.supervisor),
                        "update confirmed_false_positive set lifted_by = ?, lifted_at = now(), lift_reason = 'x' where value = ?",
                        Drafts.id(another),
                        account));
        assertEquals("42501", refused.getSQLState());
    }

    @Test
    void theDayHasItsQuota() {
        proposed(banker, form("ENDED"));
        Database.updateAsSuperuser(
                "update inquiry_quota set asked = 200 where kind = 'CORRECTION' and owner = ?", bank.id());
        Map<String, Object> form = form("ENDED");
        form.put("identifier", ListSteps.identifier(staying));
        propose(banker, form).statusCode(429).body("violations[0].code", equalTo("correction_quota"));
        propose(rival, form).statusCode(201);
    }

    @Test
    void readingThemCountsAsReadingContent() {
        proposed(banker, form("ENDED"));
        as(list.analyst).get(PATH).then().statusCode(200);
        as(list.analyst).get("/api/v1/false-positives").then().statusCode(200);
        List<Object> read = Database.queryAsSuperuser(
                "select act from audit_entry where person_id = ? and object_id in (?, ?) and act like '%s-read' order by act",
                Drafts.id(list.analyst),
                UUID.fromString(list.id),
                Institutions.fiu().id());
        assertEquals(List.of("false.positives-read", "identifier.corrections-read"), read);
    }

    private static ValidatableResponse lift(Person person, String id, String reason) {
        return as(person)
                .body(Map.of("reason", reason))
                .post("/api/v1/false-positives/" + id + "/lifts")
                .then();
    }
}
