package org.simpul.identifier.list;

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
import org.junit.jupiter.api.function.Executable;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;
import org.simpul.testing.Races;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What went out of a list is taken back at once, by two persons; the list goes on. */
@QuarkusTest
class ListRecallTest extends HubTest {
    private static final String NOTICES = "/api/v1/identifier-list-recall-notices";

    private final Institution bank = Institutions.bank();
    private final Person banker = bank.person(Role.INVESTIGATOR);
    private final Person another = Institutions.fiu().person(Role.FIU_SUPERVISOR);
    private final String account = ListSteps.account();
    private ListSteps list;

    @BeforeEach
    void publishTwice() {
        list = ListSteps.to(bank)
                .with(account)
                .published()
                .with(ListSteps.account())
                .published();
    }

    private ValidatableResponse propose(Person person) {
        return as(person)
                .body(Map.of("reason", "A file of another list."))
                .post(list.path() + "/recalls")
                .then();
    }

    private ValidatableResponse decide(Person person, String recall, String decision) {
        return decide(person, recall, decision, 2);
    }

    private ValidatableResponse decide(Person person, String recall, String decision, int edition) {
        Map<String, Object> form = new HashMap<>(Map.of("decision", decision, "recall_id", recall, "edition", edition));
        return as(person).body(form).post(list.path() + "/recall-decisions").then();
    }

    private void recall() {
        recall(2);
    }

    private void recall(int edition) {
        String id = propose(list.supervisor).statusCode(201).extract().path("id");
        decide(another, id, "APPROVE", edition).statusCode(200).body("status", equalTo("RECALLED"));
    }

    private static String stripped(ValidatableResponse answer) {
        return answer.extract().asString().replace(answer.extract().header("Request-Id"), "");
    }

    @Test
    void itTakesTwoPersons() {
        String id = propose(list.supervisor).statusCode(201).extract().path("id");
        propose(another).statusCode(409).body("violations[0].code", equalTo("list_recall_proposed"));
        decide(list.supervisor, id, "APPROVE").statusCode(403);
        decide(another, UUID.randomUUID().toString(), "APPROVE").statusCode(409);
        decide(another, id, "DECLINE").statusCode(400).body("violations[0].field", equalTo("reason"));
        list.read(banker).statusCode(200);
        propose(list.analyst).statusCode(403);
        propose(banker).statusCode(403);
    }

    @Test
    void theVeryNextReadIsAsIfTheListHadNeverBeen() {
        recall();
        String absent = stripped(
                as(banker).get(ListSteps.PATH + "/" + UUID.randomUUID()).then().statusCode(404));
        assertEquals(absent, stripped(list.read(banker).statusCode(404)));
        as(banker).get(list.path() + "/entries").then().statusCode(404);
        as(banker).get(list.path() + "/changes?since=1").then().statusCode(404);
        as(banker)
                .accept("application/x-ndjson")
                .get(list.path() + "/snapshot")
                .then()
                .statusCode(404);
        as(banker).get(ListSteps.PATH).then().body("items.id", not(hasItem(list.id)));
        as(banker)
                .body(Map.of("identifiers", List.of(ListSteps.identifier(account))))
                .post("/api/v1/screenings")
                .then()
                .statusCode(200)
                .body("hits", empty());
        propose(another).statusCode(409).body("violations[0].code", equalTo("list_not_out"));
    }

    @Test
    void itsReceiversAreToldThatAndNotWhy() {
        recall();
        Map<String, Object> notice =
                as(banker).get(NOTICES).then().statusCode(200).extract().path("items[0]");
        assertEquals(list.id, notice.get("list_id"));
        assertEquals(4, notice.size(), "id, list, title and time");
        Person stranger = Institutions.bank().person(Role.INVESTIGATOR);
        as(stranger).get(NOTICES).then().statusCode(200).body("items", empty());
    }

    @Test
    void theNextEditionReachesThemAgainAndNothingBefore() {
        list.add(List.of(ListSteps.entry(ListSteps.account()))).statusCode(200);
        list.approved();
        recall();
        list.out();
        list.read(banker).statusCode(404);
        list.published().read(banker).statusCode(200).body("edition", equalTo(3));
        as(banker).get(list.path() + "/changes?since=2").then().statusCode(400);
    }

