package org.simpul.identifier.screening;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.identifier.list.ListSteps;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Whoever screens finds what stands in the editions that reach it, and leaves nothing of what it asked. */
@QuarkusTest
class ScreeningTest extends HubTest {
    private static final String PATH = "/api/v1/screenings";

    private final Institution bank = Institutions.bank();
    private final Person banker = bank.person(Role.INVESTIGATOR);
    private final Person stranger = Institutions.bank().person(Role.INVESTIGATOR);

    private static ValidatableResponse screen(Person person, String... accounts) {
        return as(person)
                .body(Map.of(
                        "identifiers",
                        Arrays.stream(accounts).map(ListSteps::identifier).toList()))
                .post(PATH)
                .then();
    }

    @Test
    void aHitNamesTheListItsHandlingAndWhatOneMayDo() {
        String listed = ListSteps.account();
        ListSteps list = ListSteps.to(bank).with(listed).published();
        screen(banker, ListSteps.account(), listed.substring(0, 5) + "-" + listed.substring(5), "no account")
                .statusCode(200)
                .body("asked", equalTo(2))
                .body("hits.index", contains(1))
                .body("hits[0].list_id", equalTo(list.id))
                .body("hits[0].edition", equalTo(1))
                .body("hits[0].handling.pap", equalTo("PAP:AMBER"))
                .body("hits[0].may_do", equalTo("MONITOR"))
                .body("hits[0].confidence", equalTo(80))
                .body("refused.index", contains(2))
                .body("refused.code", contains("identifier_unsupported_character"))
                .body(not(containsString(listed)));
    }

    @Test
    void nothingIsFoundInDraftsAndInListsOfOthers() {
        String published = ListSteps.account();
        String drafted = ListSteps.account();
        ListSteps list = ListSteps.to(bank).with(published).published().with(drafted);
        list.remove(published).statusCode(200);
        screen(banker, published, drafted).body("hits.index", contains(0));
        screen(stranger, published, drafted).body("hits", empty());
        screen(list.analyst, published, drafted).body("hits.index", contains(0));
        list.published();
        screen(banker, published, drafted).body("hits.index", contains(1));
    }

    @Test
    void aValueOnTwoListsIsTwoHitsAndOnTheWrongBankNone() {
        String account = ListSteps.account();
        ListSteps first = ListSteps.to(bank).with(account).published();
        ListSteps second = ListSteps.to(bank).with(account).published();
        screen(banker, account).body("hits.list_id", containsInAnyOrder(first.id, second.id));
        as(banker)
                .body(Map.of(
                        "identifiers",
                        List.of(
                                Map.of("type", "BANK_ACCOUNT", "scope", "ID:008", "value", account),
                                Map.of("type", "E_WALLET", "scope", "dompet", "value", account))))
                .post(PATH)
                .then()
                .statusCode(200)
                .body("hits", empty());
    }

    @Test
    void theExclusionListWarnsItsOwnerAlone() {
        String account = ListSteps.account();
        ListSteps list = ListSteps.to(bank).with(account).published();
        as(list.supervisor)
                .body(Map.of("identifier", ListSteps.identifier(account), "reason", "CHARITY"))
                .post("/api/v1/exclusions")
                .then()
                .statusCode(201);
        screen(list.analyst, account).body("hits[0].excluded", equalTo(true));
        screen(banker, account).body("hits[0].excluded", equalTo(false));
    }

    /** Looks at every column of text that the database has. */
    @Test
    void whatIsAskedIsKeptNowhere() {
        String asked = ListSteps.account();
        screen(banker, asked).statusCode(200);
        for (Object column : Database.queryAsSuperuser(
                """
                select table_name || ' ' || column_name from information_schema.columns
                where table_schema = 'public' and data_type in ('text', 'jsonb')""")) {
            String[] place = column.toString().split(" ");
            assertEquals(
                    List.of(0L),
                    Database.queryAsSuperuser("select count(*) from \"%s\" where \"%s\"::text like '%%%s%%'"
                            .formatted(place[0], place[1], asked)),
                    column.toString());
        }
        assertEquals(
                List.of(1L),
                Database.queryAsSuperuser(
                        "select count(*) from audit_entry where act = 'identifiers.screened' and participant_id = ?"
                                + " and detail_digest is not null",
                        bank.id()));
    }

    @Test
    void theDayHasItsQuota() {
        screen(banker, ListSteps.account()).statusCode(200);
        Database.updateAsSuperuser(
                "update inquiry_quota set asked = 10000 where kind = 'SCREENING' and owner = ?", bank.id());
        screen(banker, ListSteps.account()).statusCode(429).body("violations[0].code", equalTo("screening_quota"));
        screen(stranger, ListSteps.account()).statusCode(200);
    }

    @Test
    void onlyWhoMayScreens() {
        screen(Institutions.agency().person(Role.LE_OFFICER), ListSteps.account())
                .statusCode(403);
        as(banker).body(Map.of("identifiers", List.of())).post(PATH).then().statusCode(400);
    }
}
