package org.simpul.audit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.access.SystemActor;
import org.simpul.casework.Desk;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Witnesses;
import org.simpul.tlog.AddCheckpoint;
import org.simpul.tlog.Checkpoint;
import org.simpul.tlog.Entry;
import org.simpul.tlog.Finding;
import org.simpul.tlog.Hash;
import org.simpul.tlog.Kept;
import org.simpul.tlog.Leaf;
import org.simpul.tlog.LogClient;
import org.simpul.tlog.Note;
import org.simpul.tlog.Proof;
import org.simpul.tlog.Receipts;
import org.simpul.tlog.TamperedException;
import org.simpul.tlog.TilePath;
import org.simpul.tlog.Verifier;
import org.simpul.tlog.Witness;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The running hub's log, in the hands of a member who believes the policy alone. */
@QuarkusTest
class PublishedLogTest extends HubTest {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @Inject
    LogClock clock;

    @Inject
    AuditLog audit;

    @Inject
    RequestId request;

    @Inject
    SystemActor actor;

    @TempDir
    Path state;

    private final Institution bank = Institutions.bank();
    private final Person investigator = bank.person(Role.INVESTIGATOR);
    private LogClient client;

    @BeforeEach
    void connect() {
        client = new LogClient(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/log"));
    }

    /** Until what waits has its leaf; then asks the witness. */
    private void publish() {
        LogSteps.publish();
        clock.ask();
    }

    private static long count(String query, Object... values) {
        return ((Number) Database.queryAsSuperuser(query, values).get(0)).longValue();
    }

    private Verifier verifier() {
        return new Verifier(Witnesses.policy(), client, new Kept(state));
    }

    private Checkpoint verified() throws IOException, TamperedException {
        return verify().checkpoint();
    }

    private Verifier.Verified verify() throws IOException, TamperedException {
        return verifier().verify(Instant.MIN, Instant.now());
    }

    private Response acted() {
        Response answer = as(investigator).get("/api/v1/disclosures");
        assertEquals(200, answer.statusCode());
        return answer;
    }

    private static List<String> leaves(Response answer) {
        return answer.headers().getValues("Audit-Leaf");
    }

    /** What the entries of a request commit to, out of the database. */
    private static List<String> recorded(Response answer) {
        String request = answer.header("Request-Id");
        List<Object> times =
                Database.queryAsSuperuser("select at from audit_entry where request_id = ? order by id", request);
        List<Object> nonces =
                Database.queryAsSuperuser("select nonce from audit_entry where request_id = ? order by id", request);
        List<Object> payloads =
                Database.queryAsSuperuser("select payload from audit_entry where request_id = ? order by id", request);
        List<String> leaves = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            leaves.add(Leaf.of(((Timestamp) times.get(i)).toInstant(), (byte[]) nonces.get(i), (String) payloads.get(i))
                    .hash()
                    .toString());
        }
        return leaves;
    }

    private static long indexOf(Response answer) {
        return count(
                "select l.index from audit_leaf l join audit_entry e on e.id = l.entry_id where e.request_id = ?",
                answer.header("Request-Id"));
    }

    private void holds(Checkpoint checkpoint, String... receipts) throws Exception {
        Verifier.Included included =
                verifier().includes(checkpoint, Receipts.parse(String.join("\n", receipts)), Instant.now());
        assertEquals(receipts.length, included.found());
    }

    private Response open(Person person, Object index) {
        return as(person).accept("*/*").get("/log/entries/" + index);
    }

    @Test
    void everyAnswerOfAProtectedOperationHandsOutWhatItRecorded() throws Exception {
        List<Response> answers = List.of(
                acted(),
                as(investigator).get("/api/v1/matters"),
                as(investigator).get("/api/v1/referrals/" + UUID.randomUUID()));
        assertEquals(
                List.of(200, 403, 404),
                answers.stream().map(Response::statusCode).toList());
        List<String> receipts = new ArrayList<>();
        for (Response answer : answers) {
            assertEquals(1, leaves(answer).size());
            assertEquals(recorded(answer), leaves(answer));
            receipts.addAll(leaves(answer));
        }
        publish();
        Checkpoint checkpoint = verified();
        holds(checkpoint, receipts.toArray(String[]::new));
        String never = Hash.leaf(new byte[] {7}).toString();
        TamperedException missing = assertThrows(TamperedException.class, () -> holds(checkpoint, never));
        assertEquals(Finding.RECEIPT, missing.finding());
    }