    @Test
    void theSecondPersonNamesTheEditionThatWasProposed() {
        String id = propose(list.supervisor).statusCode(201).extract().path("id");
        decide(another, id, "APPROVE", 1).statusCode(409).body("violations[0].code", equalTo("content_changed"));
        list.with(ListSteps.account()).published();
        decide(another, id, "APPROVE", 2).statusCode(409).body("violations[0].code", equalTo("content_changed"));
        decide(another, id, "APPROVE", 3).statusCode(409).body("violations[0].code", equalTo("content_changed"));
        list.read(banker).statusCode(200).body("edition", equalTo(3));
    }

    @Test
    void whoProposedItTakesThatBack() {
        String id = propose(list.supervisor).statusCode(201).extract().path("id");
        as(list.supervisor)
                .body(Map.of("decision", "DECLINE", "recall_id", id, "edition", 2, "reason", "It was the right file."))
                .post(list.path() + "/recall-decisions")
                .then()
                .statusCode(200)
                .body("status", equalTo("DECLINED"));
        list.read(banker).statusCode(200);
        propose(list.supervisor).statusCode(201);
    }

    @Test
    void whoeverApprovesTheNextEditionIsShownThatAllGoesOutAgain() {
        list.with(ListSteps.account()).handOver().statusCode(200);
        String before = as(another).get(list.path()).then().extract().path("workings.digest");
        recall();
        list.handOver().statusCode(200);
        list.read(another).body("workings.recalled_edition", equalTo(2)).body("workings.entries", equalTo(3));
        as(another)
                .body(Map.of("decision", "APPROVE", "digest", before))
                .post(list.path() + "/decisions")
                .then()
                .statusCode(409)
                .body("violations[0].code", equalTo("content_changed"));
        list.decide(another, "APPROVE").statusCode(200);
    }

    @Test
    void whoWroteWhatWasRecalledDoesNotLetItOutAgain() {
        list = ListSteps.to(bank);
        as(list.supervisor)
                .body(Map.of("entries", List.of(ListSteps.entry(account))))
                .post(list.path() + "/entries")
                .then()
                .statusCode(200);
        list.handOver().statusCode(200);
        list.decide(another, "APPROVE").statusCode(200);
        list.out();
        recall(1);
        list.with(ListSteps.account()).handOver().statusCode(200);
        list.decide(list.supervisor, "APPROVE").statusCode(403);
        list.decide(another, "APPROVE").statusCode(200);
    }

    @Test
    void onlyWhoWasGivenItIsTold() {
        Institution away = Institutions.bank();
        Institution late = Institutions.bank();
        list = ListSteps.to(bank, away, late).with(account);
        Institutions.setStatus(away, "SUSPENDED");
        list.published();
        Institutions.setStatus(away, "ADMITTED");
        Institutions.setStatus(late, "SUSPENDED");
        recall(1);
        Institutions.setStatus(late, "ADMITTED");
        as(away.person(Role.INVESTIGATOR)).get(NOTICES).then().statusCode(200).body("items", empty());
        as(late.person(Role.INVESTIGATOR)).get(NOTICES).then().statusCode(200).body("items.list_id", hasItem(list.id));
        as(banker).get(NOTICES).then().statusCode(200).body("items.list_id", hasItem(list.id));
        as(Institutions.fiu().person(Role.FIU_ANALYST))
                .get(NOTICES)
                .then()
                .statusCode(200)
                .body("items.list_id", not(hasItem(list.id)));
    }

    @Test
    void aFileThatGoesIntoTheListDelaysNoRecall() throws SQLException {
        // the lock that an import has on the list
        try (Connection importing = PostgresResource.superuser();
                PreparedStatement hold =
                        importing.prepareStatement("select 1 from identifier_list where id = ? for no key update")) {
            importing.setAutoCommit(false);
            hold.setObject(1, UUID.fromString(list.id));
            hold.execute();
            list.add(List.of(ListSteps.entry(ListSteps.account()))).statusCode(429);
            recall();
            list.read(banker).statusCode(404);
            importing.rollback();
        }
        list.with(ListSteps.account()).published().read(banker).statusCode(200);
    }

