package org.simpul.tlog;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The commands, their exit codes and their last lines. */
class MainTest {
    private static final Instant NOW = Instant.parse("2026-03-01T11:00:00Z");

    @TempDir
    Path directory;

    private final TestLog log = TestLog.of(600);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void publish() throws IOException {
        log.writeTo(directory.resolve("log"));
        Files.writeString(directory.resolve("policy"), "log " + log.signer.key() + "\nquorum none\n");
    }

    private int run(String... args) {
        out.reset();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Main(stream, stream, () -> NOW).run(args);
    }

    private int on(String command, String... more) {
        return onLog(directory.resolve("log").toString(), command, more);
    }

    private int onLog(String source, String command, String... more) {
        Stream<String> common =
                Stream.of(command, "--log", source, "--policy", path("policy"), "--state", path("state"));
        return run(Stream.concat(common, Stream.of(more)).toArray(String[]::new));
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    @Test
    void anHonestLogIsOk() {
        assertEquals(Main.HOLDS, on("verify"));
        assertTrue(
                said().startsWith("OK hub.example/log holds 600 leaves, root "
                        + log.current().root()),
                said());
    }

    @Test
    void anOlderStateIsTold() {
        on("verify");
        TestLog.of(599).writeTo(directory.resolve("log"));
        assertEquals(Main.UNREACHABLE, on("verify"));
        assertTrue(said().startsWith("STALE "), said());
    }

    @Test
    void theFirstVisitIsTold() {
        on("verify");
        assertTrue(said().contains("seen for the first time"), said());
        on("verify");
        assertFalse(said().contains("seen for the first time"), said());
    }

    /** The JVM ends with 1 when it fails itself. */
    @Test
    void noFailureOfItsOwnLooksLikeAFinding() {
        assertTrue(Main.TAMPERED > 3);
        assertEquals(Main.UNREACHABLE, onLog("http:///log", "verify"));
        assertTrue(said().startsWith("UNREACHABLE "), said());
    }

    @Test
    void aFolderInUseIsNotUsed() throws Exception {
        try (Kept kept = Kept.alone(directory.resolve("state"))) {
            assertEquals(Main.UNREACHABLE, on("verify"));
            assertTrue(kept.last(TestLog.ORIGIN).isEmpty());
        }
        assertEquals(Main.HOLDS, on("verify"));
    }

    @Test
    void cosignaturesAreAskedToBeYoung() throws Exception {
        NoteSigner witness = NoteSigner.of("witness.example/w", NoteKey.WITNESS, TestLog.seed(2));
        assertEquals(Main.USAGE, on("verify", "--max-age", "PT1H"));
        write("policy", "log " + log.signer.key() + "\nwitness w " + witness.key() + "\nquorum w\n");
        log.cosignatures.add(witness.cosign(log.current().text(), NOW.minusSeconds(7200)));
        log.writeTo(directory.resolve("log"));
        assertEquals(Main.UNREACHABLE, on("verify", "--max-age", "PT1H"));
        assertTrue(said().startsWith("STALE "), said());
        assertEquals(Main.USAGE, on("verify", "--max-age", "1"));
        assertEquals(Main.HOLDS, on("verify", "--max-age", "PT2H"));
        assertTrue(said().contains("cosigned by [w], the oldest at 2026-03-01T09:00:00Z"), said());
        log.cosignatures.set(0, witness.cosign(log.current().text(), NOW.plusSeconds(61)));
        log.writeTo(directory.resolve("log"));
        assertEquals(Main.TAMPERED, on("verify"));
        assertTrue(said().startsWith("TAMPERED QUORUM "), said());
    }

    @Test
    void aLogAnswersAtItsOwnUrlAlone() throws Exception {
        write("policy", "log " + log.signer.key() + " http://localhost:1/log\nquorum none\n");
        assertEquals(Main.USAGE, onLog("http://localhost:1/other", "verify"));
        assertTrue(said().contains("no log of the policy is served at this URL"), said());
        assertEquals(Main.UNREACHABLE, onLog("http://localhost:1/log/", "verify"));
        assertEquals(Main.HOLDS, on("verify"));
    }

    @Test
    void theTimeOfAnEntryIsThatOfItsPayload() throws Exception {
        Instant at = NOW.plusSeconds(61);
        String payload = "{\"a\":{\"at\":\"2026-03-01T11:30:00Z\"},\"at\":\"" + at + "\",\"b\":\"\\\"{\"}";
        Entry entry = new Entry(42, at, TestLog.seed(9), payload);
        log.leaves.set(42, entry.leaf().data());
        log.writeTo(directory.resolve("log"));
        assertEquals(Main.HOLDS, on("entry", write("entry", entry.text())));
        assertEquals(Main.HOLDS, on("entry", write("entry", entry.text().replaceFirst("time .*", "time " + NOW))));
        for (String other : List.of("2026-03-01T11:30:00Z", "2026-03-01T11:01:02Z")) {
            assertEquals(
                    Main.USAGE, on("entry", write("entry", entry.text().replaceFirst("time .*", "time " + other))));
        }
    }

    @Test
    void anEntryBehindTheCheckpointIsPending() throws Exception {
        assertEquals(Main.UNREACHABLE, on("entry", write("entry", new Entry(600, NOW, TestLog.seed(9), "{}").text())));
        assertTrue(said().startsWith("PENDING "), said());
    }

    @Test
    void aReceiptOfTheFutureIsUsage() throws IOException {
        String receipt = Hash.EMPTY + " " + NOW.plusSeconds(1) + "\n";
        assertEquals(Main.USAGE, on("receipts", write("receipts", receipt)));
    }

    @Test
    void whoDoesNotHandInSaysNoAndNothingElse() {
        run("keygen", "--name", "w.example", "--kind", "witness", "--out", path("key"));
        assertEquals(Main.HOLDS, on("witness", "--key", path("key"), "--hand-in", "no"));
        assertEquals(Main.USAGE, on("witness", "--key", path("key"), "--hand-in", "maybe"));
    }

    @Test
    void aLogThatIsNotThereIsUnreachable() {
        assertEquals(Main.UNREACHABLE, onLog(path("nowhere"), "verify"));
        assertTrue(said().startsWith("UNREACHABLE "), said());
        assertEquals(Main.UNREACHABLE, onLog("http://localhost:1/log", "verify"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "verify",
                "verify --log",
                "verify --log a --log b",
                "verify --log a --policy p --state s extra",
                "verify --log a --policy p --state s --other x",
                "entry --log a --policy p --state s",
                "keygen --name n --kind other --out f",
                "keygen --name a+b --kind log --out f"
            })
    void whatCanNotBeUnderstoodIsUsage(String line) {
        assertEquals(Main.USAGE, run(line.isEmpty() ? new String[0] : line.split(" ")));
        assertTrue(said().startsWith("USAGE ") && said().contains("usage:"), said());
    }

    @Test
    void aPolicyThatIsNoneIsUsage() throws IOException {
        write("policy", "quorum nobody\n");
        assertEquals(Main.USAGE, on("verify"));
        assertTrue(said().contains("line 1"), said());
    }

    @Test
    void anEntryIsProved() throws IOException {
        Entry entry = new Entry(42, NOW, TestLog.seed(9), "{}");
        log.leaves.set(42, entry.leaf().data());
        log.writeTo(directory.resolve("log"));
        assertEquals(Main.HOLDS, on("entry", write("entry", entry.text())));
        assertEquals(Main.TAMPERED, on("entry", write("entry", new Entry(42, NOW, TestLog.seed(9), "{ }").text())));
        assertTrue(said().startsWith("TAMPERED ENTRY "), said());
        assertEquals(Main.USAGE, on("entry", write("entry", "none")));
    }

    @Test
    void receiptsAreProvedAndYoungOnesWait() throws IOException {
        String mine = log.hashes().get(7) + "\n" + Hash.EMPTY + " " + NOW.minusSeconds(59) + "\n";
        assertEquals(Main.HOLDS, on("receipts", write("receipts", mine)));
        assertTrue(said().contains(log.hashes().get(7) + " 7\nOK "), said());
        assertTrue(said().contains("1 receipts are in it, 1 are not yet due"), said());
        assertEquals(Main.TAMPERED, on("receipts", write("receipts", Hash.EMPTY + " " + NOW.minusSeconds(61) + "\n")));
        assertTrue(said().startsWith("TAMPERED RECEIPT "), said());
    }

    /** A mirror of yesterday, or a witness that comes each hour, has no receipt of now. */
    @Test
    void receiptsAreDueAsOfWhatTheQuorumHasSeen() throws IOException {
        NoteSigner witness = NoteSigner.of("witness.example/w", NoteKey.WITNESS, TestLog.seed(2));
        write("policy", "log " + log.signer.key() + "\nwitness w " + witness.key() + "\nquorum w\n");
        log.cosignatures.add(witness.cosign(log.current().text(), NOW.minusSeconds(3600)));
        log.writeTo(directory.resolve("log"));
        String receipt = Hash.EMPTY + " ";
        assertEquals(Main.HOLDS, on("receipts", write("receipts", receipt + NOW.minusSeconds(3660) + "\n")));
        assertTrue(said().contains("0 receipts are in it, 1 are not yet due"), said());
        assertEquals(Main.TAMPERED, on("receipts", write("receipts", receipt + NOW.minusSeconds(3661) + "\n")));
        assertTrue(said().startsWith("TAMPERED RECEIPT "), said());
        log.cosignatures.set(0, witness.cosign(log.current().text(), NOW.plusSeconds(30)));
        log.writeTo(directory.resolve("log"));
        assertEquals(Main.HOLDS, on("receipts", write("receipts", receipt + NOW.minusSeconds(60) + "\n")));
    }

    @Test
    void aMirrorIsALogItself() throws IOException {
        assertEquals(Main.HOLDS, on("mirror", "--into", path("mirror")));
        assertEquals(Main.HOLDS, onLog(path("mirror"), "verify"));
        log.grow(100, 5).writeTo(directory.resolve("log"));
        assertEquals(Main.HOLDS, on("mirror", "--into", path("mirror")));
        assertEquals(Main.HOLDS, onLog(path("mirror"), "mirror", "--into", path("again")));
    }

    @Test
    void aMirrorOfALogWithAChangedEntryIsNotMade() throws IOException {
        Path bundle = directory.resolve("log/tile/entries/000");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[10] ^= 1;
        Files.write(bundle, bytes);
        assertEquals(Main.TAMPERED, on("mirror", "--into", path("mirror")));
        assertTrue(said().startsWith("TAMPERED ENTRY "), said());
        assertTrue(Files.notExists(directory.resolve("mirror/checkpoint")));
    }

    @Test
    void aNewKeyIsItsOwnersAlone() throws Exception {
        assertEquals(Main.HOLDS, run("keygen", "--name", "w.example", "--kind", "witness", "--out", path("key")));
        NoteKey key = NoteKey.parse(said().strip());
        assertEquals("w.example", key.name());
        assertEquals(
                key.toString(),
                NoteSigner.parse(Files.readString(directory.resolve("key")).strip())
                        .key()
                        .toString());
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("key"))));
        assertEquals(Main.UNREACHABLE, run("keygen", "--name", "w.example", "--kind", "witness", "--out", path("key")));
    }

    @Test
    void aWitnessThatNobodyMayCallFetchesAndCosigns() throws Exception {
        run("keygen", "--name", "w.example", "--kind", "witness", "--out", path("key"));
        NoteKey key = NoteKey.parse(said().strip());
        assertEquals(Main.HOLDS, on("witness", "--key", path("key")));
        Note.Signature line = Note.Signature.parse(said().lines().findFirst().orElseThrow());
        assertTrue(key.cosigned(log.note().with(line)).isPresent());
        log.grow(50, 6).writeTo(directory.resolve("log"));
        assertEquals(Main.HOLDS, on("witness", "--key", path("key")));
        TestLog.of(640).grow(50, 7).writeTo(directory.resolve("log"));
        assertEquals(Main.TAMPERED, on("witness", "--key", path("key")));
        assertTrue(said().startsWith("TAMPERED REWRITTEN "), said());
        TestLog.of(10).writeTo(directory.resolve("log"));
        assertEquals(Main.UNREACHABLE, on("witness", "--key", path("key")));
        assertTrue(said().startsWith("STALE "), said());
    }

    @Test
    void aWitnessTellsACheckpointThatCanNotBeRead() throws IOException {
        run("keygen", "--name", "w.example", "--kind", "witness", "--out", path("key"));
        Files.writeString(directory.resolve("log/checkpoint"), "no note");
        assertEquals(Main.TAMPERED, on("witness", "--key", path("key")));
        assertTrue(said().startsWith("TAMPERED SIGNATURE "), said());
    }

    @ParameterizedTest
    @ValueSource(strings = {"8090", ":8090", "localhost:", "localhost:70000", "localhost:x"})
    void anAddressThatIsNoneIsUsage(String address) {
        run("keygen", "--name", "w.example", "--kind", "witness", "--out", path("key"));
        assertEquals(
                Main.USAGE,
                run(
                        "witness",
                        "--policy",
                        path("policy"),
                        "--state",
                        path("own"),
                        "--key",
                        path("key"),
                        "--listen",
                        address));
    }

    @Test
    void aKeyOfALogIsNoWitness() throws IOException {
        write("key", log.signer.secret());
        assertEquals(Main.USAGE, on("witness", "--key", path("key")));
    }

    @Test
    void aLogIsReadAndAnsweredOverHttp() throws Exception {
        Map<String, String> posted = new ConcurrentHashMap<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/", exchange -> {
            try (exchange) {
                String name = exchange.getRequestURI().getPath().substring("/log/".length());
                Path file = directory.resolve("log").resolve(name);
                if (exchange.getRequestMethod().equals("POST")) {
                    posted.put(name, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(204, -1);
                } else if (Files.isRegularFile(file)) {
                    byte[] bytes = Files.readAllBytes(file);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                } else {
                    exchange.sendResponseHeaders(404, -1);
                }
            }
        });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort() + "/log/";
            assertEquals(Main.HOLDS, onLog(url, "verify"));
            assertEquals(Main.HOLDS, onLog(url, "mirror", "--into", path("mirror")));
            run("keygen", "--name", "w.example", "--kind", "witness", "--out", path("key"));
            NoteKey key = NoteKey.parse(said().strip());
            assertEquals(
                    Main.HOLDS,
                    run(
                            "witness",
                            "--log",
                            url,
                            "--policy",
                            path("policy"),
                            "--state",
                            path("own"),
                            "--key",
                            path("key"),
                            "--hand-in",
                            "yes"));
            Note handed = Note.parse(posted.get("cosignatures"));
            assertTrue(key.cosigned(handed).isPresent());
            Files.delete(directory.resolve("log/tile/0/000"));
            assertEquals(Main.TAMPERED, onLog(url, "receipts", write("receipts", Hash.EMPTY + "\n")));
            assertTrue(said().startsWith("TAMPERED WITHHELD "), said());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theVerifierNeedsTheJdkAlone() throws Exception {
        List<String> foreign;
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/simpul/tlog"))) {
            foreign = sources.flatMap(MainTest::imports)
                    .filter(it -> !it.matches(
                            "import (static )?(java\\.|javax\\.crypto\\.|com\\.sun\\.net\\.httpserver\\.).*"))
                    .toList();
        }
        assertEquals(List.of(), foreign);
    }

    private static Stream<String> imports(Path source) {
        try {
            return Files.readAllLines(source).stream().filter(it -> it.startsWith("import "));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
