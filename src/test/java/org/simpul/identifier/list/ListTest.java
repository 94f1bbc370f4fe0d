package org.simpul.identifier.list;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A list is the owner's until an edition of it goes out; whom it reaches sees that edition and nothing else. */
@QuarkusTest
class ListTest extends HubTest {
    private final Institution bank = Institutions.bank();
    private final Person banker = bank.person(Role.INVESTIGATOR);
    private final Person stranger = Institutions.bank().person(Role.INVESTIGATOR);

    private static String bytes(Person person, String path) {
        var answer = as(person).accept("*/*").get(path).then().statusCode(404).extract();
        return answer.asString().replace(answer.header("Request-Id"), "");
    }

    @Test
    void nothingOfItIsThereBeforeItsFirstEditionAndForWhomItDoesNotReach() {
        String account = ListSteps.account();
        ListSteps list = ListSteps.to(bank).with(account);
        String absent = bytes(banker, ListSteps.PATH + "/" + UUID.randomUUID());
        assertEquals(absent, bytes(banker, list.path()));
        assertEquals(absent, bytes(banker, list.path() + "/entries"));
        list.published();
        list.read(banker)
                .statusCode(200)
                .body("edition", equalTo(1))
                .body("handling.pap", equalTo("PAP:AMBER"))
                .body("workings", nullValue());
        assertEquals(List.of(account), list.seen(banker));
        as(banker).get(ListSteps.PATH).then().body("items.id", hasItem(list.id));
        for (String below : List.of("", "/entries", "/changes", "/snapshot")) {
            assertEquals(absent, bytes(stranger, list.path() + below), below);
        }
        as(stranger).get(ListSteps.PATH).then().body("items.id", not(hasItem(list.id)));
    }

    @Test
    void aReceiverLearnsNeitherWhenNorWhyNorHowItIsGraded() {
        String account = ListSteps.account();
        Map<String, Object> entry = ListSteps.entry(account);
        entry.put("grading", Map.of("source", "RELIABLE", "information", "B"));
        entry.put("valid_from", "2020-01-01T00:00:00Z");
        entry.put("decay", "year");
        ListSteps list = ListSteps.to(bank);
        list.add(List.of(entry)).statusCode(200).body("changed", equalTo(1));
        list.published();
        Map<String, Object> read =
                as(banker).get(list.path() + "/entries").then().extract().path("items[0]");
        assertEquals(
                Set.of("id", "identifier", "confidence", "valid_until", "typology_code", "workings"), read.keySet());
        assertEquals(0, read.get("confidence"), "a year of decay is long over");
        assertEquals(null, read.get("workings"));
        assertEquals(4, UUID.fromString((String) read.get("id")).version(), "its id tells no time");
        as(list.analyst)
                .get(list.path() + "/entries")
                .then()
                .body("items[0].workings.confidence", equalTo(80))
                .body("items[0].workings.source", equalTo("RELIABLE"))
                .body("items[0].workings.state", equalTo("PUBLISHED"));
    }

    @Test
    void theDraftIsTheOwnersUntilTheNextEdition() {
        String first = ListSteps.account();
        String second = ListSteps.account();
        ListSteps list = ListSteps.to(bank).with(first).published();
        list.with(second).remove(first).statusCode(200).body("changed", equalTo(1));
        assertEquals(List.of(first), list.seen(banker));
        list.read(list.analyst)
                .body("workings.draft_added", equalTo(1))
                .body("workings.draft_removed", equalTo(1))
                .body("workings.entries", equalTo(1));
        list.published();
        assertEquals(List.of(second), list.seen(banker));
        assertEquals(List.of("ADDED " + second, "REMOVED " + first), list.changes(banker, 1));
    }

