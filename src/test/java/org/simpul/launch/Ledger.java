package org.simpul.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Clients that go on whatever happens to the hub, and note each answer that they have in hand: an act, a read, and both
 * kinds of refusal in turn. What is no such answer, or none at all, promises nothing.
 */
final class Ledger implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CLIENTS = 4;
    /** Below what a token is good for when it is asked for. */
    private static final Duration FRESH = Duration.ofSeconds(45);

    private final URI hub;
    private final Tokens tokens;
    private final String login;
    private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicLong noted = new AtomicLong();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean closed;
    private @Nullable String token;
    private long askedAt;

    /**
     * What an answer promised.
     *
     * @param leaves its receipts
     * @param referral what it said to have made
     */
    record Promise(String request, List<String> leaves, @Nullable String referral) {}

    /** @param login an investigator, who may not see matters */
    Ledger(URI hub, Tokens tokens, String login) {
        this.hub = hub;
        this.tokens = tokens;
        this.login = login;
        token();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(this::work, "client-" + i);
            client.setDaemon(true);
            client.start();
            clients.add(client);
        }
    }

    /** Since the last call. */
    List<Promise> take() {
        List<Promise> taken = new ArrayList<>();
        for (Promise next = promises.poll(); next != null; next = promises.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** Answers that should not have been given. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    long count() {
        return noted.get();
    }

    /** Until so many more answers have come. */
    void await(int more) {
        long wanted = noted.get() + more;
        Patience.until(noted::get, seen -> seen >= wanted || !faults.isEmpty(), "the hub answers nobody");
    }

    @Override
    public void close() {
        stop();
    }

    /** Waits for the answers that are under way. */
    void stop() {
        closed = true;
        for (Thread client : clients) {
            try {
                client.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void work() {
        HttpClient http = HttpClient.newHttpClient();
        for (int turn = 0; !closed; turn++) {
            try {
                HttpResponse<String> answer = http.send(request(turn % 4), BodyHandlers.ofString());
                note(answer);
            } catch (IOException | LaunchFailure e) {
                Patience.moment();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private HttpRequest request(int kind) {
        String path =
                switch (kind) {
                    case 0 -> "/referrals";
                    case 1 -> "/disclosures";
                    case 2 -> "/referrals/" + UUID.randomUUID();
                    default -> "/matters";
                };
        HttpRequest.Builder request = HttpRequest.newBuilder(hub.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json");
        return kind == 0
                ? request.POST(BodyPublishers.ofString(Bodies.fields("P2", "null")))
                        .build()
                : request.build();
    }

    private void note(HttpResponse<String> answer) throws IOException {
        int status = answer.statusCode();
        if (status >= 500) {
            Patience.moment();
            return;
        }
        List<String> leaves = answer.headers().allValues("Audit-Leaf");
        String request = answer.headers().firstValue("Request-Id").orElse("");
        if (!List.of(200, 201, 403, 404).contains(status) || leaves.isEmpty()) {
            faults.add(status + " with " + leaves.size() + " receipts, request " + request);
            return;
        }
        String referral = status == 201 ? JSON.readTree(answer.body()).get("id").asText() : null;
        promises.add(new Promise(request, leaves, referral));
        noted.incrementAndGet();
    }

    private synchronized String token() {
        if (token == null || System.nanoTime() - askedAt > FRESH.toNanos()) {
            token = Patience.until(this::signIn, Optional::isPresent, "Keycloak lets nobody in")
                    .orElseThrow();
            askedAt = System.nanoTime();
        }
        return token;
    }

    /** Keycloak has lost its sessions with the database as well, and finds that out one by one. */
    private Optional<String> signIn() {
        try {
            return Optional.of(tokens.of(login));
        } catch (LaunchFailure e) {
            return Optional.empty();
        }
    }
}
