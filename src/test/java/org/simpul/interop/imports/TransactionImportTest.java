package org.simpul.interop.imports;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Role;
import org.simpul.access.SystemActor;
import org.simpul.safeguard.ProtectedDetails;
import org.simpul.safeguard.ProtectedSubjects;
import org.simpul.safeguard.ProtectedValue;
import org.simpul.testing.Drafts;
import org.simpul.testing.Drafts.Draft;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class TransactionImportTest extends HubTest {
    private static final String MAPPING =
            """
            {"mapping": {"columns": {"date": "time", "amount": "value", "from_account": "sourceNodeId",
              "to_account": "targetNodeId"}, "currency": "IDR", "account": {"type": "BANK_ACCOUNT", "scope": "ID:014"},
              "date_format": "DAYS_SINCE_BASE", "base_date": "2026-01-01", "account_digits": 10}}""";
    private static final String HEADER = "sourceNodeId,targetNodeId,value,time\n";
    private static final String TEMPLATE =
            """
            date,amount,currency,from_account,from_type,from_scope,to_account,to_type,to_scope,channel,remark
            2026-01-05,150000,IDR,0012345678,BANK_ACCOUNT,ID:014,081234567890,E_WALLET,dompet-kita,QRIS,uang jajan
            """;

    @TestHTTPResource("/")
    URI hub;

    @Inject
    SystemActor actor;

    @Inject
    ProtectedSubjects protectedSubjects;

    private final Institution bank = Institutions.bank();
    private final Person investigator = bank.person(Role.INVESTIGATOR);
    private Draft draft;

    @BeforeEach
    void aDraft() {
        draft = Drafts.of(bank, investigator);
    }

    @Test
    void aWholeFileIsPublishedInOneStep() {
        String run = open(MAPPING);
        load(run, HEADER + rows(1, 20_000))
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("rows_read", equalTo(20_000))
                .body("rows_failed", equalTo(0))
                .body("failure", nullValue())
                .body("finished_at", notNullValue());
        assertEquals(20_000, transactions());
        assertEquals(0, Drafts.count("from import_row where run_id = ?", id(run)));
        assertEquals(
                1,
                Drafts.count(
                        "from referral_transaction where version_id = ? and booked_on = date '2026-01-02' + 7"
                                + " and amount = 8.25 and currency = 'IDR' and from_value = '0000000009'"
                                + " and to_value = '0000020007' and from_scope = 'ID:014'",
                        draft.version()));
        assertEquals(
                1,
                Drafts.count(
                        "from referral_version where id = ? and ? = any (written_by)",
                        draft.version(),
                        Drafts.id(investigator)));
    }

    @Test
    void theTemplateNeedsNoMapping() {
        String run = open("{}");
        load(run, TEMPLATE).statusCode(200).body("status", equalTo("PUBLISHED"));
        assertEquals(1, transactions());
    }

    @Test
    void progressCanBeAskedForWhileTheFileIsStillComing() throws Exception {
        String run = open(MAPPING);
        CountDownLatch seen = new CountDownLatch(1);
        CompletableFuture<String> upload =
                CompletableFuture.supplyAsync(() -> upload(run, HEADER + rows(1, 6_000), seen, rows(6_001, 7_000)));
        try {
            long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            int read = 0;
            while (read < 5_000 && System.nanoTime() < until) {
                read = as(investigator)
                        .get(run)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("rows_read");
            }
            assertEquals(5_000, read);
            as(investigator).get(run).then().body("status", equalTo("RUNNING"));
            assertEquals(0, transactions());
        } finally {
            seen.countDown();
        }
        assertTrue(upload.get(30, TimeUnit.SECONDS).contains("\"PUBLISHED\""));
        assertEquals(7_000, transactions());
    }

    @Test
    void anInstitutionSendsTwoFilesAtATime() throws Exception {
        List<String> runs = List.of(open(MAPPING), open(MAPPING));
        String third = open(MAPPING);
        CountDownLatch gate = new CountDownLatch(1);
        List<CompletableFuture<String>> uploads = runs.stream()
                .map(run -> CompletableFuture.supplyAsync(
                        () -> upload(run, HEADER + rows(1, 6_000), gate, rows(6_001, 6_010)),
                        task -> new Thread(task).start()))
                .toList();
        try {
            long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (runs.stream()
                    .anyMatch(run -> !"RUNNING".equals(as(investigator).get(run).path("status")))) {
                assertTrue(System.nanoTime() < until, "they do not begin");
            }
            load(third, HEADER + rows(1, 10))
                    .statusCode(429)
                    .header("Retry-After", "10")
                    .body("type", endsWith("busy"))
                    .body("violations.code", contains("too_many_imports"));
            Institution other = Institutions.bank();
            Person another = other.person(Role.INVESTIGATOR);
            String elsewhere = imports(Drafts.of(other, another).referral());
            String run =
                    as(another).body(MAPPING).post(elsewhere).then().extract().header("Location");
            as(another)
                    .contentType("text/csv")
                    .body((HEADER + rows(1, 10)).getBytes(StandardCharsets.UTF_8))
                    .put(run + "/content")
                    .then()
                    .statusCode(200);
        } finally {
            gate.countDown();
        }
        for (CompletableFuture<String> upload : uploads) {
            upload.get(30, TimeUnit.SECONDS);
        }
        load(third, HEADER + rows(1, 10)).statusCode(200);
    }

    @Test
    void oneBrokenRowKeepsTheWholeFileOut() {
        String run = open(MAPPING);
        String file =
                HEADER + rows(1, 5_500) + "31,secret-account,12.5,1\n" + rows(5_502, 5_600) + "31,32,-77123.5,x\n";
        String answer = load(run, file)
                .statusCode(200)
                .body("status", equalTo("FAILED"))
                .body("failure", equalTo("rows_refused"))
                .body("rows_read", equalTo(5_601))
                .body("rows_failed", equalTo(2))
                .body("errors.row_number", contains(5_502, 5_602, 5_602))
                .body("errors.field", contains("to_account", "date", "amount"))
                .body("errors.code", contains("identifier_unsupported_character", "invalid_date", "negative_amount"))
                .body("errors.message", everyItem(not(emptyOrNullString())))
                .extract()
                .asString();
        assertTrue(!answer.contains("secret") && !answer.contains("77123"), "an answer quotes no cell");
        assertEquals(0, transactions());
        assertEquals(0, Drafts.count("from import_row where run_id = ?", id(run)));
        assertEquals(0, Drafts.count("from referral_version where id = ? and written_by <> '{}'", draft.version()));
    }

    @Test
    void aFailedImportSaysWhatToDoInTheLanguageAskedFor() {
        String run = open(MAPPING);
        load(run, HEADER + "31,=1+1,12.5,1\n")
                .body("message", startsWith("Perbaiki"))
                .body("errors[0].message", startsWith("Ekspor"));
        as(investigator)
                .header("Accept-Language", "en")
                .get(run)
                .then()
                .body("message", startsWith("Correct the rows"))
                .body("errors[0].message", startsWith("Export values"));
        as(investigator)
                .header("Accept-Language", "en")
                .get(run + "/errors")
                .then()
                .body("items[0].message", startsWith("Export values"));
    }

    @Test
    void aMendedFileGoesToANewImport() {
        String run = open("{}");
        load(run, TEMPLATE + "x\n").body("status", equalTo("FAILED"));
        load(run, TEMPLATE).statusCode(409);
        load(open("{}"), TEMPLATE).statusCode(200).body("status", equalTo("PUBLISHED"));
        assertEquals(1, transactions());
    }

    @Test
    void errorsAreListedInTheOrderOfTheFileAndTheRestIsCounted() {
        String run = open(MAPPING);
        load(run, HEADER + "1,2,x,1\n".repeat(6_000))
                .body("rows_failed", equalTo(6_000))
                .body("errors.size()", equalTo(20))
                .body("errors[0].row_number", equalTo(2));
        assertEquals(1_000, Drafts.count("from import_error where run_id = ?", id(run)));
        String token = as(investigator)
                .queryParam("page_size", 150)
                .get(run + "/errors")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(150))
                .body("items[149].row_number", equalTo(151))
                .extract()
                .path("next_page_token");
        as(investigator)
                .queryParam("page_token", token)
                .get(run + "/errors")
                .then()
                .body("items[0].row_number", equalTo(152));
    }

    @Test
    void formulasAndEncodedMediaAreRefused() {
        load(open("{}"), TEMPLATE.replace("uang jajan", "=HYPERLINK(A1)"))
                .body("status", equalTo("FAILED"))
                .body("errors.field", contains("remark"))
                .body("errors.code", contains("formula_cell"));
        load(open("{}"), TEMPLATE.replace("uang jajan", "\"data:image/png;base64,iVBORw0KGgo=\""))
                .body("status", equalTo("FAILED"))
                .body("errors.code", contains("no_media"))
                .body("errors[0].toString()", not(containsString("iVBOR")));
        assertEquals(0, transactions());
    }

    @Test
    void anotherEncodingAndAnUnusableHeaderAreRefused() {
        as(investigator)
                .contentType("text/csv")
                .body(TEMPLATE.replace("jajan", "jaj\u00e0n").getBytes(StandardCharsets.ISO_8859_1))
                .put(content(open("{}")))
                .then()
                .statusCode(200)
                .body("status", equalTo("FAILED"))
                .body("failure", equalTo("not_utf8"));
        load(open("{}"), TEMPLATE.replace("to_account", "payee"))
                .body("failure", equalTo("unusable_header"))
                .body("errors.row_number", contains(1))
                .body("errors.field", contains("to_account"))
                .body("errors.code", contains("missing_column"));
        assertEquals(0, transactions());
    }

    @Test
    void rowsOfAnotherWidthAreRefused() {
        load(open("{}"), TEMPLATE + TEMPLATE.lines().skip(1).findFirst().orElseThrow() + ",more\n")
                .body("status", equalTo("FAILED"))
                .body("errors.row_number", contains(3))
                .body("errors.code", contains("wrong_number_of_columns"));
    }

    @Test
    void aMappingThatCannotWorkIsRefused() {
        as(investigator)
                .body("{\"mapping\": {\"date_format\": \"DAYS_SINCE_BASE\"}}")
                .post(imports(draft.referral()))
                .then()
                .statusCode(400)
                .body("violations.field", contains("mapping.base_date"));
        as(investigator)
                .body("{\"mapping\": {\"columns\": {\"payee\": \"x\"}}}")
                .post(imports(draft.referral()))
                .then()
                .statusCode(400);
    }

    @Test
    void anotherBanksReferralIsTheSameAsNone() {
        String run = open("{}");
        Person stranger = Institutions.bank().person(Role.INVESTIGATOR, Role.COMPLIANCE_OFFICER);
        String absent = imports(UUID.randomUUID());
        String none = "/" + UUID.randomUUID();
        assertSame(
                as(stranger).body("{}").post(imports(draft.referral())).then(),
                as(stranger).body("{}").post(absent).then());
        assertSame(as(stranger).get(run).then(), as(stranger).get(absent + none).then());
        assertSame(
                as(stranger).get(run + "/errors").then(),
                as(stranger).get(absent + none + "/errors").then());
        assertSame(
                as(stranger)
                        .contentType("text/csv")
                        .body(TEMPLATE)
                        .put(content(run))
                        .then(),
                as(stranger)
                        .contentType("text/csv")
                        .body(TEMPLATE)
                        .put(content(absent + none))
                        .then());
        as(investigator).get(run).then().statusCode(200).body("status", equalTo("OPEN"));
    }

    @Test
    void onlyTheTeamAndTheComplianceOfficerImport() {
        Person colleague = bank.person(Role.INVESTIGATOR);
        as(colleague).body("{}").post(imports(draft.referral())).then().statusCode(403);
        Person officer = bank.person(Role.COMPLIANCE_OFFICER);
        as(officer).body("{}").post(imports(draft.referral())).then().statusCode(201);
    }

    @Test
    void aSealedVersionTakesNoImport() {
        String run = open("{}");
        Drafts.seal(draft);
        as(investigator).body("{}").post(imports(draft.referral())).then().statusCode(409);
        load(run, TEMPLATE).statusCode(409);
        assertEquals(0, transactions());
    }

    @Test
    void whatIsImportedAboutAProtectedSubjectIsMasked() {
        UUID subject = UUID.randomUUID();
        Drafts.execute(
                """
                insert into referral_subject (id, owner, version_id, position, kind, roles, is_protected, reference,
                  age_band)
                values (?, ?, ?, 0, 'NATURAL_PERSON', '{POSSIBLE_CHILD_VICTIM}', true, 'S-TEST', 'UNDER_13')
                """,
                subject,
                draft.owner(),
                draft.version());
        ProtectedDetails details = new ProtectedDetails(
                "Melati Putri", List.of(new ProtectedValue("E_WALLET", "dompet-kita", "+6281234567890")), null);
        actor.act("test", new Member(bank.id(), bank.alias(), bank.alias(), bank.kind()), () -> {
            protectedSubjects.store(draft.version(), draft.owner(), subject, details);
            return null;
        });
        load(open("{}"), TEMPLATE.replace("uang jajan", "untuk MELATI  Putri ya"))
                .body("status", equalTo("PUBLISHED"));
        assertEquals(
                1,
                Drafts.count(
                        "from referral_transaction where version_id = ? and to_type = 'PROTECTED' and to_scope = ''"
                                + " and to_value = 'S-TEST' and from_value = '0012345678' and remark = 'untuk S-TEST ya'",
                        draft.version()));
    }

    @Test
    void eachStepLeavesItsEntry() {
        String published = open("{}");
        load(published, TEMPLATE);
        as(investigator).get(published);
        String failed = open("{}");
        load(failed, TEMPLATE + "x\n");
        assertEquals("import.opened import.published import.read", acts(published));
        assertEquals("import.opened import.failed", acts(failed));
    }

    private String open(String command) {
        return as(investigator)
                .body(command)
                .post(imports(draft.referral()))
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*" + imports(draft.referral()) + "/[0-9a-f-]{36}"))
                .body("status", equalTo("OPEN"))
                .body("errors", empty())
                .extract()
                .header("Location")
                .replaceFirst("https?://[^/]+", "");
    }

    private ValidatableResponse load(String run, String file) {
        return as(investigator)
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .put(content(run))
                .then();
    }

    /** Sends the first part, and the rest only when the gate has been opened. */
    private String upload(String run, String first, CountDownLatch gate, String rest) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) hub.resolve(content(run)).toURL().openConnection();
            connection.setRequestMethod("PUT");
            connection.setRequestProperty("Authorization", "Bearer " + Tokens.of(investigator));
            connection.setRequestProperty("Content-Type", "text/csv");
            connection.setDoOutput(true);
            connection.setChunkedStreamingMode(0);
            try (OutputStream body = connection.getOutputStream()) {
                body.write(first.getBytes(StandardCharsets.UTF_8));
                body.flush();
                if (!gate.await(40, TimeUnit.SECONDS)) {
                    throw new IOException("nobody opened the gate");
                }
                body.write(rest.getBytes(StandardCharsets.UTF_8));
            }
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long transactions() {
        return Drafts.count("from referral_transaction where version_id = ?", draft.version());
    }

    private static String acts(String run) {
        return (String) Drafts.value(
                "select string_agg(act, ' ' order by id) from audit_entry where object_kind = 'IMPORT' and object_id = ?",
                id(run));
    }

    private static void assertSame(ValidatableResponse others, ValidatableResponse absent) {
        assertEquals(404, others.extract().statusCode());
        assertEquals(404, absent.extract().statusCode());
        assertEquals(normalised(absent), normalised(others));
    }

    /** The request's own id stands in each answer. */
    private static String normalised(ValidatableResponse answer) {
        return answer.extract().asString().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id");
    }

    private static String imports(UUID referral) {
        return "/api/v1/referrals/" + referral + "/imports";
    }

    private static String content(String run) {
        return run + "/content";
    }

    private static UUID id(String run) {
        return UUID.fromString(run.substring(run.lastIndexOf('/') + 1));
    }

    /** Rows of the shape of AMLSim's transactions: two account numbers, an amount, a day. */
    private static String rows(int first, int last) {
        StringBuilder rows = new StringBuilder();
        for (int i = first; i <= last; i++) {
            rows.append(i + 1).append(',').append(19_999 + i).append(',');
            rows.append(i).append(".25,").append(i % 100).append('\n');
        }
        return rows.toString();
    }
}
