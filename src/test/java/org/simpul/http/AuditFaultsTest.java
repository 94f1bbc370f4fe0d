package org.simpul.http;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** When the database takes no entries, the hub does nothing and tells nothing, and says so soon. */
@QuarkusTest
class AuditFaultsTest extends HubTest {
    private static final String MATTERS = "/api/v1/matters";
    /** Two waits of five seconds, for the table and for a connection, and what a busy machine adds. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Institution agency = Institutions.agency();
    private final Person supervisor = agency.person(Role.LE_SUPERVISOR);
    private final Person officer = agency.person(Role.LE_OFFICER);
    private final String known = "LP/" + UUID.randomUUID();
    private final String refused = "LP/" + UUID.randomUUID();

    @BeforeEach
    void somethingToTell() {
        assertEquals(201, register(known).statusCode());
        assertEquals(200, as(officer).get(MATTERS).statusCode());
    }

    private Response register(String number) {
        String inAMonth = Instant.now().plus(Duration.ofDays(30)).toString();
        return as(supervisor)
                .body(Map.of("number", number, "offence", "CHILD_SEXUAL_EXPLOITATION", "expires_at", inAMonth))
                .post(MATTERS);
    }

    /** An act, a read, and both kinds of refusal. */
    private List<Supplier<Response>> requests() {
        return List.of(
                () -> register(refused),
                () -> as(supervisor).get(MATTERS),
                () -> as(officer).body("{}").post(MATTERS),
                () -> as(officer).get("/api/v1/disseminations/" + UUID.randomUUID()));
    }

    private void unavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unavailable"))
                .body("request_id", equalTo(answer.header("Request-Id")))
                .body(not(containsString(known)))
                .body(not(containsString(refused)));
        assertEquals(List.of(), answer.headers().getValues("Audit-Leaf"));
        assertEquals(List.of(), Audited.of(answer.header("Request-Id")));
    }

    private void nothingHappened() {
        assertEquals(List.of(), Database.queryAsSuperuser("select id from matter where number = ?", refused));
    }

    private void worksAgain() {
        as(officer).get(MATTERS).then().statusCode(200).body("items.number", equalTo(List.of(known)));
    }

    private void stopsEverything() {
        for (Supplier<Response> request : requests()) {
            unavailable(assertTimeout(SOON, request::get));
        }
        nothingHappened();
    }

    /** More requests than the hub has connections: those that get none are told the same. */
    @Test
    void aTableThatSomebodyHolds() throws SQLException {
        ExecutorService clients = Executors.newFixedThreadPool(24);
        try (Connection holder = PostgresResource.superuser();
                Statement lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.execute("lock table audit_entry in access exclusive mode");
            List<CompletableFuture<Response>> answers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                for (Supplier<Response> request : requests()) {
                    answers.add(CompletableFuture.supplyAsync(request, clients));
                }
            }
            List<Response> all = assertTimeout(
                    SOON, () -> answers.stream().map(CompletableFuture::join).toList());
            holder.rollback();
            all.forEach(this::unavailable);
        } finally {
            clients.shutdown();
        }
        nothingHappened();
        worksAgain();
    }

    /** Where an entry waits for its leaf. */
    @Test
    void aQueueThatSomebodyHolds() throws SQLException {
        try (Connection holder = PostgresResource.superuser();
                Statement lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.execute("lock table audit_pending in access exclusive mode");
            Response answer = assertTimeout(SOON, () -> register(refused));
            holder.rollback();
            unavailable(answer);
        }
        nothingHappened();
        worksAgain();
    }

    @Test
    void aRightThatIsRevoked() {
        Drafts.execute("revoke insert on audit_entry from simpul_app");
        try {
            stopsEverything();
        } finally {
            Drafts.execute("grant insert on audit_entry to simpul_app");
        }
        worksAgain();
    }

    @Test
    void aTriggerThatFails() {
        Drafts.execute(
                """
                create or replace function test_audit_fault() returns trigger language plpgsql as $$
                begin raise exception 'a fault of the test'; end $$
                """);
        onEachEntry(this::stopsEverything);
        worksAgain();
    }

    /**
     * The kernel's own answer (ENOSPC), and PostgreSQL's to it (53100): the table that the entry's trigger fills lies on
     * /dev/full.
     */
    @Test
    void aDiskThatIsFull() throws Exception {
        Drafts.execute("create table test_full_disk (filler text)");
        Drafts.execute("grant insert on test_full_disk to simpul_app");
        Drafts.execute(
                """
                create or replace function test_audit_fault() returns trigger language plpgsql as $$
                begin insert into test_full_disk values ('a'); return new; end $$
                """);
        Path file = PostgresResource.dataDirectory()
                .resolve((String) Database.queryAsSuperuser("select pg_relation_filepath('test_full_disk')")
                        .get(0));
        try {
            Files.delete(file);
            Files.createSymbolicLink(file, Path.of("/dev/full"));
            SQLException full = sqlFailure("set role simpul_app; insert into test_full_disk values ('a')");
            assertEquals("53100", full.getSQLState(), full.getMessage());
            onEachEntry(this::stopsEverything);
        } finally {
            Files.deleteIfExists(file);
            Files.createFile(file);
            Drafts.execute("drop table test_full_disk");
        }
        worksAgain();
    }

    private static SQLException sqlFailure(String sql) {
        return assertThrows(SQLException.class, () -> {
            try (Connection connection = PostgresResource.superuser();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    private static void onEachEntry(Runnable meanwhile) {
        Drafts.execute("create trigger test_audit_fault before insert on audit_entry for each row"
                + " execute function test_audit_fault()");
        try {
            meanwhile.run();
        } finally {
            Drafts.execute("drop trigger test_audit_fault on audit_entry");
        }
    }
}