    @Test
    void whatIsRolledBackOrNotRecordedHasNoReceipt() {
        Response invalid = as(investigator).queryParam("page_size", "many").get("/api/v1/disclosures");
        assertEquals(400, invalid.statusCode());
        assertEquals(List.of(), leaves(invalid));
        Response anonymous = given().get("/api/v1/disclosures");
        assertEquals(401, anonymous.statusCode());
        assertEquals(List.of(), leaves(anonymous));
    }

    @Test
    void onlyWhatIsCommittedHasAReceipt() {
        Member member = new Member(bank.id(), bank.alias(), bank.alias(), bank.kind());
        Supplier<List<Hash>> act = () -> {
            audit.record(AuditAct.AUDIT_READ, AuditedObject.list("TEST"));
            return List.copyOf(request.trace().leaves());
        };
        assertThrows(
                IllegalStateException.class,
                () -> actor.act("test", member, () -> {
                    throw new IllegalStateException(act.get().toString());
                }));
        assertEquals(List.of(), request.trace().leaves());
        assertEquals(List.of(), actor.act("test", member, act));
        assertEquals(1, request.trace().leaves().size());
    }

    @Test
    void theLogOnlyGrowsAndAllOfItComesToItsRoot() throws Exception {
        acted();
        publish();
        Checkpoint before = verified();
        acted();
        publish();
        Verifier.Verified after = verify();
        assertTrue(after.checkpoint().size() > before.size());
        assertEquals(Set.of("asked"), after.cosigners().keySet());
        verifier().everything(after.checkpoint());
    }

    @Test
    void whoeverActedOpensTheEntryAndShowsThatTheLogHoldsIt() throws Exception {
        Response answer = acted();
        publish();
        Response opened = open(investigator, indexOf(answer));
        assertEquals(200, opened.statusCode());
        assertEquals("text/plain", opened.contentType().split(";")[0]);
        Entry entry = Entry.parse(opened.asString());
        assertEquals(leaves(answer), List.of(entry.leaf().hash().toString()));
        assertTrue(entry.payload().contains("\"act\":\"disclosure.listed\""), entry.payload());
        assertFalse(entry.payload().contains("\"object_owner\""), entry.payload());
        verifier().includes(verified(), entry);
        assertEquals(
                List.of("audit.opened"),
                Database.queryAsSuperuser(
                        "select act from audit_entry where request_id = ?", opened.header("Request-Id")));
        Person auditor = Institutions.admit(ParticipantKind.SUPERVISOR).person(Role.OVERSIGHT_AUDITOR);
        assertEquals(opened.asString(), open(auditor, entry.index()).asString());
    }

    @Test
    void whatOneMayNotOpenIsAsAbsent() {
        Response answer = acted();
        publish();
        List<Object> chance = Database.queryAsSuperuser("select max(index) from audit_leaf where entry_id is null");
        acted();
        clock.publish();
        String absent = refused(open(investigator, "99999999999"));
        assertEquals(absent, refused(open(bank.person(Role.COMPLIANCE_OFFICER), indexOf(answer))));
        assertEquals(absent, refused(open(investigator, chance.get(0))));
        Response misspelt = open(investigator, "007");
        assertEquals(absent, refused(misspelt));
        assertEquals(
                List.of("openAuditEntry of ENTRY"),
                Database.queryAsSuperuser(
                        "select act || ' of ' || object_kind from audit_entry where request_id = ?",
                        misspelt.header("Request-Id")));
        given().get("/log/entries/" + indexOf(answer)).then().statusCode(401);
        Database.updateAsSuperuser(
                "update audit_entry set detail_key = null where request_id = ?", answer.header("Request-Id"));
        assertEquals(absent, refused(open(investigator, indexOf(answer))));
    }

    private static Response search(Person officer, String matter, String address) {
        return Desk.under(matter, officer)
                .body(Map.of("identifier", Map.of("type", "EMAIL", "scope", "", "value", address)))
                .post("/api/v1/searches");
    }

