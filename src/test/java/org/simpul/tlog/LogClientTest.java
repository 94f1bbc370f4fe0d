package org.simpul.tlog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** What a log on HTTP may answer. */
class LogClientTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    private LogClient client(Duration patience, HttpHandler handler) {
        server.createContext("/", handler);
        return new LogClient(
                URI.create("http://localhost:" + server.getAddress().getPort()), patience);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private static void send(HttpExchange exchange, String encoding, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Encoding", encoding);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void anAnswerThatDoesNotEndIsAFailure() {
        LogClient client = client(PATIENCE, exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(IOException.class, client::checkpoint));
    }

    @Test
    void aPackedBundleIsUnpacked() throws Exception {
        byte[] bundle = TestLog.of(3).tile(new TilePath(TilePath.ENTRIES, 0, 3));
        LogClient client = client(Duration.ofSeconds(20), exchange -> {
            assertEquals("gzip", exchange.getRequestHeaders().getFirst("Accept-Encoding"));
            send(exchange, "gzip", gzip(bundle));
        });
        assertArrayEquals(bundle, client.tile(new TilePath(TilePath.ENTRIES, 0, 3)));
    }

    @Test
    void aNoteThatIsTooLargeIsAFailure() {
        LogClient client = client(Duration.ofSeconds(20), exchange -> send(exchange, "identity", new byte[70_000]));
        assertThrows(IOException.class, client::checkpoint);
    }

    @Test
    void aPackedNoteThatUnpacksToTooMuchIsAFailure() {
        LogClient client = client(Duration.ofSeconds(20), exchange -> send(exchange, "gzip", gzip(new byte[70_000])));
        assertThrows(IOException.class, client::checkpoint);
    }

    @Test
    void anotherEncodingIsAFailure() {
        LogClient client = client(Duration.ofSeconds(20), exchange -> send(exchange, "br", new byte[10]));
        assertThrows(IOException.class, client::checkpoint);
    }
}
