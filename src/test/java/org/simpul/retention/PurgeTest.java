package org.simpul.retention;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.simpul.retention.RetentionSteps.PURGES;
import static org.simpul.retention.RetentionSteps.leads;

@QuarkusTest
class PurgeTest extends HubTest {
    private static final String LEAD = "classes.find { it.record_class == 'LEAD' }.";

    @Inject
    PurgeClock clock;

    private RetentionSteps steps;
    private Institution partner;

    @BeforeEach
    void begin() {
        steps = new RetentionSteps();
        partner = Institutions.admit(ParticipantKind.PARTNER);
        steps.inForce();
        // what other tests left in the past
        steps.purged(clock);
    }

    private long left(String table) {
        return Drafts.count("from " + table + " where owner = ?", partner.id());
    }

    /** What anybody computes who holds the ids. */
    private String chain() {
        IdChain chain = new IdChain(IdChain.START);
        Database.queryAsSuperuser(
                        "select id from lead where owner = ? and received_at < now() - interval '60 months' order by id",
                        partner.id())
                .forEach(id -> chain.add((UUID) id));
        return chain.hex();
    }

    @Test
    void whatHasExpiredGoesWithItsPartsAndTheRestStays() {
        leads(partner.id(), 25, 61);
        leads(partner.id(), 7, 59);
        String chain = chain();
        String id = steps.counted();
        steps.read(id).body("status", equalTo("DRY_RUN")).body(LEAD + "expired", equalTo(25));
        assertEquals(32, left("lead"), "a dry run deletes nothing");
        clock.look();
        assertEquals(32, left("lead"), "what was only counted is not deleted");
        steps.act(steps.supervisor, PURGES + "/" + id, "/orders", Map.of())
                .statusCode(200)
                .body("status", equalTo("ORDERED"));
        clock.look();
        assertEquals(32, left("lead"), "what was only ordered is not deleted");
        steps.act(steps.overseer, PURGES + "/" + id, "/decisions", Map.of("decision", "APPROVE"))
                .statusCode(200)
                .body("status", equalTo("APPROVED"));
        clock.look();
        assertEquals(7, left("lead"));
        assertEquals(7, left("lead_identifier"));
        assertEquals(7, Drafts.count("from disclosure where from_participant = ?", partner.id()));
        assertEquals(7, Drafts.count("from reach where from_participant = ?", partner.id()));
        assertEquals(0, Drafts.count("from purge_item"));
        steps.read(id)
                .body("status", equalTo("FINISHED"))
                .body(LEAD + "purged", equalTo(25))
                .body(LEAD + "ids_digest", equalTo(chain))
                .body(LEAD + "first_expiry", matchesPattern("\\d{4}-\\d{2}-\\d{2}"))
                .body("certificate", matchesPattern("[0-9a-f]{64}"));
        assertEquals(
                1L,
                Drafts.count("from audit_entry where act = 'purge.certified' and object_id = ?", UUID.fromString(id)));
        // the overseer and the auditor read it; the operator and an analyst do not
        as(steps.overseer).get(PURGES + "/" + id).then().statusCode(200).body("status", equalTo("FINISHED"));
        as(steps.fiu.person(Role.OVERSIGHT_AUDITOR))
                .get(PURGES + "/" + id)
                .then()
                .statusCode(200);
        as(steps.operator).get(PURGES + "/" + id).then().statusCode(403);
        as(steps.analyst).get(PURGES + "/" + id).then().statusCode(403);
    }

    @Test
    void whatTheOverseerDeclinesIsNotDeleted() {
        leads(partner.id(), 3, 61);
        String id = steps.counted();
        steps.act(steps.overseer, PURGES + "/" + id, "/decisions", Map.of("decision", "APPROVE"))
                .statusCode(409);
        steps.act(steps.supervisor, PURGES + "/" + id, "/orders", Map.of()).statusCode(200);
        as(steps.supervisor)
                .body(Map.of("decision", "APPROVE", "digest", "0".repeat(64)))
                .post(PURGES + "/" + id + "/decisions")
                .then()
                .statusCode(403);
        steps.act(steps.overseer, PURGES + "/" + id, "/decisions", Map.of("decision", "DECLINE", "reason", "Wait."))
                .statusCode(200)
                .body("status", equalTo("DECLINED"))
                .body("certificate", nullValue());
        clock.look();
        assertEquals(3, left("lead"));
    }

    @Test
    void whatExpiresAfterTheCountWaitsForTheNext() {
        leads(partner.id(), 1, 61);
        String id = steps.approved();
        RetentionSteps.past("update purge_run set counted_at = now() - interval '2 months' where id = ?::uuid", id);
        clock.look();
        steps.read(id).body("status", equalTo("FINISHED")).body(LEAD + "purged", equalTo(0));
        assertEquals(1, left("lead"));
        steps.purged(clock).body(LEAD + "purged", equalTo(1));
    }

