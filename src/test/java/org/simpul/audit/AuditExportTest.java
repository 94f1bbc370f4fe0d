package org.simpul.audit;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;

import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Acts as files: bounded, marked, recorded, and whole. */
@QuarkusTest
class AuditExportTest extends HubTest {
    private static final String ALL = "/api/v1/audit-exports";
    private static final String OWN_PEOPLE = ALL + "/own-people";
    private static final String OWN_OBJECTS = ALL + "/own-objects";
    private static final Instant BEGINNING = Instant.now().minus(1, ChronoUnit.HOURS);

    private final Institution bank = Institutions.bank();
    private final Person overseer = bank.person(Role.PARTICIPANT_OVERSEER);
    private final Person auditor =
            Institutions.admit(ParticipantKind.SUPERVISOR).person(Role.OVERSIGHT_AUDITOR);
    private UUID investigator;

    @BeforeEach
    void signIn() {
        investigator = Drafts.id(bank.person(Role.INVESTIGATOR));
    }

    private static Response file(Person person, String path, Object... filter) {
        var request = as(person).accept("*/*");
        for (int i = 0; i < filter.length; i += 2) {
            request.queryParam(filter[i].toString(), filter[i + 1].toString());
        }
        return request.get(path);
    }

    private static List<CSVRecord> rows(Response answer) throws IOException {
        answer.then().statusCode(200);
        assertTrue(answer.contentType().startsWith("text/csv"), answer.contentType());
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser table = format.parse(new StringReader(answer.asString()))) {
            return table.getRecords();
        }
    }

    private static String exportId(Response answer) {
        return answer.header("Content-Disposition").replaceAll(".*acts-(.*)\\.(csv|ndjson).*", "$1");
    }

    @Test
    void eachRowBearsTheFileAndWhoTookItOut() throws IOException {
        new Entries(bank, investigator).act("taken.out").write(2);
        Response answer = file(overseer, OWN_PEOPLE, "from", BEGINNING, "act", "taken.out");
        List<CSVRecord> rows = rows(answer);
        assertEquals(2, rows.size());
        for (CSVRecord row : rows) {
            assertEquals(exportId(answer), row.get("export_id"));
            assertEquals(Drafts.id(overseer).toString(), row.get("exported_by"));
            assertEquals(investigator.toString(), row.get("person_id"));
        }
        assertEquals(
                List.of("audit.exported"),
                Database.queryAsSuperuser(
                        "select act from audit_entry where object_kind = 'AUDIT_EXPORT' and object_id = ?"
                                + " and person_id = ?",
                        UUID.fromString(exportId(answer)),
                        Drafts.id(overseer)));
    }

    @Test
    void linesHoldTheSame() {
        new Entries(bank, investigator).act("in.lines").write(2);
        Response answer = file(overseer, OWN_PEOPLE, "from", BEGINNING, "act", "in.lines", "format", "LINES");
        answer.then().statusCode(200).contentType("application/x-ndjson");
        String[] lines = answer.asString().split("\n");
        assertEquals(2, lines.length);
        for (String line : lines) {
            var row = io.restassured.path.json.JsonPath.from(line);
            assertEquals(exportId(answer), row.getString("export_id"));
            assertEquals(Drafts.id(overseer).toString(), row.getString("exported_by"));
            assertEquals("in.lines", row.getString("act"));
        }
    }

    @Test
    void noCellIsRunAsAFormula() throws IOException {
        new Entries(bank, investigator)
                .act("a.formula")
                .under(null, "=HYPERLINK(\"https://x\")")
                .write(1);
        List<CSVRecord> rows = rows(file(overseer, OWN_PEOPLE, "from", BEGINNING, "act", "a.formula"));
        assertEquals("'=HYPERLINK(\"https://x\")", rows.get(0).get("case_reference"));
    }

    @Test
    void aFileOfManyPortionsHasEachEntryOnceNewestFirst() throws IOException {
        Drafts.execute(
                """
                insert into audit_entry (id, at, person_id, actor, participant_id, roles, client, act, outcome, request_id,
                  payload, nonce, detail_key)
                select uuidv7(), now(), ?, 'person', ?, '{}', 'test', case when i <= 2400 then 'many.portions' else 'more' end,
                  'ALLOWED', 'r', '{}', decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex')
                from generate_series(1, 2501) i
                """,
                investigator,
                bank.id());
        List<String> ids = new ArrayList<>();
        rows(file(overseer, OWN_PEOPLE, "from", BEGINNING, "act", "many.portions"))
                .forEach(row -> ids.add(row.get("id")));
        assertEquals(2400, ids.size());
        assertEquals(2400, new HashSet<>(ids).size());
        assertEquals(ids.stream().sorted(java.util.Comparator.reverseOrder()).toList(), ids);

        file(overseer, OWN_PEOPLE, "from", BEGINNING)
                .then()
                .statusCode(400)
                .body("violations.field", contains("from"))
                .body("violations.code", contains("export_too_large"));
        file(auditor, ALL, "from", BEGINNING, "person_id", investigator).then().statusCode(400);
    }

    @Test
    void aFileHasABeginningAndAnEnd() throws IOException {
        file(overseer, OWN_PEOPLE)
                .then()
                .statusCode(400)
                .body("violations.field", contains("from"))
                .body("violations.code", contains("required"));
        file(overseer, OWN_PEOPLE, "from", Instant.now().minus(94, ChronoUnit.DAYS))
                .then()
                .statusCode(400)
                .body("violations.code", contains("export_too_long"));
        // what comes after now is not in it, so its own entry is not
        assertEquals(
                List.of(),
                rows(file(
                        overseer,
                        OWN_PEOPLE,
                        "from",
                        BEGINNING,
                        "to",
                        Instant.now().plusSeconds(60),
                        "act",
                        "audit.exported")));
    }

    @Test
    void takingOutIsRecordedOrDoesNotHappen() throws Exception {
        try (var database = PostgresResource.superuser();
                var statement = database.createStatement()) {
            statement.execute("revoke insert on audit_entry from simpul_app");
            try {
                file(overseer, OWN_PEOPLE, "from", BEGINNING).then().statusCode(503);
            } finally {
                statement.execute("grant insert on audit_entry to simpul_app");
            }
        }
    }

    @Test
    void nothingIsTakenOutUnwitnessed() {
        QuarkusMock.installMockForType(
                new WitnessGuard(null, null) {
                    @Override
                    public void requireWitnessed() {
                        throw Problem.of(ProblemType.NOT_WITNESSED);
                    }
                },
                WitnessGuard.class);
        for (Person person : List.of(overseer, auditor)) {
            file(person, person == auditor ? ALL : OWN_PEOPLE, "from", BEGINNING)
                    .then()
                    .statusCode(503);
        }
        as(overseer).get("/api/v1/audit-entries/own-people").then().statusCode(200);
    }

    @Test
    void anAuthorityTakesOutWhoActedOnWhatItOwns() throws IOException {
        Institution agency = Institutions.agency();
        UUID object = UUID.randomUUID();
        UUID analyst = Drafts.id(Institutions.fiu().person(Role.FIU_ANALYST));
        new Entries(Institutions.fiu(), analyst)
                .on("RFI", object, agency.id())
                .act("rfi.read")
                .write(1);
        List<CSVRecord> rows = rows(file(agency.person(Role.PARTICIPANT_OVERSEER), OWN_OBJECTS, "from", BEGINNING));
        assertEquals(1, rows.size());
        assertEquals("fiu", rows.get(0).get("participant"));
        assertEquals("", rows.get(0).get("request_id"));
        file(overseer, OWN_OBJECTS, "from", BEGINNING).then().statusCode(403);
        file(overseer, ALL, "from", BEGINNING).then().statusCode(403);
        file(auditor, OWN_PEOPLE, "from", BEGINNING).then().statusCode(403);
    }
}
