package org.simpul.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A member's system that is told: keeps what it gets, and answers what a test puts there. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Map<String, String> locations = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

    /** One request as it came. */
    record Got(String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElseThrow();
        }
    }

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        got.add(new Got(path, Map.copyOf(exchange.getRequestHeaders()), body));
        try {
            CountDownLatch latch = held.get(path);
            if (latch != null && !latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("held too long");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        if (locations.containsKey(path)) {
            exchange.getResponseHeaders().set("Location", locations.get(path));
        }
        exchange.sendResponseHeaders(statuses.getOrDefault(path, 204), -1);
        exchange.close();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String at(String path) {
        return "http://localhost:" + port() + path;
    }

    Receiver answers(String path, int status) {
        statuses.put(path, status);
        return this;
    }

    Receiver redirects(String path, String location) {
        locations.put(path, location);
        return answers(path, 307);
    }

    /** Answers to the path wait for the latch. */
    CountDownLatch holds(String path) {
        CountDownLatch latch = new CountDownLatch(1);
        held.put(path, latch);
        return latch;
    }

    List<Got> got(String path) {
        return got.stream().filter(each -> each.path().equals(path)).toList();
    }

    @Override
    public void close() {
        held.values().forEach(CountDownLatch::countDown);
        server.stop(0);
    }
}
