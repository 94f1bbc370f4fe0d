package org.simpul.outbox;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;

import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class OutboxTest extends HubTest {

    @Inject
    OutboxDispatcher dispatcher;

    @Test
    void whatNobodyListensToWaitsAndIsNotLost() {
        UUID waiting = event("nobody.listens", 0);
        dispatcher.drain();
        assertEquals(
                List.of(true),
                Database.queryAsSuperuser(
                        "select handled_at is null and attempts = 0 from outbox_event where id = ?", waiting));
    }

    @Test
    void whatHasFailedForAYearIsTriedAgain() {
        UUID old = event("referral.submitted", 400_000);
        dispatcher.drain();
        assertEquals(
                List.of(400_001), Database.queryAsSuperuser("select attempts from outbox_event where id = ?", old));
        Database.updateAsSuperuser("delete from outbox_event where id = ?", old);
    }

    @Test
    void aFailureIsTriedAgainLater() {
        // the clerk finds no such submission
        UUID failing = event("referral.submitted", 20);
        dispatcher.drain();
        assertEquals(
                List.of(true),
                Database.queryAsSuperuser(
                        "select handled_at is null and attempts = 21 and due_at > created_at from outbox_event where id = ?",
                        failing));
        Database.updateAsSuperuser("delete from outbox_event where id = ?", failing);
    }

    @Test
    void whatWasHandledIsForgottenAfterAWeekAndNothingElse() {
        UUID waiting = event("nobody.listens", 0);
        UUID lately = handled(6);
        UUID longAgo = handled(8);
        dispatcher.forget();
        assertEquals(
                List.of(lately, waiting).stream()
                        .sorted(java.util.Comparator.comparing(UUID::toString))
                        .toList(),
                Database.queryAsSuperuser(
                        "select id from outbox_event where id in (?, ?, ?) order by id::text",
                        waiting,
                        lately,
                        longAgo));
    }

    private static UUID handled(int daysAgo) {
        UUID id = event("nobody.listens", 1);
        Database.updateAsSuperuser(
                "update outbox_event set handled_at = now() - make_interval(days => ?) where id = ?", daysAgo, id);
        return id;
    }

    private static UUID event(String kind, int attempts) {
        UUID id = UUID.randomUUID();
        Database.updateAsSuperuser(
                "insert into outbox_event (id, owner, kind, object_id, created_at, attempts, due_at)"
                        + " values (?, ?, ?, gen_random_uuid(), now(), ?, now() - interval '1 day')",
                id,
                Institutions.fiu().id(),
                kind,
                attempts);
        return id;
    }
}
