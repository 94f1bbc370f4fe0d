package org.simpul.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;
import org.simpul.testing.Witnesses;
import org.simpul.tlog.Checkpoint;
import org.simpul.tlog.TilePath;
import org.simpul.tlog.TiledNodes;
import org.simpul.tlog.Tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The same as {@link TamperingTest}, through the running hub's answers and the command that members have. */
@QuarkusTest
class TamperedHubTest extends HubTest {
    private static final List<String> TABLES = List.of(
            "audit_entry",
            "audit_leaf",
            "audit_tile",
            "audit_batch",
            "audit_checkpoint",
            "audit_cosignature",
            "audit_cosigned");

    @Inject
    LogClock clock;

    @TempDir
    Path home;

    private final Institution bank = Institutions.bank();
    private final Person investigator = bank.person(Role.INVESTIGATOR);
    private Response answer;
    private long index;

    @BeforeEach
    void publish() throws Exception {
        answer = as(investigator).get("/api/v1/disclosures");
        assertEquals(200, answer.statusCode());
        do {
            clock.publish();
        } while (count("select count(*) from audit_pending") > 0 || count("select count(*) from audit_leaf") < 300);
        clock.ask();
        index = count(
                "select l.index from audit_leaf l join audit_entry e on e.id = l.entry_id where e.request_id = ?",
                answer.header("Request-Id"));
        Files.writeString(home.resolve("receipts"), answer.header("Audit-Leaf") + "\n");
        // no witness is asked for: what is found is found by what is held here
        Files.writeString(home.resolve("policy"), "log " + Witnesses.stolenKey().key() + "\nquorum none\n");
        superuser("drop schema if exists kept cascade", "create schema kept");
        for (String table : TABLES) {
            superuser("create table kept.%1$s as table %1$s".formatted(table));
        }
        assertEquals("OK", verifier("verify"));
    }

    @AfterEach
    void undo() throws SQLException {
        List<String> statements = new ArrayList<>(List.of("set session_replication_role = replica"));
        for (String table : TABLES) {
            statements.add(
                    "audit_entry".equals(table)
                            ? "delete from audit_entry where id in (select id from kept.audit_entry)"
                            : "delete from " + table);
            statements.add("insert into %1$s select * from kept.%1$s".formatted(table));
        }
        // what was recorded meanwhile waits for its leaf again
        statements.add(
                "insert into audit_pending select id from audit_entry e where not exists (select from audit_leaf l"
                        + " where l.entry_id = e.id) on conflict do nothing");
        statements.add("drop schema kept cascade");
        superuser(statements.toArray(String[]::new));
    }

    private static long count(String query, Object... values) {
        return ((Number) Database.queryAsSuperuser(query, values).get(0)).longValue();
    }

