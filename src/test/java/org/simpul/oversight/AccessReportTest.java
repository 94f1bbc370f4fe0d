package org.simpul.oversight;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
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
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What the overseer learns of who did how much. */
@QuarkusTest
class AccessReportTest extends HubTest {
    private final Institution bank = Institutions.bank();
    private UUID person;
    private UUID colleague;
    private final Person overseer =
            Institutions.admit(ParticipantKind.SUPERVISOR).person(Role.OVERSIGHT_AUDITOR);

    @BeforeEach
    void signIn() {
        person = Drafts.id(bank.person(Role.INVESTIGATOR));
        colleague = Drafts.id(bank.person(Role.INVESTIGATOR));
    }

    private void act(UUID who, String act, String outcome, String at, int times) {
        for (int i = 0; i < times; i++) {
            Database.updateAsSuperuser(
                    """
                    insert into audit_entry (id, at, person_id, actor, participant_id, roles, client, act, outcome,
                      request_id, payload, nonce)
                    values (gen_random_uuid(), ?::timestamptz, ?, 'person', ?, '{}', 'test', ?, ?, 'r', '{}',
                      decode(repeat('00', 32), 'hex'))
                    """,
                    at,
                    who,
                    bank.id(),
                    act,
                    outcome);
        }
    }

    private String line(String path) {
        return as(overseer)
                .get(path)
                .then()
                .statusCode(200)
                .body("quarter", equalTo("1999-Q2"))
                .extract()
                .jsonPath()
                .get("lines.find { it.participant == '" + bank.alias() + "' }")
                .toString();
    }

    @Test
    void actsAreCountedByInstitutionAndByPersonWithinTheQuarter() {
        act(person, "referral.read", "ALLOWED", "1999-04-01T00:00:00+07:00", 3);
        act(person, "referral.listed", "ALLOWED", "1999-05-01T00:00:00+07:00", 2);
        act(person, "subject.searched", "ALLOWED", "1999-05-01T00:00:00+07:00", 4);
        act(person, "dissemination.exported", "ALLOWED", "1999-05-01T00:00:00+07:00", 1);
        act(person, "subject.details-read", "ALLOWED", "1999-05-01T00:00:00+07:00", 1);
        act(colleague, "notification.marked-read", "ALLOWED", "1999-05-01T00:00:00+07:00", 6);
        act(colleague, "readReferral", "DENIED", "1999-06-30T23:59:59+07:00", 7);
        // outside of it
        act(person, "referral.read", "ALLOWED", "1999-03-31T23:59:59+07:00", 9);
        act(person, "referral.read", "ALLOWED", "1999-07-01T00:00:00+07:00", 9);
        assertEquals(
                "{participant=" + bank.alias() + ", person_id=null, reads=5, searches=4, exports=1, unmaskings=1,"
                        + " others=6, denials=7}",
                line("/api/v1/access-reports?quarter=1999-Q2"));
        as(overseer)
                .get("/api/v1/access-reports?quarter=1999-Q2&participant_id=" + bank.id())
                .then()
                .body("lines.size()", equalTo(2))
                .body("lines.person_id", hasItem(person.toString()))
                .body("lines.find { it.person_id == '" + colleague + "' }.denials", equalTo(7));
    }

    @Test
    void readingItIsRecordedAndAskedForAQuarterThatThereIs() {
        long before = Drafts.count("from audit_entry where act = 'access.report-read'");
        as(overseer).get("/api/v1/access-reports").then().statusCode(200);
        as(overseer).get("/api/v1/access-reports?quarter=1999-Q5").then().statusCode(400);
        assertEquals(before + 1, Drafts.count("from audit_entry where act = 'access.report-read'"));
    }

    @Test
    void theRoleThatCountsReadsNoDetail() throws SQLException {
        for (String column : new String[] {"payload", "detail_digest", "nonce", "object_owner"}) {
            try (Connection connection = PostgresResource.superuser()) {
                connection.setAutoCommit(false);
                connection.createStatement().execute("set local role simpul_job_oversight");
                SQLException refused = assertThrows(
                        SQLException.class,
                        () -> connection.createStatement().executeQuery("select " + column + " from audit_entry"));
                assertEquals("42501", refused.getSQLState(), column);
            }
        }
    }
}
