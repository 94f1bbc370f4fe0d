package org.simpul.tlog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A witness on HTTP: {@code POST /add-checkpoint}. TLS is the matter of the proxy in front of it. */
public final class WitnessServer implements AutoCloseable {
    /** 63 hashes and a note of 100 signatures fit in with room to spare. */
    private static final int LARGEST = 64 * 1024;

    /** A few, so that one slow caller does not keep the others waiting. */
    private static final int THREADS = 8;

    /** For a request, from the first byte of its head to the last of its body. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final HttpServer server;
    private final Witness witness;
    private final Duration patience;
    private final ThreadLocal<Deadline> deadline = new ThreadLocal<>();

    private WitnessServer(HttpServer server, Witness witness, Duration patience) {
        this.server = server;
        this.witness = witness;
        this.patience = patience;
    }

    /** @param address port 0 takes any free one */
    public static WitnessServer start(InetSocketAddress address, Witness witness) throws IOException {
        return start(address, witness, PATIENCE);
    }

    /** @param patience for a request's head and body; the connection is closed after it */
    static WitnessServer start(InetSocketAddress address, Witness witness, Duration patience) throws IOException {
        WitnessServer started = new WitnessServer(HttpServer.create(address, 0), witness, patience);
        started.server.createContext("/", started::answer);
        started.server.setExecutor(exchange -> started.pool.execute(() -> started.within(exchange)));
        started.server.start();
        return started;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The deadline of a request whose thread reads it: the interrupt closes the connection. */
    private static final class Deadline implements Runnable {
        private final Thread reader = Thread.currentThread();
        private boolean reading = true;

        @Override
        public synchronized void run() {
            if (reading) {
                reader.interrupt();
            }
        }

        /** On the reader's thread: what it does from now on is not interrupted. */
        synchronized void met() {
            reading = false;
            Thread.interrupted();
        }
    }

    private void within(Runnable exchange) {
        Deadline reading = new Deadline();
        deadline.set(reading);
        Future<?> timer = clock.schedule(reading, patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            exchange.run();
        } finally {
            timer.cancel(false);
            reading.met();
        }
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
        deadline.get().met();
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
        clock.shutdown();
    }
}
