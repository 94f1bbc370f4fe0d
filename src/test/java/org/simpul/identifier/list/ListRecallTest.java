package org.simpul.identifier.list;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
        Map<String, Object> form = new HashMap<>(Map.of("decision", decision, "recall_id", recall));
        return as(person).body(form).post(list.path() + "/recall-decisions").then();
    }

    private void recall() {
        String id = propose(list.supervisor).statusCode(201).extract().path("id");
        decide(another, id, "APPROVE").statusCode(200).body("status", equalTo("RECALLED"));
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
}