    @Test
    void whatOneIsNotToldHasNoReceiptAndOpensForOverseersAlone() {
        Institution agency = Institutions.agency();
        Person officer = agency.person(Role.LE_OFFICER);
        String matter = Desk.matter(agency);
        Response ofAnother = search(officer, matter, "someone@agency.example");
        Response ofOneself = search(officer, matter, officer.login() + "@agency.example");
        assertEquals(200, ofOneself.statusCode());
        assertEquals(leaves(ofAnother).size(), leaves(ofOneself).size());
        assertEquals(leaves(ofAnother).size() + 1, recorded(ofOneself).size());
        publish();
        long index = LogSteps.first(
                        "e.act = 'subject.self-searched' and e.request_id = ?", ofOneself.header("Request-Id"))
                .orElseThrow();
        assertEquals(refused(open(officer, "99999999999")), refused(open(officer, index)));
        Person auditor = Institutions.admit(ParticipantKind.SUPERVISOR).person(Role.OVERSIGHT_AUDITOR);
        assertEquals(200, open(auditor, index).statusCode());
    }

    private static String refused(Response answer) {
        assertEquals(404, answer.statusCode());
        assertEquals(1, leaves(answer).size());
        return answer.asString().replace(answer.header("Request-Id"), "");
    }

    @Test
    void tilesAreServedAsTheStandardHasThem() {
        publish();
        publish();
        long size = count("select max(size) from audit_checkpoint");
        given().get("/log/checkpoint")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/plain"))
                .header("Cache-Control", equalTo("public, max-age=5"));
        while (size < TilePath.FULL) {
            publish();
            size = count("select max(size) from audit_checkpoint");
        }
        byte[] tile = given().get("/log/tile/0/000")
                .then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Cache-Control", equalTo(FOR_EVER))
                .extract()
                .asByteArray();
        assertEquals(TilePath.FULL * Hash.LENGTH, tile.length);
        assertEquals(
                TilePath.FULL * (2 + Leaf.LENGTH),
                given().get("/log/tile/entries/000").asByteArray().length);
        byte[] part = given().get("/log/tile/0/000.p/17")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=86400"))
                .extract()
                .asByteArray();
        assertEquals(17 * Hash.LENGTH, part.length);
        for (String none : List.of(
                "tile/0/x999/999",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/7/000.p/1",
                "tile/0/0",
                "tile/0/000.p/0",
                "tile/64/000",
                TilePath.of(0, (size - 1) / TilePath.FULL, size).full() + ".p/256")) {
            given().get("/log/" + none).then().statusCode(404);
        }
    }

    @Test
    void whatIsNotSignedYetIsNotServed() {
        publish();
        long size = count("select max(size) from audit_checkpoint");
        Database.updateAsSuperuser(
                "insert into audit_leaf (index, data) select ?, data from audit_leaf where index = 0", size);
        try {
            TilePath ahead = TilePath.of(0, size / TilePath.FULL, size + 1);
            given().get("/log/" + ahead).then().statusCode(404);
        } finally {
            Database.updateAsSuperuser("delete from audit_leaf where index = ?", size);
        }
    }