    private static void superuser(String... statements) throws SQLException {
        try (Connection connection = PostgresResource.superuser();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Makes tiles and checkpoint anew, as whoever holds the database and the key. */
    private static void signAnew() throws Exception {
        superuser("delete from audit_tile", "delete from audit_checkpoint", "delete from audit_cosignature");
        try (Connection connection = PostgresResource.superuser()) {
            long size = count("select count(*) from audit_leaf");
            for (long number = 0; (number + 1) * TilePath.FULL <= size; number++) {
                AuditSequencer.complete(connection, number);
            }
            TiledNodes nodes = new TiledNodes(new AuditTiles(connection), size);
            Checkpoint checkpoint =
                    new Checkpoint(Witnesses.stolenKey().key().name(), size, new Tree(nodes, size).root());
            Database.updateAsSuperuser(
                    "insert into audit_checkpoint (size, note, at) values (?, ?, now() - interval '1 hour')",
                    size,
                    checkpoint.signedBy(Witnesses.stolenKey()).toString());
        }
    }

    /** The first words of what the command says at last, in a process of its own. */
    private String verifier(String command, String... more) throws Exception {
        return verifierAt("seen", command, more);
    }

    private String verifierAt(String state, String command, String... more) throws Exception {
        List<String> line = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                "target/classes",
                                "org.simpul.tlog.Main",
                                command,
                                "--log",
                                RestAssured.baseURI + ":" + RestAssured.port + "/log",
                                "--policy",
                                home.resolve("policy").toString(),
                                "--state",
                                home.resolve(state).toString()),
                        Stream.of(more))
                .toList();
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), said);
        String[] last =
                said.strip().substring(said.strip().lastIndexOf('\n') + 1).split(" ", 3);
        Map<Integer, String> codes = Map.of(0, "OK", 3, "STALE", 10, "TAMPERED");
        assertEquals(codes.get(process.exitValue()), last[0], said);
        return last[0].equals("TAMPERED") ? last[1] : last[0];
    }

    private String mirrored() throws Exception {
        return verifier("mirror", "--into", home.resolve("mirror").toString());
    }

    private String entered() throws Exception {
        Response opened = as(investigator).accept("*/*").get("/log/entries/" + index);
        assertEquals(200, opened.statusCode());
        Files.writeString(home.resolve("entry"), opened.asString());
        return verifier("entry", home.resolve("entry").toString());
    }

    @Test
    void whatNobodyTamperedWithHolds() throws Exception {
        assertEquals("OK", mirrored());
        assertEquals("OK", entered());
        assertEquals("OK", verifier("receipts", home.resolve("receipts").toString()));
    }

    @Test
    void whatTheHubRecordedIsWrittenDownForAnotherHost() throws Exception {
        String id = Database.queryAsSuperuser(
                        "select id from audit_entry where request_id = ?", answer.header("Request-Id"))
                .get(0)
                .toString();
        String end = " " + id + " " + answer.header("Request-Id") + " " + answer.header("Audit-Leaf");
        assertEquals(
                1,
                Files.readAllLines(PostgresResource.entriesFile()).stream()
                        .filter(line -> line.endsWith(end))
                        .count());
    }

    @Test
    void anEditedLeafIsFoundByWhoeverMirrors() throws Exception {
        superuser("update audit_leaf set data = set_byte(data, 20, get_byte(data, 20) # 1) where index = " + index);
        assertTrue(Set.of("ENTRY", "TILE").contains(mirrored()));
    }

    @Test
    void aDeletedLeafIsFoundByWhoeverMirrors() throws Exception {
        superuser("delete from audit_leaf where index = " + index);
        assertTrue(Set.of("WITHHELD", "TILE").contains(mirrored()));
    }

    @Test
    void anEditedEntryIsFoundByWhoeverOpensIt() throws Exception {
        Database.updateAsSuperuser(
                "update audit_entry set payload = replace(payload, 'disclosure.listed', 'me.read')"
                        + " where request_id = ?",
                answer.header("Request-Id"));
        assertEquals("ENTRY", entered());
    }

    @Test
    void aLogThatIsRewrittenAndSignedAnewIsFoundByTheKeptCheckpointAlone() throws Exception {
        superuser("update audit_leaf set data = set_byte(data, 20, get_byte(data, 20) # 1) where index = 7");
        signAnew();
        assertEquals("OK", verifierAt("nothing-seen", "verify"));
        assertEquals("FORK", verifier("verify"));
        clock.publish();
        signAnew();
        assertEquals("REWRITTEN", verifier("verify"));
    }

    @Test
    void aTailThatIsCutIsFoundByTheKeptCheckpointAlone() throws Exception {
        superuser("delete from audit_leaf where index >= " + index);
        signAnew();
        assertEquals("OK", verifierAt("nothing-seen", "verify"));
        assertEquals("STALE", verifier("verify"));
        while (count("select count(*) from audit_leaf") <= count("select max(size) from kept.audit_checkpoint")) {
            clock.publish();
        }
        signAnew();
        assertEquals("REWRITTEN", verifier("verify"));
        assertEquals(
                "RECEIPT",
                verifierAt(
                        "nothing-seen-yet", "receipts", home.resolve("receipts").toString()));
    }

    @Test
    void everyColumnOfAnEntryIsInItsPayloadOrNamedHere() throws Exception {
        // what no leaf commits to by itself, and why
        Map<String, String> apart = Map.of(
                "payload", "what the leaf commits to",
                "nonce", "the key under which it does",
                "object_owner", "in the payload as a digest, object_owner_digest",
                "detail_key", "the key of the payload's digests: another one fits neither owner nor detail",
                "told", "whether whoever acted was handed the receipt, and may open the entry");
        Set<String> columns = new TreeSet<>();
        Database.queryAsSuperuser("select column_name from information_schema.columns"
                        + " where table_schema = 'public' and table_name = 'audit_entry'")
                .forEach(name -> columns.add(name.toString()));
        assertTrue(columns.containsAll(apart.keySet()));
        columns.removeAll(apart.keySet());
        as(investigator).get("/api/v1/referrals").then().statusCode(200);
        Institution agency = Institutions.agency();
        Institution overseer = Institutions.admit(ParticipantKind.SUPERVISOR);
        String matter = Desk.matter(agency);
        as(agency.person(Role.LE_OFFICER))
                .header("Case-Reference", matter)
                .get("/api/v1/matters")
                .then()
                .statusCode(200);
        as(overseer.person(Role.OVERSIGHT_AUDITOR))
                .get("/api/v1/audit-entries")
                .then()
                .statusCode(200);
        Set<String> payload = new TreeSet<>();
        for (Object row : Database.queryAsSuperuser(
                "select to_jsonb(e)::text from audit_entry e where participant_id in (?, ?, ?)",
                bank.id(),
                agency.id(),
                overseer.id())) {
            JsonNode entry = new ObjectMapper().readTree(row.toString());
            JsonNode committed =
                    new ObjectMapper().readTree(entry.get("payload").asText());
            for (String column : columns) {
                assertEquals(
                        text(column, entry.get(column)), committed.path(column).asText(""), column);
            }
            committed.fieldNames().forEachRemaining(payload::add);
        }
        assertTrue(payload.containsAll(columns), columns + " but " + payload);
    }

    /** A column as the payload writes it. */
    private static String text(String column, JsonNode value) {
        if (value.isArray()) {
            List<String> values = new ArrayList<>();
            value.forEach(one -> values.add(one.asText()));
            return String.join(" ", values);
        }
        if (column.equals("at")) {
            return OffsetDateTime.parse(value.asText()).toInstant().toString();
        }
        return value.isNull() ? "" : value.asText();
    }
}
