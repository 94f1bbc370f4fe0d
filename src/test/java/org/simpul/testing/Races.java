package org.simpul.testing;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Requests that meet in the database. */
public final class Races {
    /** How many wait for a session, or for one that waits for it. */
    private static final String WAITING =
            """
            with recursive waiting (pid) as (
              select ?
              union select a.pid from pg_stat_activity a join waiting w on w.pid = any (pg_blocking_pids(a.pid))
              where a.wait_event_type = 'Lock')
            select count(*) - 1 from waiting
            """;

    private Races() {}

    /** Requests that come one after the other between a statement and its commit, as far as they get. */
    public static List<Response> during(String statement, Object value, List<Callable<Response>> requests)
            throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(requests.size());
        List<Response> answers = new ArrayList<>();
        try (Connection other = PostgresResource.superuser();
                PreparedStatement first = other.prepareStatement(statement)) {
            other.setAutoCommit(false);
            first.setObject(1, value);
            first.execute();
            int session = other.unwrap(PGConnection.class).getBackendPID();
            List<Future<Response>> under = new ArrayList<>();
            for (Callable<Response> request : requests) {
                under.add(hands.submit(request));
                awaitAll(under, session);
            }
            other.commit();
            for (Future<Response> answer : under) {
                answers.add(answer.get());
            }
        } finally {
            hands.shutdown();
        }
        return answers;
    }

    /** Until each waits, or is answered. */
    private static void awaitAll(List<Future<Response>> under, int session) {
        Instant end = Instant.now().plusSeconds(20);
        while (!haveCome(under, session) && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertTrue(haveCome(under, session), "a request neither waits nor is answered");
    }

    private static boolean haveCome(List<Future<Response>> under, int session) {
        return (Long) Drafts.value(WAITING, session)
                        + under.stream().filter(Future::isDone).count()
                >= under.size();
    }
}
