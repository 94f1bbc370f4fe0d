package org.simpul.identifier.screening;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A file of values is asked and kept nowhere; which row stood where can be fetched until it expires. */
@QuarkusTest
class ScreeningRunTest extends HubTest {
    private static final String PATH = "/api/v1/screening-runs";
    private static final String CSV = "text/csv";

    @Inject
    ScreeningClock clock;

    private final Institution bank = Institutions.bank();
    private final Person banker = bank.person(Role.INVESTIGATOR);
    private final Person colleague = bank.person(Role.COMPLIANCE_OFFICER);
    private final Person stranger = Institutions.bank().person(Role.INVESTIGATOR);

    private String open(Person person) {
        return as(person)
                .body(Map.of("defaults", Map.of("type", "BANK_ACCOUNT", "scope", "ID:014")))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("status", equalTo("OPEN"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse send(Person person, String run, String type, String file) {
        return as(person)
                .contentType(type)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .put(PATH + "/" + run + "/content")
                .then();
    }

    private ValidatableResponse csv(String run, String file) {
        return send(banker, run, CSV, file).statusCode(200);
    }

    private static ValidatableResponse get(Person person, String run, String part) {
        return as(person).get(PATH + "/" + run + part).then();
    }

    private static String accounts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ListSteps.account() + "\n")
                .collect(Collectors.joining());
    }

    private static List<Object> audit(Institution institution, String act) {
        return Database.queryAsSuperuser(
                "select count(*) from audit_entry where act = ? and participant_id = ?", act, institution.id());
    }

    @Test
    void rowsOfATableAreFoundAcrossBatchesAndToldByTheirNumber() {
        String first = ListSteps.account();
        String last = ListSteps.account();
        ListSteps list = ListSteps.to(bank).with(first, last).published();
        String run = open(banker);
        csv(run, "value\n" + first + "\n" + accounts(1_500) + last.substring(0, 5) + "-" + last.substring(5) + "\n")
                .body("status", equalTo("DONE"))
                .body("rows_read", equalTo(1_502))
                .body("rows_refused", equalTo(0))
                .body("rows_matched", equalTo(2))
                .body("failure", nullValue())
                .body("finished_at", notNullValue());
        get(banker, run, "/hits")
                .statusCode(200)
                .body("items.row_number", contains(2, 1_503))
                .body("items[0].list_id", equalTo(list.id))
                .body("items[0].edition", equalTo(1))
                .body("items[0].handling.pap", equalTo("PAP:AMBER"))
                .body("items[0].may_do", equalTo("MONITOR"))
                .body("items[0].confidence", equalTo(80))
                .body("items[0].excluded", equalTo(false))
                .body(not(containsString(first)));
        String token = get(banker, run, "/hits?page_size=1")
                .body("items.row_number", contains(2))
                .extract()
                .path("next_page_token");
        get(banker, run, "/hits?page_size=1&page_token=" + token)
                .body("items.row_number", contains(1_503))
                .body("next_page_token", nullValue());
        get(colleague, run, "/hits").statusCode(200).body("items", hasSize(2));
        assertEquals(List.of(1L), audit(bank, "screening.run-opened"));
        assertEquals(
                List.of(1L),
                Database.queryAsSuperuser(
                        "select count(*) from audit_entry where act = 'screening.run-done' and participant_id = ?"
                                + " and detail_digest is not null",
                        bank.id()));
        assertEquals(List.of(4L), audit(bank, "screening.hits-read"));
    }

    @Test
    void linesOfJsonAreTakenAsTheApiTakesThem() {
        String account = ListSteps.account();
        ListSteps.to(bank).with(account).published();
        String run = open(banker);
        send(
                        banker,
                        run,
                        "application/x-ndjson",
                        "{\"type\":\"EMAIL\",\"value\":\"Someone@Example.com\"}\n\n{\"value\":\"" + account
                                + "\"}\n{\"value\":\n{\"type\":\"PHONE\"}\n{\"value\":\"1\",\"name\":\"x\"}\n")
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("rows_read", equalTo(5))
                .body("rows_refused", equalTo(3))
                .body("rows_matched", equalTo(1));
        get(banker, run, "/hits").body("items.row_number", contains(3));
        get(banker, run, "/refusals")
                .body("items.row_number", contains(4, 5, 6))
                .body("items.code", contains("malformed_json", "required", "malformed_json"));
    }

    @Test
    void whatHasNoCanonicalFormIsToldByRowAndTheOthersAreAsked() {
        String listed = ListSteps.account();
        ListSteps.to(bank).with(listed).published();
        String run = open(banker);
        csv(
                        run,
                        "type,scope,value\n,,no account\n,,\u0667700000000\n,,77\u200b00000000\nIBAN,,GB00WEST12345698765432\n,,\n,,"
                                + "1".repeat(600) + "\nonly one cell\nNOTHING,,1\n,," + listed + "\n")
                .body("status", equalTo("DONE"))
                .body("rows_read", equalTo(9))
                .body("rows_refused", equalTo(8))
                .body("rows_matched", equalTo(1));
        get(banker, run, "/refusals")
                .statusCode(200)
                .body("items.row_number", contains(2, 3, 4, 5, 6, 7, 8, 9))
                .body(
                        "items.code",
                        contains(
                                "identifier_unsupported_character",
                                "identifier_unsupported_character",
                                "identifier_unsupported_character",
                                "identifier_checksum",
                                "identifier_empty",
                                "identifier_too_long",
                                "wrong_number_of_columns",
                                "unknown_value"));
        get(banker, run, "/hits").body("items.row_number", contains(10));
        String without = as(banker)
                .body(Map.of())
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        csv(without, "value\n" + listed + "\n").body("rows_refused", equalTo(1));
        get(banker, without, "/refusals").body("items.code", contains("identifier_type_missing"));
    }

    @Test
    void ofAFileThatBreaksOffNothingIsKept() {
        String listed = ListSteps.account();
        ListSteps.to(bank).with(listed).published();
        String run = open(banker);
        csv(run, "value\n" + listed + "\n" + accounts(1_000) + "\"" + listed)
                .body("status", equalTo("REFUSED"))
                .body("failure", equalTo("malformed_csv"))
                .body("message", notNullValue())
                .body("rows_read", equalTo(1_001))
                .body("rows_matched", equalTo(0));
        get(banker, run, "/hits").statusCode(200).body("items", empty());
        get(banker, run, "/refusals")
                .body("items.row_number", contains(1_003))
                .body("items.code", contains("malformed_csv"));
        csv(open(banker), "value\n").body("failure", equalTo("no_rows"));
        csv(open(banker), "account\n1\n").body("failure", equalTo("unusable_header_of_values"));
        assertEquals(List.of(3L), audit(bank, "screening.run-refused"));
    }

    @Test
    void aFileHoldsNoMoreRowsThanItMay() {
        String run = open(banker);
        csv(run, "value\n" + "x\n".repeat(1_000_001))
                .body("status", equalTo("REFUSED"))
                .body("failure", equalTo("too_many_values"))
                .body("rows_read", equalTo(1_000_000));
        assertEquals(
                List.of(10_000L),
                Database.queryAsSuperuser(
                        "select count(*) from screening_refusal where run_id = ?", UUID.fromString(run)));
    }

    @Test
    void aFileThatTellsMoreThanValuesIsRefused() {
        for (String header : List.of("value,confidence", "value,typology_code", "value,value", "type,scope")) {
            csv(open(banker), header + "\n1,1\n")
                    .body("status", equalTo("REFUSED"))
                    .body("failure", equalTo("unusable_header_of_values"))
                    .body("rows_read", equalTo(0))
                    .body("message", containsString("scope"));
        }
    }

    /** As if the edition had stood for longer than what left a list is kept. */
    @Test
    void whatCameBackIsToldHoweverLongItsEditionHadStood() {
        String changed = ListSteps.account();
        ListSteps list = ListSteps.to(bank).with(changed).published();
        String run = open(banker);
        csv(run, "value\n" + changed + "\n").body("rows_matched", equalTo(1));
        Database.updateAsSuperuser(
                "set session_replication_role = replica;"
                        + " update identifier_list_edition set sealed_at = now() - interval '100 days' where list_id = ?",
                UUID.fromString(list.id));
        list.remove(changed).statusCode(200);
        list.with(changed).published();
        get(banker, run, "/hits").body("items.row_number", contains(2)).body("items.edition", contains(2));
    }

    @Test
    void manyCopiesOfOneValueAreAsManyHits() {
        String listed = ListSteps.account();
        ListSteps.to(bank).with(listed).published();
        String run = open(banker);
        csv(run, "value\n" + (listed + "\n").repeat(20_000))
                .body("status", equalTo("DONE"))
                .body("rows_matched", equalTo(20_000));
        assertEquals(
                List.of(20_000L),
                Database.queryAsSuperuser("select count(*) from screening_hit where run_id = ?", UUID.fromString(run)));
    }

    @Test
    void theDayHasItsQuotaOfValues() {
        csv(open(banker), "value\n" + accounts(3)).body("status", equalTo("DONE"));
        assertEquals(
                List.of(3, 3),
                Database.queryAsSuperuser(
                        "select asked from inquiry_quota where kind = 'SCREENED_VALUES' and owner = ?", bank.id()));
        Database.updateAsSuperuser(
                "update inquiry_quota set asked = 4999998 where kind = 'SCREENED_VALUES' and owner = ?", bank.id());
        String over = open(banker);
        send(banker, over, CSV, "value\n" + accounts(3))
                .statusCode(429)
                .body("violations[0].code", equalTo("screened_values_quota"));
        get(banker, over, "").body("status", equalTo("REFUSED")).body("failure", equalTo("screened_values_quota"));
        csv(open(banker), "value\n" + accounts(2)).body("status", equalTo("DONE"));
        String ofAnother = open(stranger);
        send(stranger, ofAnother, CSV, "value\n" + accounts(3)).statusCode(200);
    }

    @Test
    void theDatabaseCountsValuesUpwardsAlone() throws SQLException {
        csv(open(banker), "value\n" + accounts(3)).body("status", equalTo("DONE"));
        String count = "update inquiry_quota set asked = asked + ? where owner = ? and kind = 'SCREENED_VALUES'";
        for (int step : List.of(0, -1)) {
            SQLException refused = assertThrows(
                    SQLException.class, () -> Database.update(bank.id(), Drafts.id(banker), count, step, bank.id()));
            assertTrue(refused.getMessage().contains("a count goes up by one"), refused.getMessage());
        }
        assertEquals(2, Database.update(bank.id(), Drafts.id(banker), count, 500, bank.id()));
    }

    @Test
    void whatWasRecalledOrLeftItsListIsToldNoLonger() {
        String left = ListSteps.account();
        String stays = ListSteps.account();
        ListSteps list = ListSteps.to(bank).with(left, stays).published();
        String other = ListSteps.account();
        ListSteps recalled = ListSteps.to(bank).with(other).published();
        String run = open(banker);
        csv(run, "value\n" + left + "\n" + stays + "\n" + other + "\n").body("rows_matched", equalTo(3));
        list.remove(left).statusCode(200);
        get(banker, run, "/hits").body("items.row_number", contains(2, 3, 4));
        list.published();
        get(banker, run, "/hits").body("items.row_number", contains(3, 4)).body("items[0].edition", equalTo(2));
        Database.updateAsSuperuser(
                "update disclosure set recalled_at = now() where object_id in"
                        + " (select id from identifier_list_edition where list_id = ?)",
                UUID.fromString(recalled.id));
        get(banker, run, "/hits").statusCode(200).body("items.row_number", contains(3));
    }

    @Test
    void whatCameBackAsAnotherEntryIsToldAsItStandsNow() {
        String changed = ListSteps.account();
        String stays = ListSteps.account();
        ListSteps list = ListSteps.to(bank).with(changed, stays).published();
        String run = open(banker);
        csv(run, "value\n" + changed + "\n" + stays + "\n").body("rows_matched", equalTo(2));
        list.remove(changed).statusCode(200);
        Map<String, Object> again = ListSteps.entry(changed);
        again.put("confidence", 30);
        list.add(List.of(again)).statusCode(200);
        get(banker, run, "/hits").body("items.row_number", contains(2, 3)).body("items.confidence", contains(80, 80));
        list.published();
        get(banker, run, "/hits")
                .body("items.row_number", contains(2, 3))
                .body("items.confidence", contains(30, 80))
                .body("items.edition", contains(2, 2));
        list.remove(changed).statusCode(200);
        list.published();
        get(banker, run, "/hits").body("items.row_number", contains(3));
        list.add(List.of(again)).statusCode(200);
        list.published();
        get(banker, run, "/hits").body("items.row_number", contains(2, 3)).body("items.edition", contains(4, 4));
    }

    @Test
    void aRunIsItsInstitutionsAlone() {
        String listed = ListSteps.account();
        ListSteps.to(bank).with(listed).published();
        String run = open(banker);
        send(stranger, run, CSV, "value\n" + listed + "\n").statusCode(404);
        csv(run, "value\n" + listed + "\n");
        for (String part : List.of("", "/hits", "/refusals")) {
            get(stranger, run, part).statusCode(404);
        }
        as(stranger).get(PATH).then().statusCode(200).body("items", empty());
        as(colleague).get(PATH).then().statusCode(200).body("items.id", contains(run));
        String ofStranger = open(stranger);
        send(stranger, ofStranger, CSV, "value\n" + listed + "\n").body("rows_matched", equalTo(0));
        as(Institutions.agency().person(Role.LE_OFFICER)).get(PATH).then().statusCode(403);
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
        String ofFiu = open(list.analyst);
        send(list.analyst, ofFiu, CSV, "value\n" + account + "\n").statusCode(200);
        get(list.analyst, ofFiu, "/hits").body("items.excluded", contains(true));
        String ofBank = open(banker);
        csv(ofBank, "value\n" + account + "\n");
        get(banker, ofBank, "/hits").body("items.excluded", contains(false));
    }

    @Test
    void aRunTakesOneFile() throws Exception {
        String run = open(banker);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> upload = () -> send(banker, run, CSV, "value\n" + accounts(2_000))
                    .extract()
                    .statusCode();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : two.invokeAll(List.of(upload, upload))) {
                statuses.add(status.get());
            }
            statuses.sort(null);
            assertEquals(List.of(200, 409), statuses);
        } finally {
            two.shutdown();
        }
        send(banker, run, CSV, "value\n" + accounts(1))
                .statusCode(409)
                .body("violations[0].code", equalTo("screening_run_not_open"));
        get(banker, run, "").body("rows_read", equalTo(2_000));
    }

    @Test
    void aRunWhoseReaderHasGoneIsEnded() {
        String gone = open(banker);
        String moving = open(banker);
        for (String run : List.of(gone, moving)) {
            Database.updateAsSuperuser(
                    "update screening_run set status = 'RUNNING' where id = ?", UUID.fromString(run));
        }
        Database.updateAsSuperuser(
                "update screening_run set moved_at = now() - interval '2 hours' where id = ?", UUID.fromString(gone));
        clock.look();
        get(banker, gone, "").body("status", equalTo("REFUSED")).body("failure", equalTo("interrupted"));
        get(banker, moving, "").body("status", equalTo("RUNNING"));
    }

    @Test
    void whatHasExpiredIsGoneBeforeTheClockAndIsDeletedByIt() {
        String listed = ListSteps.account();
        ListSteps.to(bank).with(listed).published();
        String run = open(banker);
        csv(run, "value\n" + listed + "\nno account\n");
        clock.look();
        get(banker, run, "/hits").body("items", hasSize(1));
        Database.updateAsSuperuser(
                "update screening_run set expires_at = now() - interval '1 second' where id = ?", UUID.fromString(run));
        get(banker, run, "").statusCode(404);
        get(banker, run, "/hits").statusCode(404);
        as(banker).get(PATH).then().body("items", empty());
        clock.look();
        for (String table :
                List.of("screening_hit where run_id", "screening_refusal where run_id", "screening_run where id")) {
            assertEquals(
                    List.of(0L),
                    Database.queryAsSuperuser("select count(*) from " + table + " = ?", UUID.fromString(run)),
                    table);
        }
        assertEquals(List.of(1L), audit(bank, "screening.run-expired"));
    }

    /** Looks at every row that the database has, whatever its columns are; bytes are written in hexadecimal digits there. */
    @Test
    void whatIsAskedIsKeptNowhere() {
        String asked = ListSteps.account();
        String bytes = HexFormat.of().formatHex(asked.getBytes(StandardCharsets.US_ASCII));
        csv(open(banker), "value\n" + asked + "\nx" + asked + "\n").body("rows_refused", equalTo(1));
        List<Object> tables = Database.queryAsSuperuser(
                "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'");
        assertTrue(tables.contains("screening_run"), tables.toString());
        for (Object table : tables) {
            assertEquals(
                    List.of(0L),
                    Database.queryAsSuperuser(
                            "select count(*) from \"%s\" r where r::text like '%%%s%%' or r::text like '%%%s%%'"
                                    .formatted(table, asked, bytes)),
                    table.toString());
        }
    }
}
