package org.simpul.tlog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A witness on HTTP: {@code POST /add-checkpoint}. TLS is the matter of the proxy in front of it. */
public final class WitnessServer implements AutoCloseable {
    /** 63 hashes and a note of 100 signatures fit in with room to spare. */
    private static final int LARGEST = 64 * 1024;

    /** A few, so that one slow caller does not keep the others waiting. */
    private static final int THREADS = 8;

    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    private final HttpServer server;
    private final Witness witness;

    private WitnessServer(HttpServer server, Witness witness) {
        this.server = server;
        this.witness = witness;
    }

    /** @param address port 0 takes any free one */
    public static WitnessServer start(InetSocketAddress address, Witness witness) throws IOException {
        WitnessServer started = new WitnessServer(HttpServer.create(address, 0), witness);
        started.server.createContext("/", started::answer);
        started.server.setExecutor(started.pool);
        started.server.start();
        return started;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Witness.Answer answer;
            if (!exchange.getRequestURI().getPath().equals("/add-checkpoint")) {
                answer = new Witness.Answer(404, "text/plain; charset=utf-8", "");
            } else if (!exchange.getRequestMethod().equals("POST")) {
                answer = new Witness.Answer(405, "text/plain; charset=utf-8", "");
            } else {
                answer = add(exchange);
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Witness.Answer add(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return new Witness.Answer(413, "text/plain; charset=utf-8", "");
        }
        try {
            return witness.add(body);
        } catch (IOException e) {
            return new Witness.Answer(500, "text/plain; charset=utf-8", "");
        }
    }

    @Override
    public void close() {
        server.stop(0);
        pool.shutdown();
    }
}
