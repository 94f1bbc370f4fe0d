package org.simpul.referral;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Drafts;
import org.simpul.testing.Drafts.Draft;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class InterruptedImportsTest extends HubTest {
    @Inject
    InterruptedImports interrupted;

    @Test
    void aRunThatACrashLeftBehindFailsAtTheNextStart() {
        Institution bank = Institutions.bank();
        Person investigator = bank.person(Role.INVESTIGATOR);
        Draft draft = Drafts.of(bank, investigator);
        UUID open = run(draft, investigator, "OPEN");
        UUID running = run(draft, investigator, "RUNNING");
        Drafts.execute(
                """
                insert into import_row (id, owner, run_id, booked_on, amount, currency,
                  from_type, from_scope, from_value, to_type, to_scope, to_value)
                values (uuidv7(), ?, ?, current_date, 1, 'IDR', 'PHONE', '', '+62811', 'PHONE', '', '+62812')
                """,
                bank.id(),
                running);

        interrupted.end(Duration.ZERO);

        String imports = "/api/v1/referrals/" + draft.referral() + "/imports/";
        as(investigator)
                .get(imports + running)
                .then()
                .statusCode(200)
                .body("status", equalTo("FAILED"))
                .body("failure", equalTo("interrupted"));
        as(investigator).get(imports + open).then().body("status", equalTo("OPEN"));
        assertEquals(0, Drafts.count("from import_row where run_id = ?", running));
        assertEquals(
                "system:import-clean-up",
                Drafts.value("select actor from audit_entry where object_id = ? and act = 'import.failed'", running));
    }

    @Test
    void aCommandBesideAHubThatServesEndsNothing() {
        // and so it asks for nothing that it was not given here
        InterruptedImports beside = new InterruptedImports(null, null, null, null, null, false);
        assertDoesNotThrow(() -> beside.atStart(new StartupEvent()));
    }

    private static UUID run(Draft draft, Person person, String status) {
        UUID id = UUID.randomUUID();
        Drafts.execute(
                "insert into import_run values (?, ?, ?, ?, ?, '{}', null, 0, 0, ?, now(), null)",
                id,
                draft.owner(),
                draft.referral(),
                draft.version(),
                status,
                Drafts.id(person));
        return id;
    }

    @Test
    void aRunThatStandsStillIsEndedWithoutARestart() {
        Institution bank = Institutions.bank();
        Person investigator = bank.person(Role.INVESTIGATOR);
        Draft draft = Drafts.of(bank, investigator);
        UUID moving = run(draft, investigator, "RUNNING");
        UUID still = run(draft, investigator, "RUNNING");
        Drafts.execute("update import_run set moved_at = now() - interval '2 hours' where id = ?", still);
        interrupted.tick();
        assertEquals("FAILED", Drafts.value("select status from import_run where id = ?", still));
        assertEquals("RUNNING", Drafts.value("select status from import_run where id = ?", moving));
        interrupted.end(Duration.ZERO);
        assertEquals("FAILED", Drafts.value("select status from import_run where id = ?", moving));
    }
}
