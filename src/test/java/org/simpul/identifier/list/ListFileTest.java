package org.simpul.identifier.list;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A file goes into the draft of a list: all of it or its sound rows, as was chosen before it was sent. */
@QuarkusTest
class ListFileTest extends HubTest {
    /** As many more as is asked for: {@code -Dsimpul.list.copies=1000000 -Dsimpul.durable=true}, then in batches as in production. */
    private static final int COPIES = Integer.getInteger("simpul.list.copies", 5_000);

    @Inject
    ListClock clock;

    private ListSteps list;

    @BeforeEach
    void begin() {
        list = ListSteps.to(Institutions.bank());
    }

    private String open(String operation, String onError) {
        return as(list.analyst)
                .body(Map.of(
                        "operation",
                        operation,
                        "on_error",
                        onError,
                        "defaults",
                        Map.of("type", "BANK_ACCOUNT", "scope", "ID:014")))
                .post(list.path() + "/imports")
                .then()
                .statusCode(201)
                .body("status", equalTo("OPEN"))
                .extract()
                .path("id");
    }

    private ValidatableResponse send(String run, String type, String file) {
        return as(list.analyst)
                .contentType(type)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .put(list.path() + "/imports/" + run + "/content")
                .then();
    }

    private ValidatableResponse csv(String onError, String file) {
        return send(open("ADD", onError), "text/csv", file).statusCode(200);
    }

    private ValidatableResponse findings(ValidatableResponse run) {
        return as(list.analyst)
                .get(list.path() + "/imports/" + run.extract().path("id") + "/findings")
                .then()
                .statusCode(200);
    }

    private void holds(int entries) {
        list.read(list.analyst).body("workings.entries", equalTo(entries));
    }

    private static String accounts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ListSteps.account() + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void aSoundFileIsStoredAcrossItsBatches() {
        csv("REJECT_ALL", "value\n" + accounts(11))
                .body("status", equalTo("STORED"))
                .body("rows_read", equalTo(11))
                .body("rows_stored", equalTo(11))
                .body("rows_refused", equalTo(0));
        holds(11);
    }

    @Test
    void eachColumnIsTakenAndTheDefaultsHoldForWhatIsLeftOut() {
        csv(
                        "REJECT_ALL",
                        "type,scope,value,confidence,source_grade,information_grade,valid_from,valid_until,decay,typology_code\n"
                                + "PHONE,,0812-7700-0001,90,1,B,2026-01-01,2099-01-01T00:00:00Z,year,LSAC-01\n"
                                + ",,7700000000,,,,,,,\n")
                .body("status", equalTo("STORED"));
        assertEquals(
                List.of(
                        "BANK_ACCOUNT ID:014 7700000000 50 - - - - - -",
                        "PHONE  +6281277000001 90 RELIABLE B 2026-01-01 2099-01-01 year LSAC-01"),
                Database.queryAsSuperuser(
                        """
                        select concat_ws(' ', type, scope, value, confidence, coalesce(source_grade, '-'),
                          coalesce(information_grade, '-'), coalesce(valid_from::date::text, '-'),
                          coalesce(valid_until::date::text, '-'), coalesce(decay, '-'), coalesce(typology_code, '-'))
                        from list_entry where list_id = ? order by type""",
                        UUID.fromString(list.id)));
    }

    @Test
    void oneWrongRowRefusesAllWhenThatWasChosenAndIsNamed() {
        ValidatableResponse run = csv("REJECT_ALL", "value\n" + accounts(7) + "not an account\n" + accounts(3))
                .body("status", equalTo("REFUSED"))
                .body("failure", equalTo("rows_refused"))
                .body("rows_read", equalTo(11))
                .body("rows_refused", equalTo(1))
                .body("rows_stored", equalTo(0));
        findings(run)
                .body("items.row_number", contains(9))
                .body("items.field", contains("identifier.value"))
                .body("items.code", contains("identifier_unsupported_character"))
                .body("items.severity", contains("ERROR"));
        holds(0);
    }