    @Test
    void ofTwoWhoProposeAtOnceOneIsTold() throws Exception {
        // known to the hub already, so that neither waits before it asks
        Drafts.id(list.supervisor);
        Drafts.id(another);
        List<Response> answers = Races.during(
                "select 1 from identifier_list where id = ? for update",
                UUID.fromString(list.id),
                List.of(
                        () -> propose(list.supervisor).extract().response(),
                        () -> propose(another).extract().response()));
        assertEquals(
                List.of(201, 409),
                answers.stream().map(Response::statusCode).sorted().toList());
    }

    @Test
    void theDatabaseTakesNoRecallAndNoNoticeByOnePerson() {
        UUID fiu = Institutions.fiu().id();
        UUID person = Drafts.id(list.supervisor);
        String recalled =
                """
                insert into identifier_list_recall (id, owner, list_id, edition, reason, proposed_by, proposed_at, status,
                  decided_by, decided_at)
                values (?, ?, ?, 2, 'x', ?, now(), 'RECALLED', ?, now())""";
        UUID listId = UUID.fromString(list.id);
        refused(() ->
                Database.update(fiu, person, recalled, UUID.randomUUID(), fiu, listId, Drafts.id(another), person));
        UUID id = UUID.fromString(propose(list.supervisor).extract().path("id"));
        refused(() -> Database.update(
                fiu,
                person,
                "update identifier_list_recall set status = 'RECALLED', decided_by = ?, decided_at = now() where id = ?",
                Drafts.id(another),
                id));
        refused(() -> Database.update(
                fiu,
                person,
                """
                insert into identifier_list_recall_notice (id, owner, object_id, object_owner, recall_id, title, recalled_at)
                values (gen_random_uuid(), ?, ?, ?, ?, 'x', now())""",
                fiu,
                listId,
                bank.id(),
                id));
    }

    private static void refused(Executable write) {
        assertEquals("42501", assertThrows(SQLException.class, write).getSQLState());
    }

    @Test
    void whatExpiresBringsNothingBack() {
        recall();
        Database.updateAsSuperuser(
                "update list_entry set valid_until = now() - interval '1 second' where list_id = ? and value = ?",
                UUID.fromString(list.id),
                account);
        Database.updateAsSuperuser(
                "update identifier_list set published_at = now() - interval '1 day' where id = ?",
                UUID.fromString(list.id));
        list.out();
        list.read(banker).statusCode(404);
    }

    private static List<String> found(Person person, String account) {
        return as(person)
                .body(Map.of("identifiers", List.of(ListSteps.identifier(account))))
                .post("/api/v1/screenings")
                .then()
                .statusCode(200)
                .extract()
                .path("hits.list_id");
    }

    @Test
    void itsOwnerFindsNothingInItEitherUntilTheNextEdition() {
        assertEquals(List.of(list.id), found(list.analyst, account));
        recall();
        assertEquals(List.of(), found(list.analyst, account));
        // what is wrong in it can be said all the same
        as(list.analyst)
                .body(Map.of(
                        "identifier",
                        ListSteps.identifier(account),
                        "kind",
                        "FALSE_POSITIVE",
                        "reason",
                        "It is a charity's."))
                .post(list.path() + "/corrections")
                .then()
                .statusCode(201);
        list.with(ListSteps.account()).published();
        assertEquals(List.of(list.id), found(list.analyst, account));
        assertEquals(List.of(list.id), found(banker, account));
    }

    @Test
    void whoeverIsOfACommunityIsTold() {
        Person officer = Institutions.agency().person(Role.LE_OFFICER);
        Map<String, Object> form = ListSteps.form(List.of());
        form.put("communities", List.of("LAW_ENFORCEMENT"));
        list = ListSteps.of(null, form).with(account).published();
        recall(1);
        as(officer).get(NOTICES).then().statusCode(200).body("items.list_id", hasItem(list.id));
        as(banker).get(NOTICES).then().statusCode(200).body("items.list_id", not(hasItem(list.id)));
    }
}