    @Test
    void whatIsOnLegalHoldStaysUntilTwoPersonsLiftIt() {
        leads(partner.id(), 3, 61);
        UUID one = (UUID) Drafts.value("select id from lead where owner = ? order by id limit 1", partner.id());
        String hold = steps.held("LEAD", one);
        String counted = steps.counted();
        steps.read(counted).body(LEAD + "expired", equalTo(3)).body(LEAD + "on_hold", equalTo(1));
        steps.purged(clock).body(LEAD + "purged", equalTo(2));
        assertEquals(1, left("lead"));
        String path = RetentionSteps.HOLDS + "/" + hold;
        as(steps.supervisor)
                .body(Map.of("reason", "It is over."))
                .post(path + "/lifting-requests")
                .then()
                .statusCode(200);
        steps.act(steps.supervisor, path, "/decisions", Map.of("decision", "APPROVE"))
                .statusCode(403)
                .body("type", equalTo("/problems/same-person"));
        steps.purged(clock).body(LEAD + "purged", equalTo(0));
        steps.act(steps.fiu.person(Role.FIU_SUPERVISOR), path, "/decisions", Map.of("decision", "APPROVE"))
                .statusCode(200)
                .body("status", equalTo("LIFTED"));
        steps.purged(clock).body(LEAD + "purged", equalTo(1));
        assertEquals(0, left("lead"));
        assertEquals(0, Drafts.count("from legal_hold where id = ?", UUID.fromString(hold)));
    }

    /** Interrupted in the middle of a portion, again and again: it ends with the counts and the digest of one that was not. */
    @Test
    void anInterruptedPurgeGoesOnBehindItsLastPortion() throws SQLException {
        leads(partner.id(), 2_500, 61);
        leads(partner.id(), 10, 59);
        String chain = chain();
        String id = steps.approved();
        for (int round : List.of(300, 1_300, 2_400)) {
            interruptAt(round);
            clock.look();
            goOn();
            long purged = 2_510 - left("lead");
            assertEquals(round / 1_000 * 1_000, purged, "a portion is whole or not at all");
            assertEquals(
                    purged,
                    ((Number) Drafts.value(
                                    "select purged from purge_class where run_id = ?::uuid and class = 'LEAD'", id))
                            .longValue());
            assertEquals(2_510 - purged, left("lead_identifier"));
        }
        clock.look();
        steps.read(id)
                .body("status", equalTo("FINISHED"))
                .body(LEAD + "purged", equalTo(2_500))
                .body(LEAD + "ids_digest", equalTo(chain));
        assertEquals(10, left("lead"));
        assertEquals(10, left("lead_identifier"));
    }

    /** The backend of whoever deletes that lead ends, as by {@code kill}. */
    private void interruptAt(int number) throws SQLException {
        try (Connection connection = PostgresResource.superuser();
                Statement statement = connection.createStatement()) {
            UUID id = (UUID) Drafts.value(
                    "select id from lead where owner = ? and received_at < now() - interval '60 months' order by id"
                            + " offset ? limit 1",
                    partner.id(),
                    number - (2_510 - (int) left("lead")));
            statement.execute(
                    """
                    create function test_interrupt() returns trigger language plpgsql security definer as $$
                    begin
                      perform pg_terminate_backend(pg_backend_pid());
                      return old;
                    end $$
                    """);
            statement.execute("grant execute on function test_interrupt() to public");
            statement.execute("create trigger test_interrupt before delete on lead for each row when (old.id = '" + id
                    + "') execute function test_interrupt()");
        }
    }

    private static void goOn() throws SQLException {
        try (Connection connection = PostgresResource.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("drop trigger test_interrupt on lead");
            statement.execute("drop function test_interrupt()");
        }
    }

    /** Whatever runs under the job's role: the database asks itself. */
    @Test
    void theDatabaseRefusesToDeleteWhatHasNotExpiredOrIsHeld() throws SQLException {
        leads(partner.id(), 1, 59);
        UUID fresh = (UUID) Drafts.value("select id from lead where owner = ?", partner.id());
        leads(partner.id(), 1, 61);
        UUID expired = (UUID) Drafts.value("select id from lead where owner = ? and id <> ?", partner.id(), fresh);
        String run = steps.approved();
        try (Connection connection = PostgresResource.superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local role simpul_job_retention");
            assertEquals(0, statement.executeUpdate("delete from lead where id = '" + expired + "'"));
            assertEquals(0, statement.executeUpdate("delete from lead_identifier where version_id = '" + fresh + "'"));
            assertEquals(1, statement.executeUpdate(item(run, expired)));
            assertEquals(
                    1, statement.executeUpdate("delete from lead_identifier where version_id = '" + expired + "'"));
            assertThrows(SQLException.class, () -> statement.executeUpdate(item(run, fresh)));
            connection.rollback();
            statement.execute("set local role simpul_job_retention");
            assertThrows(
                    SQLException.class,
                    () -> statement.executeUpdate(item(UUID.randomUUID().toString(), expired)));
            connection.rollback();
        }
        steps.drafted("LEAD", expired);
        try (Connection connection = PostgresResource.superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local role simpul_job_retention");
            assertThrows(SQLException.class, () -> statement.executeUpdate(item(run, expired)));
            connection.rollback();
        }
        Person nobody = partner.person(Role.PARTNER_ANALYST);
        assertThrows(
                SQLException.class,
                () -> Database.update(partner.id(), Drafts.id(nobody), "delete from lead where id = ?", expired));
    }

    private String item(String run, UUID lead) {
        return "insert into purge_item (run_id, owner, class, object_id) values ('%s', '%s', 'LEAD', '%s')"
                .formatted(run, partner.id(), lead);
    }
}