    @Test
    void theSoundRowsStayWhenThatWasChosen() {
        ValidatableResponse run = csv(
                        "KEEP_VALID",
                        "value,confidence\n" + ListSteps.account() + ",10\n" + ListSteps.account() + ",101\n"
                                + ListSteps.account() + ",many\n\u0667700000000,1\n77\u200b00000000,1\n,1\n"
                                + "1".repeat(600) + ",1\nonly one cell\n" + ListSteps.account() + ",20\n")
                .body("status", equalTo("STORED"))
                .body("rows_refused", equalTo(7))
                .body("rows_stored", equalTo(2));
        findings(run)
                .body("items.row_number", contains(3, 4, 5, 6, 7, 8, 9))
                .body(
                        "items.code",
                        contains(
                                "out_of_range",
                                "unknown_value",
                                "identifier_unsupported_character",
                                "identifier_unsupported_character",
                                "identifier_empty",
                                "identifier_too_long",
                                "wrong_number_of_columns"));
        holds(2);
    }

    /** Kinds of bad values, each as a row of type, scope and value, and the code that it is refused by. */
    private static Stream<Arguments> badRows() {
        String address = "CRYPTO_ADDRESS,btc,1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
        return Stream.of(
                arguments(address.replace("1A1", "1\u04101"), "identifier_unsupported_character"),
                arguments("EMAIL,,s\u043emeone@example.com", "identifier_unsupported_character"),
                arguments("USERNAME,telegr\u0430m,someone", "identifier_unknown_scope"),
                arguments("NATIONAL_ID,SG,\u04051234567D", "identifier_unsupported_character"),
                arguments(address.replace("QG", "Q\u200bG"), "identifier_unsupported_character"),
                arguments(address.replace("QG", "Q\u202eG"), "identifier_unsupported_character"),
                arguments(address.replace("fNa", "fNb"), "identifier_checksum"),
                arguments("IBAN,,GB82WEST12345698765433", "identifier_checksum"),
                arguments("CRYPTO_ADDRESS,bch,qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6q", "identifier_checksum"),
                arguments(address + "1".repeat(600), "identifier_too_long"),
                arguments(address + "1".repeat(60), "identifier_malformed"),
                arguments("CRYPTO_ADDRESS,btc,", "identifier_empty"),
                arguments("CRYPTO_ADDRESS,btc,\u00a0", "identifier_empty"));
    }

    @ParameterizedTest
    @MethodSource("badRows")
    void aBadValueIsToldByItsRowAndTheOthersStayOrGoAsWasChosen(String row, String code) {
        String file = "type,scope,value\n,," + ListSteps.account() + "\n" + row + "\n,," + ListSteps.account() + "\n";
        for (String onError : List.of("REJECT_ALL", "KEEP_VALID")) {
            boolean kept = onError.equals("KEEP_VALID");
            ValidatableResponse run = csv(onError, file)
                    .body("status", equalTo(kept ? "STORED" : "REFUSED"))
                    .body("rows_read", equalTo(3))
                    .body("rows_refused", equalTo(1))
                    .body("rows_stored", equalTo(kept ? 2 : 0));
            findings(run).body("items.row_number", contains(3)).body("items.code", contains(code));
            holds(kept ? 2 : 0);
        }
    }

    /** Other scripts are right there: what looks alike is another name, and is never found as the one that it imitates. */
    @Test
    void aDomainAndAUserNameInMixedScriptsAreOthers() {
        csv(
                        "REJECT_ALL",
                        "type,scope,value\nDOMAIN,,p\u0430ypal.example\nDOMAIN,,paypal.example\n"
                                + "USERNAME,telegram,s\u043eme\nUSERNAME,telegram,some\n")
                .body("rows_stored", equalTo(4))
                .body("rows_repeated", equalTo(0));
        holds(4);
    }

    @Test
    void aFileThatStopsInTheMiddleIsToldByRow() {
        String broken =
                "value,decay\n" + ListSteps.account() + ",\n" + ListSteps.account() + ",\n\"" + ListSteps.account();
        ValidatableResponse kept =
                csv("KEEP_VALID", broken).body("status", equalTo("STORED")).body("failure", equalTo("malformed_csv"));
        findings(kept).body("items.row_number", contains(4)).body("items.code", contains("malformed_csv"));
        holds(2);
        ValidatableResponse refused = csv("REJECT_ALL", broken).body("status", equalTo("REFUSED"));
        findings(refused).body("items.row_number", contains(4));
        csv("REJECT_ALL", "value\n").body("failure", equalTo("no_rows"));
        csv("REJECT_ALL", "account\n1\n").body("failure", equalTo("unusable_header"));
        holds(2);
    }

