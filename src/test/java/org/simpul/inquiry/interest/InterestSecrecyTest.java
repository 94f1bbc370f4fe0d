package org.simpul.inquiry.interest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.simpul.inquiry.interest.InterestSteps.CONTACTS;
import static org.simpul.inquiry.interest.InterestSteps.INTERESTS;
import static org.simpul.inquiry.interest.InterestSteps.MEETINGS;

/** What an agency may not learn of another's interest, through answers and through the database. */
@QuarkusTest
class InterestSecrecyTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    /** What an agency does and reads when it registers an interest, with all that comes back. */
    private String story(Map<String, Object> value) {
        InterestSteps agency = new InterestSteps();
        StringBuilder heard = new StringBuilder();
        Response registered = agency.register(value);
        hear(heard, agency, registered);
        outbox.drain();
        String id = registered.then().statusCode(201).extract().path("id");
        for (String path : List.of(INTERESTS, CONTACTS, MEETINGS, "/api/v1/notifications", "/api/v1/disclosures")) {
            hear(heard, agency, agency.get(path));
        }
        hear(heard, agency, agency.silence(id));
        hear(heard, agency, agency.withdraw(id));
        outbox.drain();
        hear(heard, agency, agency.get(CONTACTS));
        hear(heard, agency, agency.get("/api/v1/notifications"));
        return heard.toString();
    }

    private static void hear(StringBuilder heard, InterestSteps agency, Response answer) {
        String headers = answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("content-length"))
                .map(header -> header.getName() + ": " + header.getValue())
                .sorted()
                .toList()
                .toString();
        heard.append((answer.statusCode() + " " + headers + " " + answer.asString())
                        .replace(agency.matter, "<matter>")
                        .replace(agency.agency.alias(), "<agency>")
                        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>")
                        .replaceAll("\\b[A-Z](-[0-9A-Z]{4}){3}\\b", "<reference>")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "<time>")
                        .replaceAll("(?i)(audit-leaf|request-id|date): [^,\\]]*(, \\d[^,\\]]*)?", "$1"))
                .append('\n');
    }

    @Test
    void aSilentInterestOfAnotherAgencyMovesNoByte() {
        String alone = story(InterestSteps.phone());
        Map<String, Object> value = InterestSteps.phone();
        InterestSteps silent = new InterestSteps();
        String id = silent.registered(value);
        silent.silence(id).then().statusCode(200);
        outbox.drain();
        assertEquals(alone, story(value));
        assertEquals(List.of(), silent.desksTold());
        // the same story with one that is not silent is another one
        Map<String, Object> open = InterestSteps.phone();
        new InterestSteps().registered(open);
        assertNotEquals(alone, story(open));
    }

    @Test
    void aWithdrawnInterestOfAnotherAgencyMovesNoByte() {
        String alone = story(InterestSteps.phone());
        Map<String, Object> value = InterestSteps.phone();
        InterestSteps gone = new InterestSteps();
        gone.withdraw(gone.registered(value)).then().statusCode(200);
        outbox.drain();
        assertEquals(alone, story(value));
    }

    @Test
    void nobodyElseHasAnyOfIt() {
        InterestSteps agency = new InterestSteps();
        String id = agency.registered(InterestSteps.phone());
        for (Person who : List.of(
                Institutions.bank().person(Role.COMPLIANCE_OFFICER),
                Institutions.fiu().person(Role.FIU_SUPERVISOR))) {
            as(who).body(InterestSteps.form(InterestSteps.phone(), "Desk"))
                    .post(INTERESTS)
                    .then()
                    .statusCode(403);
            as(who).get(INTERESTS).then().statusCode(403);
            as(who).get(CONTACTS).then().statusCode(403);
            as(who).post(INTERESTS + "/" + id + "/withdrawals").then().statusCode(403);
            as(who).body(Map.of("reason", "x", "until", "2099-01-01T00:00:00Z"))
                    .post(INTERESTS + "/" + id + "/silences")
                    .then()
                    .statusCode(403);
        }
        for (Person who : List.of(
                Institutions.bank().person(Role.COMPLIANCE_OFFICER),
                agency.agency.person(Role.LE_SUPERVISOR),
                Institutions.fiu().person(Role.FIU_ANALYST))) {
            as(who).get(MEETINGS).then().statusCode(403);
        }
        InterestSteps stranger = new InterestSteps();
        assertEquals(
                stranger.withdraw(UUID.randomUUID().toString()).asString().replaceAll("\"request_id\":\"[^\"]*\"", ""),
                stranger.withdraw(id).asString().replaceAll("\"request_id\":\"[^\"]*\"", ""));
        assertEquals(404, stranger.silence(id).statusCode());
    }

    @Test
    void theDatabaseShowsAnInterestToItsOwnerAndLetsTheClerkAloneWriteOfMeetings() throws SQLException {
        Map<String, Object> value = InterestSteps.phone();
        InterestSteps one = new InterestSteps();
        InterestSteps other = new InterestSteps();
        String mine = one.registered(value);
        other.registered(value);
        outbox.drain();
        UUID id = UUID.fromString(mine);
        UUID fiu = Institutions.fiu().id();
        UUID person = Drafts.id(Institutions.fiu().person(Role.FIU_SUPERVISOR));
        String read = "select id from interest where id = ?";
        assertEquals(1, Database.query(one.agency.id(), null, read, id).size());
        Institution bank = Institutions.bank();
        for (UUID stranger : List.of(other.agency.id(), fiu, bank.id())) {
            assertEquals(List.of(), Database.query(stranger, null, read, id));
        }
        String contacts = "select desk from interest_contact where recipient = ?";
        assertEquals(List.of(other.desk()), Database.query(one.agency.id(), null, contacts, one.agency.id()));
        assertEquals(List.of(), Database.query(other.agency.id(), null, contacts, one.agency.id()));
        assertEquals(List.of(), Database.query(bank.id(), null, contacts, one.agency.id()));
        assertEquals(List.of(), Database.query(one.agency.id(), null, "select id from interest_meeting"));
        String met =
                """
                insert into interest_meeting (id, owner, first_interest, first_agency, first_reference, second_interest,
                  second_agency, second_reference, at)
                select gen_random_uuid(), ?, gen_random_uuid(), ?, 'I-1', gen_random_uuid(), ?, 'I-2', now()
                """;
        refused(fiu, person, met, fiu, one.agency.id(), other.agency.id());
        refused(one.agency.id(), null, met, one.agency.id(), one.agency.id(), other.agency.id());
        String told =
                """
                insert into interest_contact (id, owner, recipient, meeting_id, reference, desk, contact, at)
                select gen_random_uuid(), owner, ?, id, 'I-1', 'Desk', '1', now() from interest_meeting limit 1
                """;
        refused(fiu, person, told, bank.id());
        refused(fiu, null, told, bank.id());
        refused(one.agency.id(), null, "update interest_contact set desk = 'x'");
        refused(fiu, null, "update interest_contact set desk = 'x'");
        refused(fiu, null, "delete from interest_contact");
        refused(one.agency.id(), null, "update interest set digest = digest where id = ?", id);
    }

    private static void refused(UUID participant, UUID person, String sql, Object... values) {
        assertThrows(SQLException.class, () -> Database.update(participant, person, sql, values), sql);
    }
}
