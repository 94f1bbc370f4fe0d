package org.simpul.tlog;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The answers of C2SP tlog-witness. */
class WitnessTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path state;

    private final NoteSigner signer = NoteSigner.of("witness.example/w", NoteKey.WITNESS, TestLog.seed(2));
    private final TestLog log = TestLog.of(10);
    private Witness witness;

    @BeforeEach
    void start() {
        witness = new Witness(List.of(log.signer.key()), signer, new Kept(state), () -> NOW);
    }

    private static byte[] request(int old, TestLog log) {
        List<Hash> proof = old == 0 ? List.of() : Naive.proof(old, log.hashes());
        return bytes(new AddCheckpoint(old, proof, log.note()).text());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private int status(byte[] request) throws IOException {
        return witness.add(request).status();
    }

    @Test
    void theFirstCheckpointIsCosigned() throws Exception {
        Witness.Answer answer = witness.add(request(0, log));
        assertEquals(200, answer.status());
        Note.Signature line = Note.Signature.parse(answer.body().strip());
        assertEquals(Optional.of(NOW), signer.key().cosigned(log.note().with(line)));
    }

    @Test
    void aGrownLogIsCosigned() throws Exception {
        witness.add(request(0, log));
        log.grow(7, 2);
        assertEquals(200, status(request(10, log)));
        assertEquals(17, witness.last(TestLog.ORIGIN).size());
    }

    @Test
    void theSameCheckpointIsCosignedAgain() throws Exception {
        witness.add(request(0, log));
        assertEquals(200, status(request(10, log)));
    }

    @Test
    void theEmptyLogIsCosigned() throws Exception {
        assertEquals(200, status(request(0, TestLog.of(0))));
        assertEquals(200, status(request(0, log)));
    }

    @Test
    void anotherOldSizeIsToldTheKnownOne() throws Exception {
        witness.add(request(0, log));
        log.grow(7, 2);
        Witness.Answer answer = witness.add(request(9, log));
        assertEquals(409, answer.status());
        assertEquals("10\n", answer.body());
        assertEquals("text/x.tlog.size", answer.type());
        assertEquals(409, status(request(0, log)));
    }

    @Test
    void aShorterLogIsRefused() throws Exception {
        witness.add(request(0, log));
        assertEquals(409, status(request(0, TestLog.of(9))));
        assertEquals(
                400, status(bytes(new AddCheckpoint(10, List.of(), TestLog.of(9).note()).text())));
    }

    @Test
    void aForkOfTheSameSizeIsRefusedAndKept() throws Exception {
        witness.add(request(0, log));
        TestLog fork = TestLog.of(9).grow(1, 99);
        assertEquals(409, status(request(10, fork)));
        assertEquals(log.current().root(), witness.last(TestLog.ORIGIN).root());
        assertEquals(2, Files.list(state).count());
    }

    @Test
    void aLogThatIsRewrittenIsRefused() throws Exception {
        witness.add(request(0, log));
        TestLog rewritten = log.fork().grow(5, 3);
        rewritten.leaves.get(4)[0]++;
        assertEquals(422, status(request(10, rewritten)));
        assertEquals(10, witness.last(TestLog.ORIGIN).size());
    }

    @Test
    void aProofFromNothingIsEmpty() throws Exception {
        assertEquals(422, status(bytes(new AddCheckpoint(0, List.of(Hash.EMPTY), log.note()).text())));
    }

    @Test
    void anUnknownLogIsNotFound() throws Exception {
        NoteSigner other = NoteSigner.generate("other.example", NoteKey.LOG);
        Note note = new Checkpoint("other.example", 0, Hash.EMPTY).signedBy(other);
        assertEquals(404, status(bytes(new AddCheckpoint(0, List.of(), note).text())));
    }

    @Test
    void aStrangersSignatureIsForbidden() throws Exception {
        NoteSigner stranger = NoteSigner.generate(TestLog.ORIGIN, NoteKey.LOG);
        Note note = log.current().signedBy(stranger);
        assertEquals(403, status(bytes(new AddCheckpoint(0, List.of(), note).text())));
    }

    @Test
    void whatIsNoRequestIsBad() throws Exception {
        String good = new String(request(0, log), StandardCharsets.UTF_8);
        assertEquals(400, status(bytes("")));
        assertEquals(400, status(bytes(good.replace("old 0", "old 00"))));
        assertEquals(400, status(bytes(good.replace("old 0", "new 0"))));
        assertEquals(400, status(bytes(good.replace("old 0", "old 0\nAAAA"))));
        assertEquals(400, status(bytes(good.replace("old 0", "old 0" + ("\n" + Hash.EMPTY).repeat(64)))));
        assertEquals(400, status(bytes(log.note().toString())));
    }

    @Test
    void aRequestOfAHundredLinesLeavesTheWitnessAlive() throws Exception {
        Note own = log.note();
        Note foreign = own;
        Note repeated = own;
        for (int i = 0; i < 99; i++) {
            foreign = foreign.with(new Note.Signature("other.example", i, new byte[64]));
            repeated = repeated.with(own.signatures().get(0));
        }
        assertEquals(200, status(bytes(new AddCheckpoint(0, List.of(), foreign).text())));
        assertEquals(200, status(bytes(new AddCheckpoint(10, List.of(), repeated).text())));
        log.grow(7, 2);
        assertEquals(200, status(request(10, log)));
        assertEquals(
                2,
                new Kept(state).last(TestLog.ORIGIN).orElseThrow().signatures().size());
    }

    @Test
    void aWrongLineOfAnyKeyOfTheLogIsForbidden() throws Exception {
        NoteSigner second = NoteSigner.of(TestLog.ORIGIN, NoteKey.LOG, TestLog.seed(3));
        witness = new Witness(List.of(log.signer.key(), second.key()), signer, new Kept(state), () -> NOW);
        Note wrong = log.note().with(second.sign("another text\n"));
        assertEquals(403, status(bytes(new AddCheckpoint(0, List.of(), wrong).text())));
    }

    @Test
    void aRequestOfAnEmptyTextIsBad() throws Exception {
        assertEquals(400, status(bytes("old 0\n\n\n\u2014 a AAAAAAA=\n")));
    }

    @Test
    void callersWhoStallInTheBodyDoNotStopIt() throws Exception {
        answersBeside("POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: 100\r\n\r\n");
    }

    @Test
    void callersWhoStallInTheHeadDoNotStopIt() throws Exception {
        answersBeside("POST /add-checkpoint HTTP/1.1\r\nHost: ");
    }

    private void answersBeside(String begun) throws Exception {
        List<Socket> stalled = new ArrayList<>();
        try (WitnessServer server = WitnessServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), witness, Duration.ofMillis(200))) {
            for (int i = 0; i < 8; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                stalled.add(socket);
                socket.getOutputStream().write(bytes(begun));
                socket.getOutputStream().flush();
            }
            URI uri = URI.create("http://localhost:" + server.port() + "/add-checkpoint");
            int status = assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> send(uri, request(0, log)).statusCode());
            assertEquals(200, status);
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    @Test
    void whatWasCosignedIsKnownAfterARestart() throws Exception {
        witness.add(request(0, log));
        start();
        assertEquals(409, status(request(0, log)));
        assertEquals(200, status(request(10, log)));
    }

    @Test
    void nothingIsSignedWhenTheStateIsDamaged() throws Exception {
        witness.add(request(0, log));
        try (var files = Files.list(state)) {
            Files.writeString(files.findFirst().orElseThrow(), "10");
        }
        assertThrows(IOException.class, () -> witness.add(request(0, log)));
    }

    @Test
    void nothingIsSignedWhenTheStateCanNotBeKept() throws Exception {
        Path file = Files.writeString(state.resolve("file"), "");
        witness = new Witness(List.of(log.signer.key()), signer, new Kept(file.resolve("below")), () -> NOW);
        assertThrows(IOException.class, () -> witness.add(request(0, log)));
    }

    @Test
    void ofManyForksAtOnceOneIsCosigned() throws Exception {
        witness.add(request(0, log));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                byte[] request = request(10, log.fork().grow(5, 100 + i));
                calls.add(() -> status(request));
            }
            int cosigned = 0;
            for (Future<Integer> answer : pool.invokeAll(calls)) {
                cosigned += answer.get() == 200 ? 1 : 0;
            }
            assertEquals(1, cosigned);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void itAnswersOnHttp() throws Exception {
        try (WitnessServer server =
                WitnessServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), witness)) {
            URI base = URI.create("http://localhost:" + server.port());
            assertEquals(
                    200, send(base.resolve("/add-checkpoint"), request(0, log)).statusCode());
            HttpResponse<String> conflict = send(base.resolve("/add-checkpoint"), request(0, log));
            assertEquals(409, conflict.statusCode());
            assertEquals("10\n", conflict.body());
            assertEquals(
                    "text/x.tlog.size",
                    conflict.headers().firstValue("Content-Type").orElse(""));
            assertEquals(404, send(base.resolve("/other"), new byte[0]).statusCode());
            assertEquals(
                    413, send(base.resolve("/add-checkpoint"), new byte[70_000]).statusCode());
            HttpResponse<String> get = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(base.resolve("/add-checkpoint"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertEquals(405, get.statusCode());
        }
    }

    private static HttpResponse<String> send(URI uri, byte[] body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void itsCosignatureSatisfiesThePolicy() throws Exception {
        Policy policy = Policy.parse(bytes("log " + log.signer.key() + "\nwitness w " + signer.key() + "\nquorum w\n"));
        Note.Signature line =
                Note.Signature.parse(witness.add(request(0, log)).body().strip());
        assertTrue(policy.isMet(policy.cosigners(log.note().with(line)).keySet()));
    }
}
