package org.simpul.retention;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
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
import org.simpul.testing.Told;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.simpul.retention.RetentionSteps.HOLDS;
import static org.simpul.retention.RetentionSteps.leads;

@QuarkusTest
class LegalHoldTest extends HubTest {
    @Inject
    ReviewClock clock;

    private final RetentionSteps steps = new RetentionSteps();
    private final Institution partner = Institutions.admit(ParticipantKind.PARTNER);
    private UUID lead;

    @BeforeEach
    void aLead() {
        leads(partner.id(), 1, 1);
        lead = (UUID) Drafts.value("select id from lead where owner = ? order by id desc limit 1", partner.id());
    }

    @Test
    void onePersonDraftsItAndAnotherSetsIt() {
        String supervisors = as(steps.supervisor)
                .body(Map.of(
                        "object",
                        Map.of("kind", "LEAD", "id", lead),
                        "reason",
                        "The trial goes on.",
                        "asked_by",
                        "Kejaksaan",
                        "official_reference",
                        "7/2026",
                        "review_on",
                        LocalDate.now().plusDays(9).toString()))
                .post(HOLDS)
                .then()
                .statusCode(201)
                .body("status", equalTo("DRAFTED"))
                .extract()
                .path("id");
        assertEquals(List.of("all legal-hold.set routine"), Told.about(UUID.fromString(supervisors)));
        String path = HOLDS + "/" + supervisors;
        steps.act(steps.analyst, path, "/decisions", Map.of("decision", "APPROVE"))
                .statusCode(403);
        steps.act(steps.supervisor, path, "/decisions", Map.of("decision", "APPROVE"))
                .statusCode(403)
                .body("type", equalTo("/problems/same-person"));
        steps.act(steps.fiu.person(Role.FIU_SUPERVISOR), path, "/decisions", Map.of("decision", "APPROVE"))
                .statusCode(200)
                .body("status", equalTo("SET"));
        as(steps.analyst).get(HOLDS).then().body("items.id", hasItem(supervisors));
        steps.act(steps.supervisor, path, "/decisions", Map.of("decision", "APPROVE"))
                .statusCode(409);
    }

    @Test
    void itIsNeverSetOnWhatOneDoesNotSee() {
        for (String kind : List.of("INTAKE", "CASE", "DISSEMINATION", "RFI", "RFI_THREAD", "HOLD", "LEAD")) {
            as(steps.analyst)
                    .body(Map.of(
                            "object",
                            Map.of("kind", kind, "id", UUID.randomUUID()),
                            "reason",
                            "-",
                            "asked_by",
                            "-",
                            "official_reference",
                            "-",
                            "review_on",
                            "2099-01-01"))
                    .post(HOLDS)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("object.id"));
        }
    }

    @Test
    void itsReviewIsRemindedOfOnce() {
        String id = steps.held("LEAD", lead);
        clock.look();
        assertEquals(1, Told.about(UUID.fromString(id)).size());
        Database.updateAsSuperuser("update legal_hold set review_on = current_date where id = ?::uuid", id);
        clock.look();
        clock.look();
        assertEquals(2, Told.about(UUID.fromString(id)).size());
        as(steps.supervisor)
                .body(Map.of("review_on", LocalDate.now().toString()))
                .post(HOLDS + "/" + id + "/reviews")
                .then()
                .statusCode(400);
        as(steps.supervisor)
                .body(Map.of("review_on", LocalDate.now().plusDays(30).toString()))
                .post(HOLDS + "/" + id + "/reviews")
                .then()
                .statusCode(200);
    }

    @Test
    void noOtherInstitutionReadsOrWritesOne() throws SQLException {
        String id = steps.held("LEAD", lead);
        assertEquals(List.of(), Database.query(partner.id(), null, "select id from legal_hold where id = ?::uuid", id));
        assertThrows(
                SQLException.class,
                () -> Database.update(
                        partner.id(),
                        null,
                        """
                        insert into legal_hold (id, owner, object_kind, object_id, reason, asked_by, official_reference,
                          review_on, status, revision, drafted_by, drafted_at)
                        values (gen_random_uuid(), ?, 'LEAD', ?, '-', '-', '-', current_date, 'DRAFTED', 0,
                          gen_random_uuid(), now())
                        """,
                        partner.id(),
                        lead));
        as(steps.overseer).get(HOLDS + "/" + id).then().statusCode(403);
        as(partner.person(Role.PARTNER_ANALYST)).get(HOLDS + "/" + id).then().statusCode(403);
    }
}
