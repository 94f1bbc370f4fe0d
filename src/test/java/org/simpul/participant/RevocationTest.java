package org.simpul.participant;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is taken away is gone for each request that starts after it was: readers hammer while somebody takes it away. */
@QuarkusTest
class RevocationTest extends HubTest {
    private static final int READERS = 8;
    private static final int ROUNDS = Integer.getInteger("simpul.revocation.rounds", 300);

    @TestHTTPResource("/api/v1/referrals")
    URI referrals;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Institution bank = Institutions.bank();
    private final Person person = bank.person(Role.INVESTIGATOR);

    /** What is taken away in turns, and given back. */
    private record Right(String take, String give) {}

    private final List<Right> rights = List.of(
            new Right(
                    "update participant set status = 'SUSPENDED' where id = ?",
                    "update participant set status = 'ADMITTED' where id = ?"),
            new Right(
                    "update person set status = 'SWITCHED_OFF' where participant_id = ?",
                    "update person set status = 'ACTIVE' where participant_id = ?"),
            new Right(
                    "update participant set allowed_roles = '{compliance-officer}' where id = ?",
                    "update participant set allowed_roles = '{investigator}' where id = ?"));

    @Test
    void noRequestThatStartsAfterTheCommitIsServed() throws Exception {
        HttpRequest read = HttpRequest.newBuilder(referrals)
                .header("Authorization", "Bearer " + Tokens.of(person))
                .build();
        assertEquals(200, status(read));
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        AtomicInteger servedBefore = new AtomicInteger();
        List<String> servedAfter = new ArrayList<>();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Right right = rights.get(round % rights.size());
                AtomicBoolean taken = new AtomicBoolean();
                // all start together, and some requests are under way when it is taken
                CyclicBarrier start = new CyclicBarrier(READERS + 1);
                Callable<List<Integer>> reader = () -> {
                    start.await();
                    List<Integer> after = new ArrayList<>();
                    while (after.isEmpty()) {
                        boolean startsAfter = taken.get();
                        int status = status(read);
                        if (startsAfter) {
                            after.add(status);
                        } else if (status == 200) {
                            servedBefore.incrementAndGet();
                        }
                    }
                    return after;
                };
                List<Future<List<Integer>>> running = new ArrayList<>();
                for (int i = 0; i < READERS; i++) {
                    running.add(readers.submit(reader));
                }
                start.await();
                Database.updateAsSuperuser(right.take(), bank.id());
                taken.set(true);
                for (Future<List<Integer>> each : running) {
                    for (int status : each.get()) {
                        if (status != 403) {
                            servedAfter.add("round " + round + ": " + status + " after " + right.take());
                        }
                    }
                }
                Database.updateAsSuperuser(right.give(), bank.id());
            }
        } finally {
            readers.shutdownNow();
        }
        assertEquals(List.of(), servedAfter);
        assertTrue(servedBefore.get() > ROUNDS, "the readers were not at it: " + servedBefore);
    }

    private int status(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