    @Test
    void proofsComeReady() throws Exception {
        Response answer = acted();
        publish();
        Checkpoint checkpoint = verified();
        long index = indexOf(answer);
        String[] proof = given().get("/log/inclusion/" + index).asString().split("\n\n", 2);
        List<String> lines = proof[0].lines().toList();
        assertEquals(List.of("c2sp.org/tlog-proof@v1", "index " + index), lines.subList(0, 2));
        List<Hash> path = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            path.add(Hash.parse(line));
        }
        assertEquals(checkpoint, Checkpoint.parse(Note.parse(proof[1])));
        assertTrue(
                Proof.includes(index, Hash.parse(leaves(answer).get(0)), checkpoint.size(), checkpoint.root(), path));
        acted();
        publish();
        AddCheckpoint grown = AddCheckpoint.parse(
                given().get("/log/consistency/" + checkpoint.size()).asByteArray());
        Checkpoint now = Checkpoint.parse(grown.checkpoint());
        assertTrue(Proof.grows(checkpoint.size(), checkpoint.root(), now.size(), now.root(), grown.proof()));
        for (String none : List.of("inclusion/" + now.size(), "consistency/" + (now.size() + 1), "inclusion/x")) {
            given().get("/log/" + none).then().statusCode(404);
        }
    }

    private String cosigned(Witness witness, byte[] note) throws Exception {
        Witness.Answer answer = witness.add(
                new AddCheckpoint(0, List.of(), Note.parse(note)).text().getBytes(StandardCharsets.UTF_8));
        assertEquals(200, answer.status());
        return Note.parse(note).text() + "\n" + answer.body();
    }

    private static int handIn(String lines) {
        return given().contentType("text/plain; charset=utf-8")
                .body(lines)
                .post("/log/cosignatures")
                .statusCode();
    }

    @Test
    void aWitnessThatLetsNobodyInHandsItsCosignatureIn() throws Exception {
        acted();
        clock.publish();
        byte[] newest = client.newest();
        String lines = cosigned(Witnesses.coming(state.resolve("coming")), newest);
        assertEquals(204, handIn(lines));
        assertEquals(204, handIn(lines));
        Verifier.Verified verified = verify();
        assertEquals(Set.of("coming"), verified.cosigners().keySet());
        assertEquals(Note.parse(newest).text(), verified.note().text());
        clock.ask();
        assertEquals(Set.of("asked", "coming"), verify().cosigners().keySet());
    }

    @Test
    void nobodyElsesSignatureIsKept() throws Exception {
        acted();
        clock.publish();
        byte[] newest = client.newest();
        assertEquals(403, handIn(cosigned(Witnesses.unknown(state.resolve("unknown")), newest)));
        Note foreign = new Checkpoint("hub.simpul.test/log", 3, Hash.leaf(new byte[0])).signedBy(Witnesses.stolenKey());
        byte[] forged = foreign.toString().getBytes(StandardCharsets.UTF_8);
        assertEquals(404, handIn(cosigned(Witnesses.coming(state.resolve("coming")), forged)));
        assertEquals(400, handIn("no checkpoint\n"));
        assertEquals(413, handIn("x".repeat(70_000)));
        assertEquals(new String(newest, StandardCharsets.UTF_8), new String(client.newest(), StandardCharsets.UTF_8));
    }

    @Test
    void verifiersAreShownWhatAQuorumHasCosigned() throws Exception {
        publish();
        Checkpoint shown = verified();
        acted();
        clock.publish();
        assertEquals(shown, verified());
        assertTrue(Checkpoint.parse(Note.parse(client.newest())).size() > shown.size());
        Database.updateAsSuperuser(
                "update audit_checkpoint set at = at - interval '16 minutes' where size > ?", shown.size());
        assertEquals(
                Finding.QUORUM,
                assertThrows(TamperedException.class, this::verified).finding());
        clock.ask();
        assertTrue(verified().size() > shown.size());
    }

    @Test
    void whatASuperuserEditsIsFoundByWhoeverMirrors() throws Exception {
        Response answer = acted();
        publish();
        publish();
        Checkpoint checkpoint = verified();
        long index = indexOf(answer);
        String flip = "update audit_leaf set data = set_byte(data, 20, 255 - get_byte(data, 20)) where index = ?";
        Database.updateAsSuperuser(flip, index);
        try {
            assertThrows(TamperedException.class, () -> verifier().everything(checkpoint));
        } finally {
            Database.updateAsSuperuser(flip, index);
        }
        verifier().everything(checkpoint);
    }

    @Test
    void aChangedEntryDoesNotFitItsLeaf() throws Exception {
        Response answer = acted();
        publish();
        Database.updateAsSuperuser(
                "update audit_entry set payload = replace(payload, 'disclosure.listed', 'disclosure.read')"
                        + " where request_id = ?",
                answer.header("Request-Id"));
        Entry entry = Entry.parse(open(investigator, indexOf(answer)).asString());
        Checkpoint checkpoint = verified();
        assertEquals(
                Finding.ENTRY,
                assertThrows(TamperedException.class, () -> verifier().includes(checkpoint, entry))
                        .finding());
    }

    @Test
    void anErasedEntryStaysProvableAndOpensToNobody() throws Exception {
        Response answer = acted();
        publish();
        long index = indexOf(answer);
        assertEquals(
                1,
                Database.updateAsSuperuser(
                        "delete from audit_entry where request_id = ?", answer.header("Request-Id")));
        acted();
        publish();
        Checkpoint checkpoint = verified();
        holds(checkpoint, leaves(answer).get(0));
        verifier().everything(checkpoint);
        assertEquals(404, open(investigator, index).statusCode());
    }
}
