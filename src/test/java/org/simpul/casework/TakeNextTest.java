package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

@QuarkusTest
class TakeNextTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    private final Institution fiu = Institutions.fiu();

    private void received(int count, String urgency) {
        Database.updateAsSuperuser(
                """
                insert into intake (id, owner, referral_id, referral_owner, version_id, version_number, reference, urgency,
                  status, form_code, received_at, due_at, revision)
                select gen_random_uuid(), ?, gen_random_uuid(), ?, gen_random_uuid(), 1, 'R-NEXT', ?, 'RECEIVED',
                  'COMPLETE', now(), now() + interval '10 days', 0 from generate_series(1, ?)
                """,
                fiu.id(),
                Institutions.bank().id(),
                urgency,
                count);
    }

    @Test
    void twoHundredCallsAtOnceGiveTwoHundredDifferentIntakes() throws Exception {
        received(200, "P2");
        List<Person> analysts = List.of(
                fiu.person(Role.FIU_ANALYST),
                fiu.person(Role.FIU_ANALYST),
                fiu.person(Role.FIU_ANALYST),
                fiu.person(Role.FIU_SUPERVISOR));
        analysts.forEach(Drafts::id);
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Person analyst = analysts.get(i % analysts.size());
            calls.add(() -> as(analyst)
                    .post("/api/v1/intakes/next")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("id"));
        }
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<String> taken = new ArrayList<>();
        try {
            for (Future<String> call : threads.invokeAll(calls)) {
                taken.add(call.get());
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(200, new HashSet<>(taken).size());
    }

    @Test
    void whatSomebodyElseHoldsIsPassedOverAndNotWaitedFor() throws Exception {
        Database.updateAsSuperuser(
                "update intake set assigned_to = gen_random_uuid() where status = 'RECEIVED' and assigned_to is null");
        received(3, "P2");
        List<Person> analysts = List.of(fiu.person(Role.FIU_ANALYST), fiu.person(Role.FIU_ANALYST));
        analysts.forEach(Drafts::id);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Connection other = PostgresResource.superuser();
                Statement hold = other.createStatement()) {
            other.setAutoCommit(false);
            String held;
            try (ResultSet first = hold.executeQuery("select id::text from intake where status = 'RECEIVED'"
                    + " and assigned_to is null order by urgency, score desc, due_at, id limit 1 for update")) {
                first.next();
                held = first.getString(1);
            }
            List<Future<String>> calls = analysts.stream()
                    .map(analyst -> threads.submit(() -> as(analyst)
                            .post("/api/v1/intakes/next")
                            .then()
                            .statusCode(200)
                            .extract()
                            .<String>path("id")))
                    .toList();
            Set<String> taken = new HashSet<>();
            for (Future<String> call : calls) {
                taken.add(call.get(20, TimeUnit.SECONDS));
            }
            assertEquals(2, taken.size());
            assertFalse(taken.contains(held));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theNextOneIsTheMostUrgentAndTheQueueShowsWhoHasIt() {
        received(1, "P3");
        SubmittedReferral urgent = SubmittedReferral.of(Institutions.bank(), "P1", SubmittedReferral.anyPhone());
        outbox.drain();
        UUID intake = Desk.intakeOf(urgent);
        Database.updateAsSuperuser(
                "update intake set assigned_to = gen_random_uuid() where urgency = 'P1' and status = 'RECEIVED' and id <> ?",
                intake);
        Person analyst = fiu.person(Role.FIU_ANALYST);
        as(analyst)
                .post("/api/v1/intakes/next")
                .then()
                .statusCode(200)
                .body("id", equalTo(intake.toString()))
                .body("status", equalTo("IN_TRIAGE"))
                .body("assigned_to", equalTo(analyst.login()));
        Desk.by(fiu.person(Role.FIU_ANALYST))
                .get("/api/v1/intakes/" + intake)
                .then()
                .body("intake.assigned_to", equalTo(analyst.login()));
    }

    @Test
    void withNothingLeftThereIsNoAnswer() {
        Database.updateAsSuperuser(
                "update intake set assigned_to = gen_random_uuid() where status = 'RECEIVED' and assigned_to is null");
        as(fiu.person(Role.FIU_ANALYST)).post("/api/v1/intakes/next").then().statusCode(204);
    }
}