    @Test
    void nobodyWhoWroteOnItOrHandedItOverLetsItOut() {
        Person writer = Institutions.fiu().person(Role.FIU_SUPERVISOR);
        ListSteps list = ListSteps.to(bank).with(ListSteps.account());
        as(writer)
                .body(Map.of("entries", List.of(ListSteps.entry(ListSteps.account()))))
                .post(list.path() + "/entries")
                .then()
                .statusCode(200);
        list.decide(list.supervisor, "APPROVE").statusCode(409);
        list.handOver().statusCode(200).body("workings.status", equalTo("PENDING_APPROVAL"));
        list.decide(writer, "APPROVE").statusCode(403).body("type", equalTo("/problems/same-person"));
        list.decide(list.analyst, "APPROVE").statusCode(403).body("type", equalTo("/problems/forbidden"));
        as(list.supervisor)
                .body(Map.of("decision", "APPROVE", "digest", "0".repeat(64)))
                .post(list.path() + "/decisions")
                .then()
                .statusCode(409)
                .body("violations[0].code", equalTo("content_changed"));
        list.decide(list.supervisor, "APPROVE").statusCode(200).body("workings.status", equalTo("SCHEDULED"));

        ListSteps handed = ListSteps.to(bank).with(ListSteps.account());
        as(writer).post(handed.path() + "/handovers").then().statusCode(200);
        handed.decide(writer, "APPROVE").statusCode(403).body("type", equalTo("/problems/same-person"));
        handed.decide(handed.supervisor, "APPROVE").statusCode(200);

        ListSteps begun = ListSteps.of(writer, ListSteps.form(List.of(bank.alias())));
        begun.with(ListSteps.account()).handOver().statusCode(200);
        begun.decide(writer, "APPROVE").statusCode(403).body("type", equalTo("/problems/same-person"));
        begun.decide(begun.supervisor, "APPROVE").statusCode(200);
    }

    @Test
    void aDraftThatWaitsTakesNothingAndOneThatIsGivenBackDoes() {
        ListSteps list = ListSteps.to(bank);
        list.handOver().statusCode(409).body("violations[0].code", equalTo("nothing_changed"));
        list.with(ListSteps.account()).handOver().statusCode(200);
        list.add(List.of(ListSteps.entry(ListSteps.account())))
                .statusCode(409)
                .body("violations[0].code", equalTo("list_not_open"));
        list.decide(list.supervisor, "RETURN")
                .statusCode(200)
                .body("workings.status", equalTo("OPEN"))
                .body("workings.return_reason", equalTo("Look again."));
        list.with(ListSteps.account()).published();
    }

    @Test
    void theDigestMovesWithEachChange() {
        ListSteps list = ListSteps.to(bank).with(ListSteps.account());
        String before = list.read(list.analyst).extract().path("workings.digest");
        list.with(ListSteps.account());
        assertTrue(!before.equals(list.read(list.analyst).extract().path("workings.digest")));
    }

    @Test
    void oneValueStandsOnAListOnceInWhateverFormItIsTyped() {
        String account = ListSteps.account();
        ListSteps list = ListSteps.to(bank);
        list.add(List.of(
                        ListSteps.entry(account),
                        ListSteps.entry(account.substring(0, 4) + " " + account.substring(4)),
                        ListSteps.entry(account)))
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("repeated", equalTo(2));
        list.with(account).read(list.analyst).body("workings.entries", equalTo(1));
        list.remove(account).body("changed", equalTo(1));
        list.read(list.analyst)
                .body("workings.entries", equalTo(0))
                .body("workings.draft_added", equalTo(0))
                .body("workings.draft_removed", equalTo(0));
    }

    @Test
    void whatIsNotSoundIsNamedByPlaceAndNothingIsStored() {
        ListSteps list = ListSteps.to(bank);
        Map<String, Object> curved = ListSteps.entry(ListSteps.account());
        curved.put("decay", "none-of-ours");
        Map<String, Object> over = ListSteps.entry(ListSteps.account());
        over.put("valid_until", "2020-01-01T00:00:00Z");
        list.add(List.of(ListSteps.entry(ListSteps.account()), ListSteps.entry("no account"), curved, over))
                .statusCode(400)
                .body(
                        "violations.field",
                        contains(
                                "entries[1].identifier.value",
                                "entries[2].decay",
                                "entries[2].valid_from",
                                "entries[3].valid_until"));
        list.read(list.analyst).body("workings.entries", equalTo(0));
    }

