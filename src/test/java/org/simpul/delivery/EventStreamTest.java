package org.simpul.delivery;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Permission;
import org.simpul.access.Role;
import org.simpul.testing.Drafts;
import org.simpul.testing.Drafts.Draft;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class EventStreamTest extends HubTest {
    private static final String END = "the end";

    private final Institution bank = Institutions.bank();
    private final Person officer = bank.person(Role.COMPLIANCE_OFFICER);
    private final HttpClient client = HttpClient.newHttpClient();
    private Draft draft;

    @Inject
    Told told;

    @BeforeEach
    void draft() {
        draft = Drafts.of(bank, officer);
    }

    private void ring(boolean urgent) {
        told.of(bank, null, Permission.REFERRAL_READ, draft.referral(), urgent);
    }

    private String newest() {
        return as(officer).get("/api/v1/notifications").then().extract().path("items[0].id");
    }

    /** The lines of a stream as they come, and its end. */
    private BlockingQueue<String> open(String token, String lastId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/notifications/events"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        CompletableFuture<HttpResponse<Stream<String>>> answer =
                client.sendAsync(request.build(), BodyHandlers.ofLines());
        answer.thenAcceptAsync(open -> {
            lines.add(open.statusCode() + " "
                    + open.headers().firstValue("Content-Type").orElse(""));
            open.body().forEach(lines::add);
            lines.add(END);
        });
        return lines;
    }

    private BlockingQueue<String> open() throws InterruptedException {
        BlockingQueue<String> lines = open(Tokens.of(officer), null);
        assertTrue(lines.poll(10, TimeUnit.SECONDS).startsWith("200 text/event-stream"));
        assertTrue(lines.poll(10, TimeUnit.SECONDS).startsWith(":"));
        return lines;
    }

    private static List<String> rest(BlockingQueue<String> lines) throws InterruptedException {
        List<String> rest = new ArrayList<>();
        for (String line = lines.poll(15, TimeUnit.SECONDS);
                line != null && !line.equals(END);
                line = lines.poll(15, TimeUnit.SECONDS)) {
            if (!line.isEmpty() && !line.startsWith(":")) {
                rest.add(line);
            }
        }
        return rest;
    }

    @Test
    void whatComesIsToldAtOnceWithTheUrgentBitAndNothingElse() throws InterruptedException {
        BlockingQueue<String> lines = open();
        ring(true);
        List<String> told = rest(lines);
        String all = String.join("\n", told).replace(": ", ":");
        assertTrue(all.contains("event:notification"), all);
        assertTrue(all.contains("id:" + newest()), all);
        assertTrue(all.contains("\"urgent\":true"), all);
        assertFalse(all.contains(draft.referral().toString()), all);
    }

    @Test
    void whoComesAgainWithTheLastIdMissesNothingAndHearsNothingTwice() throws InterruptedException {
        ring(false);
        String first = newest();
        ring(false);
        String second = newest();
        ring(true);
        String third = newest();
        String told = String.join("\n", rest(open(Tokens.of(officer), first)));
        assertFalse(told.contains(first));
        assertTrue(told.indexOf(second) >= 0 && told.indexOf(second) < told.indexOf(third), told);
        assertEquals(
                0,
                rest(open(Tokens.of(officer), third)).stream()
                        .filter(line -> line.startsWith("data"))
                        .count());
    }

    @Test
    void anIdThatWasNeverHadBeginsWithNow() throws InterruptedException {
        ring(false);
        Institution other = Institutions.bank();
        told.of(other, null, Permission.REFERRAL_READ, draft.referral(), false);
        UUID theirs = (UUID) Drafts.value("select id from notification where owner = ?", other.id());
        for (String last : List.of(theirs.toString(), UUID.randomUUID().toString(), "no id")) {
            String told = String.join("\n", rest(open(Tokens.of(officer), last)));
            assertFalse(told.contains("data:"), told);
        }
    }

    @Test
    void aStreamEndsWithTheToken() throws InterruptedException {
        long before = System.nanoTime();
        // still taken by the leeway for clocks that differ
        rest(open(Tokens.of(officer, Duration.ofSeconds(-2), "hub-api"), null));
        assertTrue(Duration.ofNanos(System.nanoTime() - before).toMillis() < 1_900);
    }

    @Test
    void whoIsSwitchedOffHearsNothingMore() throws InterruptedException {
        UUID person = Drafts.id(officer);
        BlockingQueue<String> lines = open();
        Drafts.execute("update person set status = 'SWITCHED_OFF' where id = ?", person);
        ring(true);
        assertFalse(String.join("\n", rest(lines)).contains("data:"));
    }

    @Test
    void whoHasLostTheRoleHearsNothingMore() throws InterruptedException {
        BlockingQueue<String> lines = open();
        Drafts.execute("update participant set allowed_roles = array['participant-admin'] where id = ?", bank.id());
        ring(true);
        assertFalse(String.join("\n", rest(lines)).contains("data:"));
    }

    @Test
    void aSuspendedInstitutionHearsNothingMore() throws InterruptedException {
        // an item that was written before, and is told only after the suspension
        ring(false);
        String first = newest();
        ring(true);
        Institutions.setStatus(bank, "SUSPENDED");
        String answer = open(Tokens.of(officer), first).poll(10, TimeUnit.SECONDS);
        assertTrue(answer.startsWith("403"), answer);
        Institutions.setStatus(bank, "ADMITTED");
        BlockingQueue<String> lines = open();
        Institutions.setStatus(bank, "SUSPENDED");
        Drafts.execute(
                """
                insert into notification (id, owner, source_id, position, permission, object_kind, object_id, urgent, at)
                select gen_random_uuid(), owner, gen_random_uuid(), 99, permission, object_kind, object_id, true, now()
                from notification where id = ?
                """,
                UUID.fromString(first));
        assertFalse(String.join("\n", rest(lines)).contains("data:"));
    }

    @Test
    void onePersonHasSoManyStreamsAndNoMore() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            open();
        }
        assertTrue(open(Tokens.of(officer), null).poll(10, TimeUnit.SECONDS).startsWith("409"));
        Person colleague = bank.person(Role.COMPLIANCE_OFFICER);
        assertTrue(open(Tokens.of(colleague), null).poll(10, TimeUnit.SECONDS).startsWith("200"));
    }

    @Test
    void theOpeningAndWhatIsToldAreRecorded() throws InterruptedException {
        UUID person = Drafts.id(officer);
        BlockingQueue<String> lines = open();
        ring(false);
        rest(lines);
        assertEquals(
                List.of(1L, 1L),
                Stream.of("notification.stream-opened", "notification.streamed")
                        .map(act -> Drafts.count("from audit_entry where person_id = ? and act = ?", person, act))
                        .toList());
    }
}
