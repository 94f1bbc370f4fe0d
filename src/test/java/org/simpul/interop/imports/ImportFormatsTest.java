package org.simpul.interop.imports;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.testing.Drafts;
import org.simpul.testing.Drafts.Draft;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class ImportFormatsTest extends HubTest {
    private static final String XML = "application/xml";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ROWS =
            """
            date,amount,currency,from_account,from_type,from_scope,to_account,to_type,to_scope,channel,remark
            2026-01-05,150000,IDR,0012345678,BANK_ACCOUNT,ID:014,081234567890,E_WALLET,dompet-kita,QRIS,uang jajan
            """;

    @TestHTTPResource("/")
    URI hub;

    @Inject
    ImportLimits limits;

    @Inject
    ImportEvents events;

    private final Institution bank = Institutions.bank();
    private final Person investigator = bank.person(Role.INVESTIGATOR);
    private Draft draft;

    @BeforeEach
    void aDraft() {
        draft = Drafts.of(bank, investigator);
    }

    @AfterEach
    void noFileIsLeft() throws IOException {
        Path folder = limits.spoolFolder()
                .orElse(Path.of(
                        System.getProperty("java.io.tmpdir"), "simpul-imports-" + System.getProperty("user.name")));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void aReportFillsTheDraft() throws Exception {
        load(open("{}"), XML, report())
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("format", equalTo("GOAML"))
                .body("rows_read", equalTo(10))
                .body("summary.attachments_dropped", equalTo(1))
                .body("summary.subjects_added", equalTo(3))
                .body("summary.narrative_taken", equalTo(true))
                .body("summary.indicators_without_red_flag", contains("ESA-01", "ESA-07"));
        as(investigator)
                .get("/api/v1/referrals/" + draft.referral())
                .then()
                .statusCode(200)
                .body("version.subjects.name", contains(null, "Rangga Sastra", "CV Sinar Rangga Jaya"))
                .body("version.subjects.protected", contains(true, false, false))
                .body("version.subjects.age_band", contains("AGE_13_17", "ADULT", "UNKNOWN"))
                .body("version.subjects[1].roles", contains("ACCOUNT_HOLDER"))
                .body("version.subjects[2].roles", contains("ACCOUNT_HOLDER"))
                .body("version.statutory_report.reference", equalTo("BA/LTKM/2026/0173"))
                .body("version.statutory_report.reporter", equalTo("1014"))
                .body("version.narrative", containsString("Rekening dipantau"));
        String seen = as(investigator)
                .get("/api/v1/referrals/" + draft.referral() + "/transactions?page_size=200")
                .asString();
        assertFalse(seen.contains("5550001111") || seen.contains("Melati"), seen);
        assertTrue(seen.contains("PROTECTED"));
    }

    @Test
    void aChildInAReportStandsNowhereInClear() throws Exception {
        String told = report().replace("sebagian dari rekening seorang anak", "sebagian dari Melati Kirana");
        load(open("{}"), XML, told).body("status", equalTo("PUBLISHED"));
        for (String table : List.of(
                "referral_version",
                "referral_subject",
                "referral_identifier",
                "referral_transaction",
                "import_row",
                "import_run",
                "import_error")) {
            for (String word : List.of("Melati", "5550001111", "2012-08-17")) {
                assertEquals(
                        0,
                        Drafts.count(
                                "from " + table + " t where owner = ? and row_to_json(t)::text ilike '%' || ? || '%'",
                                bank.id(),
                                word),
                        () -> word + " stands in " + table);
            }
        }
        assertEquals(0, Drafts.count("from audit_entry t where row_to_json(t)::text ilike '%Melati%'"));
    }

    @Test
    void ofAReportWithOneFaultNothingIsTaken() throws Exception {
        String file = report().replaceFirst("<amount_local>90000<", "<amount_local>1e400<");
        String run = open("{}");
        load(run, XML, file)
                .statusCode(200)
                .body("status", equalTo("FAILED"))
                .body("failure", equalTo("rows_refused"))
                .body("errors.row_number", contains(10))
                .body("errors.field", contains("amount"))
                .body("errors.code", contains("invalid_amount"))
                .body("errors.element", contains("/report/transaction[10]/amount_local"));
        untouched();
    }

    @Test
    void whatSomebodyHasWrittenStaysAndThoseWhoAreThereAreNotAddedAgain() throws Exception {
        Drafts.execute("update referral_version set narrative = 'Own words.' where id = ?", draft.version());
        load(open("{}"), XML, report()).body("summary.narrative_taken", equalTo(false));
        load(open("{}"), XML, report())
                .body("status", equalTo("PUBLISHED"))
                .body("summary.subjects_added", equalTo(0))
                .body("summary.subjects_known", equalTo(3));
        as(investigator)
                .get("/api/v1/referrals/" + draft.referral())
                .then()
                .body("version.narrative", equalTo("Own words."))
                .body("version.subjects.size()", equalTo(3));
    }

    @Test
    void aNumberThatSomebodyHasInTheOpenKeepsAReportOutThatGivesItToAChild() throws Exception {
        load(open("{}"), XML, report()).body("status", equalTo("PUBLISHED"));
        String tag =
                as(investigator).get("/api/v1/referrals/" + draft.referral()).header("ETag");
        as(investigator)
                .header("If-Match", tag)
                .body(
                        """
                        {"kind":"NATURAL_PERSON","roles":["MULE"],"age_band":"ADULT","name":"Somebody","remarks":null,
                        "identifiers":[{"type":"EMAIL","scope":"","value":"sari@surat.example"}]}""")
                .post("/api/v1/referrals/" + draft.referral() + "/subjects")
                .then()
                .statusCode(201);
        load(
                        open("{}"),
                        XML,
                        """
                        <report><activity><report_parties><report_party><person><first_name>Melati</first_name>
                        <last_name>Kirana</last_name><email>sari@surat.example</email></person></report_party>
                        </report_parties></activity></report>""")
                .body("status", equalTo("FAILED"))
                .body("errors.code", contains("shared_with_protected"));
    }

    @Test
    void anAccountThatTheDraftTellsOpenlyKeepsAReportOutThatProtectsIt() throws Exception {
        String tag =
                as(investigator).get("/api/v1/referrals/" + draft.referral()).header("ETag");
        as(investigator)
                .header("If-Match", tag)
                .body(
                        """
                        {"kind":"NATURAL_PERSON","roles":["MULE"],"age_band":"ADULT","name":"Somebody","remarks":null,
                        "identifiers":[{"type":"BANK_ACCOUNT","scope":"ID:014","value":"5550001111"}]}""")
                .post("/api/v1/referrals/" + draft.referral() + "/subjects")
                .then()
                .statusCode(201);
        load(open("{}"), XML, report())
                .body("status", equalTo("FAILED"))
                .body("errors.code", contains("shared_with_protected"));
        assertEquals(0, Drafts.count("from referral_transaction where version_id = ?", draft.version()));
        assertEquals(1, Drafts.count("from referral_subject where version_id = ?", draft.version()));
    }

    @Test
    void aStatementBecomesTransactions() throws Exception {
        load(
                        open("{\"format\": \"ISO_20022\"}"),
                        XML,
                        Files.readString(Path.of("src/test/resources/iso20022/camt053.xml")))
                .body("status", equalTo("PUBLISHED"))
                .body("format", equalTo("ISO_20022"))
                .body("rows_read", equalTo(4));
        assertEquals(
                2,
                Drafts.count(
                        "from referral_transaction where version_id = ? and from_value = '9901234567' and from_scope ="
                                + " 'ID:014' and to_type = 'E_WALLET' and to_scope = 'dompetwijaya'",
                        draft.version()));
    }

    @Test
    void aFileOfAnotherFormatThanWasToldIsRefused() throws Exception {
        load(open("{\"format\": \"GOAML\"}"), "text/csv", ROWS).body("failure", equalTo("format_differs"));
        load(open("{\"format\": \"ISO_20022\"}"), XML, report()).body("failure", equalTo("format_differs"));
        load(open("{}"), XML, "<other/>").body("failure", equalTo("unknown_message"));
        load(open("{}"), XML, "<!DOCTYPE report [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><report>&x;</report>")
                .body("failure", equalTo("doctype_refused"))
                .body("errors.code", contains("doctype_refused"));
        load(open("{}"), XLSX, "no workbook").body("failure", equalTo("malformed_xlsx"));
        as(investigator)
                .contentType("application/pdf")
                .body(new byte[] {1})
                .put(open("{}") + "/content")
                .then()
                .statusCode(415);
        untouched();
    }

    @Test
    void theTemplatesImportThemselves() {
        for (String language : List.of("id", "en")) {
            byte[] csv = template("transactions.csv", "text/csv", language);
            assertTrue(
                    new String(csv, StandardCharsets.UTF_8).startsWith(language.equals("id") ? "tanggal," : "date,"));
            load(open("{}"), "text/csv", csv).body("status", equalTo("PUBLISHED"));
            load(open("{}"), XLSX, template("transactions.xlsx", XLSX, language))
                    .body("status", equalTo("PUBLISHED"))
                    .body("format", equalTo("XLSX"));
        }
        assertEquals(4, Drafts.count("from referral_transaction where version_id = ?", draft.version()));
    }

    @Test
    void theFaultsAreTakenAwayAsAListInTheFormatThatIsAskedFor() {
        String run = open("{}");
        load(
                run,
                "text/csv",
                ROWS + ROWS.lines().skip(1).findFirst().orElseThrow().replace("IDR", "QQQ") + "\n");
        String csv = as(investigator)
                .accept("text/csv")
                .header("Accept-Language", "en")
                .get(run + "/errors")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"errors.csv\"")
                .extract()
                .asString();
        assertEquals(
                List.of("row_number,field,element,code,message", "3,currency,,unknown_currency"),
                csv.lines()
                        .map(line -> line.replaceFirst(",\"?Use a code.*", ""))
                        .toList());
        byte[] book = as(investigator).accept(XLSX).get(run + "/errors").asByteArray();
        assertEquals('P', book[0]);
        as(investigator)
                .get(run + "/errors")
                .then()
                .contentType(ContentType.JSON)
                .body("items.size()", equalTo(1));
        Person stranger = Institutions.bank().person(Role.INVESTIGATOR);
        as(stranger).accept("text/csv").get(run + "/errors").then().statusCode(404);
    }

    @Test
    void equalRowsAreCountedAndAnUnknownCurrencyOfTheMappingIsRefused() {
        load(open("{}"), "text/csv", ROWS + ROWS.lines().skip(1).findFirst().orElseThrow() + "\n")
                .body("status", equalTo("PUBLISHED"))
                .body("summary.rows_repeated", equalTo(1));
        load(
                        open("{\"mapping\": {\"duplicates\": \"REFUSE\"}}"),
                        "text/csv",
                        ROWS + ROWS.lines().skip(1).findFirst().orElseThrow() + "\n")
                .body("status", equalTo("FAILED"))
                .body("errors.code", contains("duplicate_row"));
        as(investigator)
                .body("{\"mapping\": {\"currency\": \"QQQ\"}}")
                .post(imports())
                .then()
                .statusCode(400)
                .body("violations.code", contains("unknown_currency"));
    }

    @Test
    void whoeverWatchesSeesTheImportGoOnToItsEnd() throws Exception {
        String run = open("{}");
        List<String> seen = new ArrayList<>();
        Thread watcher = new Thread(() -> seen.addAll(watch(investigator, run)));
        watcher.start();
        until(() ->
                Drafts.count("from audit_entry where act = 'import.watched' and object_id = ?::uuid", id(run)) == 1);
        load(run, "text/csv", ROWS).body("status", equalTo("PUBLISHED"));
        watcher.join(Duration.ofSeconds(30).toMillis());
        assertTrue(seen.get(0).contains("\"OPEN\""), seen::toString);
        assertTrue(seen.get(seen.size() - 1).contains("\"PUBLISHED\""), seen::toString);
        assertEquals(
                1,
                Drafts.count("from audit_entry where act = 'import.watched' and object_id = ?::uuid", id(run)),
                "audited once, at the opening");
    }

    @Test
    void aFinishedImportIsShownOnceAndHiddenOnesAreAbsent() {
        String run = open("{}");
        load(run, "text/csv", ROWS);
        assertEquals(1, watch(investigator, run).size());
        Person stranger = Institutions.bank().person(Role.INVESTIGATOR);
        String hidden = as(stranger)
                .accept("text/event-stream")
                .get(run + "/events")
                .then()
                .statusCode(404)
                .extract()
                .asString();
        String absent = as(stranger)
                .accept("text/event-stream")
                .get("/api/v1/referrals/" + draft.version() + "/imports/" + draft.version() + "/events")
                .then()
                .statusCode(404)
                .extract()
                .asString();
        assertEquals(masked(absent), masked(hidden));
    }

    @Test
    void aStreamEndsWhenItsReaderMayNotReadAnyMoreAndNobodyHasTooMany() throws Exception {
        String run = open("{}");
        List<Thread> watchers = new ArrayList<>();
        for (int i = 0; i < limits.watchersPerPerson(); i++) {
            Thread watcher = new Thread(() -> watch(investigator, run));
            watcher.start();
            watchers.add(watcher);
        }
        UUID person = Drafts.id(investigator);
        until(() -> events.watching(person) == limits.watchersPerPerson());
        as(investigator)
                .accept("text/event-stream")
                .get(run + "/events")
                .then()
                .statusCode(409)
                .body("violations.code", contains("too_many_streams"));
        Institutions.setStatus(bank, "SUSPENDED");
        for (Thread watcher : watchers) {
            watcher.join(Duration.ofSeconds(30).toMillis());
            assertFalse(watcher.isAlive(), "a stream goes on for a suspended institution");
        }
    }

    @Test
    void aStreamEndsWithTheTokenAndWithTheRole() throws Exception {
        String run = open("{}");
        UUID person = Drafts.id(investigator);
        // still taken by the leeway for clocks that differ
        String ending = Tokens.of(investigator, Duration.ofSeconds(-2), "hub-api");
        Thread late = new Thread(() -> given().header("Authorization", "Bearer " + ending)
                .accept("text/event-stream")
                .get(run + "/events"));
        late.start();
        late.join(Duration.ofSeconds(30).toMillis());
        assertFalse(late.isAlive(), "a stream goes on after its token");
        Thread watcher = new Thread(() -> watch(investigator, run));
        watcher.start();
        until(() -> events.watching(person) == 1);
        Drafts.execute("update participant set allowed_roles = array['participant-admin'] where id = ?", bank.id());
        watcher.join(Duration.ofSeconds(30).toMillis());
        assertFalse(watcher.isAlive(), "a stream goes on for who has lost the role");
        until(() -> events.watching(person) == 0);
    }

    @Test
    void onceTheFileHasComeWhollyTheImportGoesOnWithoutItsSender() throws Exception {
        String csv = open("{}");
        sendAndLeave(csv, "text/csv", ROWS.getBytes(StandardCharsets.UTF_8), ROWS.length());
        ends(csv, "PUBLISHED");
        String xml = open("{}");
        byte[] report = report().getBytes(StandardCharsets.UTF_8);
        sendAndLeave(xml, XML, report, report.length);
        ends(xml, "PUBLISHED");
    }

    @Test
    void aSenderWhoBreaksOffLeavesNothing() throws Exception {
        String csv = open("{}");
        sendAndLeave(csv, "text/csv", ROWS.getBytes(StandardCharsets.UTF_8), ROWS.length() + 1_000);
        ends(csv, "FAILED");
        String xml = open("{}");
        byte[] report = report().getBytes(StandardCharsets.UTF_8);
        sendAndLeave(xml, XML, report, report.length + 1_000);
        ends(xml, "FAILED");
        as(investigator).get(xml).then().body("failure", equalTo("interrupted")).body("summary", nullValue());
        untouched();
    }

    private void ends(String run, String status) throws Exception {
        until(() -> {
            String now = as(investigator).get(run).then().extract().path("status");
            return now.equals("PUBLISHED") || now.equals("FAILED");
        });
        as(investigator).get(run).then().body("status", equalTo(status));
    }

    private void untouched() {
        as(investigator)
                .get("/api/v1/referrals/" + draft.referral())
                .then()
                .body("version.narrative", nullValue())
                .body("version.statutory_report", nullValue())
                .body("version.subjects.size()", equalTo(0));
        assertEquals(0, Drafts.count("from referral_transaction where version_id = ?", draft.version()));
        assertEquals(0, Drafts.count("from import_row where owner = ?", bank.id()));
        assertEquals(0, Drafts.count("from protected_subject where owner = ?", bank.id()));
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "it does not come to pass");
            Thread.onSpinWait();
        }
    }

    /** @return the data of each event, to the end of the stream */
    private static List<String> watch(Person person, String run) {
        String stream = as(person)
                .accept("text/event-stream")
                .get(run + "/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return stream.lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring(5))
                .toList();
    }

    private void sendAndLeave(String run, String type, byte[] body, int announced) throws Exception {
        String head = "PUT " + run + "/content HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                + "\r\nContent-Length: " + announced + "\r\nAuthorization: Bearer " + Tokens.of(investigator)
                + "\r\n\r\n";
        try (Socket socket = new Socket(hub.getHost(), hub.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            // what has not reached the hub neither goes on nor ends there
            until(() -> !as(investigator).get(run).path("status").equals("OPEN"));
        }
    }

    private static String report() throws IOException {
        return Files.readString(Path.of("src/test/resources/goaml/report.xml"));
    }

    private byte[] template(String name, String type, String language) {
        return as(investigator)
                .accept(type)
                .header("Accept-Language", language)
                .get("/api/v1/import-templates/" + name)
                .then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .extract()
                .asByteArray();
    }

    private String open(String command) {
        return as(investigator)
                .body(command)
                .post(imports())
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("https?://[^/]+", "");
    }

    private ValidatableResponse load(String run, String type, String file) {
        return load(run, type, file.getBytes(StandardCharsets.UTF_8));
    }

    private ValidatableResponse load(String run, String type, byte[] file) {
        return as(investigator)
                .contentType(type)
                .body(file)
                .put(run + "/content")
                .then();
    }

    private String imports() {
        return "/api/v1/referrals/" + draft.referral() + "/imports";
    }

    private static String id(String run) {
        return run.substring(run.lastIndexOf('/') + 1);
    }

    private static String masked(String problem) {
        return problem.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id");
    }
}