    @Test
    void anEntryOfTheExclusionListIsTakenAndTold() {
        String account = ListSteps.account();
        ListSteps list = ListSteps.to(bank);
        as(list.supervisor)
                .body(Map.of("identifier", ListSteps.identifier(account), "reason", "CHARITY"))
                .post("/api/v1/exclusions")
                .then()
                .statusCode(201);
        list.add(List.of(ListSteps.entry(ListSteps.account()), ListSteps.entry(account)))
                .statusCode(200)
                .body("changed", equalTo(2))
                .body("excluded", contains(1));
    }

    @Test
    void whatWasApprovedIsGivenBackUntilItIsOut() {
        ListSteps list = ListSteps.to(bank).with(ListSteps.account()).approved();
        list.decide(list.supervisor, "RETURN").statusCode(200).body("workings.status", equalTo("OPEN"));
        list.read(list.analyst).body("workings.approved_by", nullValue());
        list.out().read(banker).statusCode(404);
        list.with(ListSteps.account()).published().read(banker).statusCode(200);
    }

    @Test
    void anAudienceOfNobodyIsRefused() {
        Map<String, Object> form = ListSteps.form(List.of());
        ListSteps any = ListSteps.to(bank);
        as(any.analyst)
                .body(form)
                .post(ListSteps.PATH)
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("empty_audience"));
        form.put("communities", List.of("REPORTING_ENTITY"));
        form.put("handling", Map.of("tlp", "TLP:RED", "pap", "PAP:RED"));
        as(any.analyst)
                .body(form)
                .post(ListSteps.PATH)
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("red_names_persons"));
    }

    /** The ledger takes neither, and an edition of such a list could never go out. */
    @Test
    void aListGoesNeitherAbroadNorToAGroup() {
        Person analyst = Institutions.fiu().person(Role.FIU_ANALYST);
        Institution abroad = Institutions.admit(ParticipantKind.FOREIGN_FIU);
        Map<String, Object> kind = ListSteps.form(List.of(bank.alias()));
        kind.put("communities", List.of("FOREIGN_FIU"));
        for (Map<String, Object> form : List.of(kind, ListSteps.form(List.of(bank.alias(), abroad.alias())))) {
            as(analyst)
                    .body(form)
                    .post(ListSteps.PATH)
                    .then()
                    .statusCode(400)
                    .body("violations[0].code", equalTo("list_stays_inside"));
        }
        Map<String, Object> group = ListSteps.form(List.of(bank.alias()));
        group.put("groups", List.of(UUID.randomUUID()));
        as(analyst).body(group).post(ListSteps.PATH).then().statusCode(400);
    }

    @Test
    void aListThatWasBegunBeforeWithAGroupOrAbroadGoesOutNoMore() {
        Institution abroad = Institutions.admit(ParticipantKind.FOREIGN_FIU);
        for (String audience : List.of(
                "audience_groups = '{" + UUID.randomUUID() + "}'",
                "audience_communities = '{FOREIGN_FIU}'",
                "audience_participants = '{" + abroad.id() + "}'")) {
            String set =
                    "set session_replication_role = replica; update identifier_list set " + audience + " where id = ?";
            ListSteps open = ListSteps.to(bank).with(ListSteps.account());
            ListSteps pending = ListSteps.to(bank).with(ListSteps.account());
            pending.handOver().statusCode(200);
            ListSteps approved = ListSteps.to(bank).with(ListSteps.account()).approved();
            for (ListSteps list : List.of(open, pending, approved)) {
                Database.updateAsSuperuser(set, UUID.fromString(list.id));
            }
            open.handOver().statusCode(409).body("violations[0].code", equalTo("list_stays_inside"));
            pending.decide(pending.supervisor, "APPROVE")
                    .statusCode(409)
                    .body("violations[0].code", equalTo("list_stays_inside"));
            approved.out().read(approved.analyst).body("workings.status", equalTo("SCHEDULED"));
        }
    }

    @Test
    void whileAFileGoesIntoItOtherChangesAreAskedToWait() throws SQLException {
        ListSteps list = ListSteps.to(bank);
        try (Connection holding = PostgresResource.superuser();
                PreparedStatement hold =
                        holding.prepareStatement("select 1 from identifier_list where id = ? for update")) {
            holding.setAutoCommit(false);
            hold.setObject(1, UUID.fromString(list.id));
            hold.execute();
            list.add(List.of(ListSteps.entry(ListSteps.account())))
                    .statusCode(429)
                    .body("violations[0].code", equalTo("list_busy"));
            list.read(list.analyst).statusCode(200);
        }
        list.with(ListSteps.account());
    }

    @Test
    void aRecalledEditionHidesIt() {
        ListSteps list = ListSteps.to(bank).with(ListSteps.account()).published();
        Database.updateAsSuperuser(
                "update disclosure set recalled_at = now() where object_id ="
                        + " (select id from identifier_list_edition where list_id = ?)",
                UUID.fromString(list.id));
        list.read(banker).statusCode(404);
    }

    @Test
    void theDatabaseAloneHidesTheDraftAndTheEntriesOfOthersLists() throws SQLException {
        String published = ListSteps.account();
        String drafted = ListSteps.account();
        ListSteps list = ListSteps.to(bank).with(published).published().with(drafted);
        list.remove(published).statusCode(200);
        String mine = "select value from list_entry where list_id = ?";
        UUID id = UUID.fromString(list.id);
        assertEquals(List.of(published), Database.query(bank.id(), Drafts.id(banker), mine, id));
        UUID other = (UUID) Drafts.value("select id from participant where alias = ?", stranger.organization());
        assertEquals(List.of(), Database.query(other, Drafts.id(stranger), mine, id));
        assertEquals(List.of(), Database.query(bank.id(), Drafts.id(banker), "select id from identifier_list"));
    }

    @Test
    void theDatabaseChangesNoEdition() throws SQLException {
        ListSteps list = ListSteps.to(bank).with(ListSteps.account()).published();
        UUID fiu = Institutions.fiu().id();
        UUID id = UUID.fromString(list.id);
        for (String change : List.of(
                "delete from list_entry where list_id = ?",
                "update list_entry set removed_in = 1 + added_in + 5 where list_id = ?",
                "update list_entry set valid_until = now() where list_id = ?",
                "insert into list_entry (owner, list_id, type, scope, value, confidence, added_in)"
                        + " select owner, id, 'PHONE', '', '+62', 1, 1 from identifier_list where id = ?")) {
            SQLException refused = assertThrows(
                    SQLException.class, () -> Database.update(fiu, Drafts.id(list.analyst), change, id), change);
            assertEquals("42501", refused.getSQLState(), change);
        }
        assertEquals(
                1,
                Database.update(
                        fiu, Drafts.id(list.analyst), "update list_entry set removed_in = 2 where list_id = ?", id));
    }

    private static void expire(ListSteps list) {
        Database.updateAsSuperuser(
                "update list_entry set valid_until = now() where list_id = ?", UUID.fromString(list.id));
    }

    @Test
    void whatExpiredInTheDraftGivesWayToTheSameValue() {
        String account = ListSteps.account();
        ListSteps list = ListSteps.to(bank).with(account);
        expire(list);
        list.add(List.of(ListSteps.entry(account))).body("changed", equalTo(1)).body("repeated", equalTo(0));
        list.read(list.analyst).body("workings.entries", equalTo(1)).body("workings.draft_added", equalTo(1));
        assertEquals(List.of(account), list.published().seen(banker));
        list.read(list.analyst).body("workings.entries", equalTo(1));
    }

    @Test
    void whatExpiredSinceItsEditionGivesWayToTheSameValue() {
        String account = ListSteps.account();
        ListSteps list = ListSteps.to(bank).with(account).published();
        expire(list);
        list.add(List.of(ListSteps.entry(account))).body("changed", equalTo(1)).body("repeated", equalTo(0));
        list.read(list.analyst).body("workings.entries", equalTo(1)).body("workings.draft_added", equalTo(1));
        assertEquals(List.of(account), list.seen(banker), "not before the edition");
        assertEquals(List.of("ADDED " + account), list.published().changes(banker, 1));
        list.read(list.analyst).body("workings.entries", equalTo(1));
        list.add(List.of(ListSteps.entry(account))).body("changed", equalTo(0)).body("repeated", equalTo(1));
    }
}