    @Test
    void manyCopiesOfOneValueAreOne() {
        String account = ListSteps.account();
        String grouped = account.substring(0, 4) + " " + account.substring(4);
        for (String onError : List.of("REJECT_ALL", "KEEP_VALID")) {
            boolean first = onError.equals("REJECT_ALL");
            csv(onError, "value\n" + (account + "\n" + grouped + "\n").repeat(COPIES / 2))
                    .body("status", equalTo("STORED"))
                    .body("rows_read", equalTo(COPIES))
                    .body("rows_stored", equalTo(first ? 1 : 0))
                    .body("rows_repeated", equalTo(first ? COPIES - 1 : COPIES));
            holds(1);
        }
    }

    @Test
    void aListHoldsNoMoreThanItMay() {
        // as if so many stood on it already
        int before = 9_999_988;
        Database.updateAsSuperuser(
                "update identifier_list set entries = ? where id = ?", before, UUID.fromString(list.id));
        String twelve = accounts(12);
        ValidatableResponse all = csv("REJECT_ALL", "value\n" + twelve + accounts(1))
                .body("status", equalTo("REFUSED"))
                .body("failure", equalTo("list_full"));
        findings(all).body("items.row_number", contains(14));
        holds(before);
        csv("KEEP_VALID", "value\n" + twelve + twelve.substring(0, 13) + accounts(3))
                .body("status", equalTo("STORED"))
                .body("rows_stored", equalTo(12))
                .body("failure", equalTo("list_full"));
        holds(before + 12);
        list.add(List.of(ListSteps.entry(ListSteps.account())))
                .statusCode(400)
                .body("violations[0].code", equalTo("list_full"));
        holds(before + 12);
    }

    @Test
    void linesOfJsonAreTakenAsTheApiTakesThem() {
        String account = ListSteps.account();
        String file = "{\"identifier\":{\"type\":\"EMAIL\",\"value\":\"Someone@Example.com\"},\"confidence\":70}\n\n"
                + "{\"identifier\":{\"value\":\"" + account + "\"}}\n{\"identifier\":\n";
        ValidatableResponse run = send(open("ADD", "KEEP_VALID"), "application/x-ndjson", file)
                .statusCode(200)
                .body("rows_stored", equalTo(2));
        findings(run).body("items.row_number", contains(4)).body("items.code", contains("malformed_json"));
    }

    @Test
    void aFileTakesIdentifiersOffAList() {
        String gone = ListSteps.account();
        String kept = ListSteps.account();
        list.with(gone, kept);
        send(open("REMOVE", "REJECT_ALL"), "text/csv", "value\n" + gone + "\n" + ListSteps.account() + "\n")
                .statusCode(200)
                .body("rows_stored", equalTo(1))
                .body("rows_repeated", equalTo(1));
        holds(1);
    }

    @Test
    void whatStandsOnTheExclusionListIsToldByRow() {
        String excluded = ListSteps.account();
        as(list.supervisor)
                .body(Map.of("identifier", ListSteps.identifier(excluded), "reason", "CHARITY"))
                .post("/api/v1/exclusions")
                .then()
                .statusCode(201);
        ValidatableResponse run = csv("REJECT_ALL", "value\n" + accounts(6) + excluded + "\n")
                .body("rows_stored", equalTo(7))
                .body("rows_warned", equalTo(1));
        findings(run)
                .body("items.row_number", contains(8))
                .body("items.severity", contains("WARNING"))
                .body("items.code", contains("on_exclusion_list"));
    }

    @Test
    void anImportTakesOneFileAndNoneWhileTheDraftWaits() {
        String run = open("ADD", "REJECT_ALL");
        send(run, "text/csv", "value\n" + accounts(1)).statusCode(200);
        send(run, "text/csv", "value\n" + accounts(1))
                .statusCode(409)
                .body("violations[0].code", equalTo("import_not_open"));
        String late = open("ADD", "REJECT_ALL");
        list.handOver().statusCode(200);
        send(late, "text/csv", "value\n" + accounts(1))
                .statusCode(409)
                .body("violations[0].code", equalTo("list_not_open"));
        holds(1);
    }

    @Test
    void aRunWhoseReaderHasGoneIsEnded() {
        String run = open("ADD", "REJECT_ALL");
        Database.updateAsSuperuser(
                "update list_import set status = 'RUNNING', moved_at = now() - interval '2 days' where id = ?",
                UUID.fromString(run));
        clock.look();
        as(list.analyst)
                .get(list.path() + "/imports/" + run)
                .then()
                .body("status", equalTo("REFUSED"))
                .body("failure", equalTo("interrupted"));
    }
}
