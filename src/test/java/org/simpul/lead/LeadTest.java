package org.simpul.lead;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.access.SystemActor;
import org.simpul.casework.Desk;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class LeadTest extends HubTest {
    private static final String LEADS = "/api/v1/leads";
    private static final String RECEIPTS = "/api/v1/lead-receipts";

    @Inject
    Leads leads;

    @Inject
    SystemActor actor;

    @Inject
    CurrentCaller current;

    private final Institution fiu = Institutions.fiu();
    private final Person analyst = fiu.person(Role.FIU_ANALYST);
    private final Institution hotline = Institutions.admit(ParticipantKind.PARTNER);
    private final Person partner = hotline.person(Role.PARTNER_ANALYST);

    private static String anyAccount() {
        return String.valueOf(1_000_000_000L + (System.nanoTime() % 1_000_000_000L));
    }

    private static Map<String, Object> lead(String account, boolean atRisk) {
        return new HashMap<>(Map.of(
                "identifiers",
                List.of(Map.of("type", "BANK_ACCOUNT", "scope", "ID:014", "value", account)),
                "source",
                "HOTLINE",
                "observed_on",
                "2026-03-01",
                "child_at_risk",
                atRisk));
    }

    private static UUID submit(Person who, String account, boolean atRisk) {
        return UUID.fromString(as(who).body(lead(account, atRisk))
                .post(LEADS)
                .then()
                .statusCode(201)
                .body("size()", equalTo(2))
                .body("status", equalTo("RECEIVED"))
                .extract()
                .path("id"));
    }

    @Test
    void aPartnerLearnsThatItCameAndTheFiuReadsIt() {
        String account = anyAccount();
        UUID id = submit(partner, account, false);
        as(partner).get(LEADS + "/" + id).then().statusCode(403);
        as(partner).get(LEADS).then().statusCode(403);
        as(analyst).get(LEADS + "/" + id).then().statusCode(400);
        Desk.by(analyst)
                .get(LEADS + "/" + id)
                .then()
                .statusCode(200)
                .body("identifiers.value", contains(account))
                .body("source", equalTo("HOTLINE"))
                .body("from", equalTo("Institution " + hotline.alias()));
        as(analyst)
                .get(LEADS)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id.toString()))
                .body("items[0].identifiers", nullValue());
        as(analyst).body(lead(account, false)).post(LEADS).then().statusCode(403);
        for (Person other : List.of(
                Institutions.bank().person(Role.COMPLIANCE_OFFICER),
                Institutions.agency().person(Role.LE_SUPERVISOR),
                Institutions.admit(ParticipantKind.SUPERVISOR).person(Role.PARTNER_ANALYST))) {
            as(other).body(lead(account, false)).post(LEADS).then().statusCode(403);
            as(other).get(LEADS).then().statusCode(403);
            as(other).get(RECEIPTS).then().statusCode(403);
        }
    }

    @Test
    void theReceiptsAreTheSameBytesWhateverHappens() {
        String account = anyAccount();
        UUID id = submit(partner, account, false);
        Response before = as(partner).get(RECEIPTS);
        assertEquals(
                "{\"items\":[{\"id\":\"" + id + "\",\"status\":\"RECEIVED\"}],\"next_page_token\":null}",
                before.asString());
        // read, given by somebody else as well, and taken back
        Desk.by(analyst).get(LEADS + "/" + id).then().statusCode(200);
        Person other = Institutions.admit(ParticipantKind.PARTNER).person(Role.PARTNER_ANALYST);
        UUID same = submit(other, account, true);
        Database.updateAsSuperuser("update disclosure set recalled_at = now() where object_id = ?", id);
        Desk.by(analyst).get(LEADS + "/" + id).then().statusCode(404);
        assertEquals(before.asString(), as(partner).get(RECEIPTS).asString());
        as(other).get(RECEIPTS).then().body("items.id", contains(same.toString()));
        as(Institutions.admit(ParticipantKind.PARTNER).person(Role.PARTNER_ANALYST))
                .get(RECEIPTS)
                .then()
                .body("items", empty());
    }

    @Test
    void aChildAtRiskIsToldUrgentlyAndToTheFiuAlone() {
        UUID urgent = submit(partner, anyAccount(), true);
        assertEquals(List.of("all lead.read urgent"), Told.about(urgent));
        assertEquals(1, Told.to(fiu.id(), urgent));
        assertEquals(List.of("all lead.read routine"), Told.about(submit(partner, anyAccount(), false)));
    }

    @Test
    void aLeadThatIsSentAgainIsOne() {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as(partner)
                    .header("Idempotency-Key", key)
                    .body(lead("1234567890", false))
                    .post(LEADS)
                    .then()
                    .statusCode(201);
        }
        as(partner).get(RECEIPTS).then().body("items.size()", equalTo(1));
    }

    @Test
    void thereIsNoRoomForPersonsPlacesOrTexts() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("identifiers", List.of(Map.of("type", "PHONE", "value", "+628123456789"))),
                Map.of("identifiers", List.of(Map.of("type", "URL", "value", "https://example.org/a"))),
                Map.of("identifiers", List.of(Map.of("type", "USERNAME", "scope", "chat", "value", "somebody"))),
                Map.of("identifiers", List.of(Map.of("type", "BANK_ACCOUNT", "scope", "ID:014", "value", "a name"))),
                Map.of("identifiers", List.of()),
                Map.of("source", "A friend"),
                Map.of("observed_on", "2999-01-01"),
                Map.of("note", "seen here"))) {
            Map<String, Object> body = lead(anyAccount(), false);
            body.putAll(wrong);
            as(partner).body(body).post(LEADS).then().statusCode(400);
        }
        as(partner).get(RECEIPTS).then().body("items", empty());
    }

    private static Member asMember(Institution who) {
        return new Member(who.id(), who.alias(), "", who.kind());
    }

    private List<LeadMatch> matching(Institution who, Identifier... identifiers) {
        return actor.act("test", asMember(who), () -> leads.matching(current.get(), List.of(identifiers))
                .matches());
    }

    @Test
    void leadsAreFoundByWhatTheyHoldForTheFiuAlone() {
        String account = anyAccount();
        UUID id = submit(partner, account, false);
        submit(partner, anyAccount(), false);
        Identifier held = new Identifier(IdentifierType.BANK_ACCOUNT, "ID:014", account);
        Identifier elsewhere = new Identifier(IdentifierType.BANK_ACCOUNT, "ID:008", account);
        assertEquals(
                List.of(id),
                matching(fiu, held, elsewhere).stream().map(LeadMatch::leadId).toList());
        assertEquals(List.of(), matching(fiu, elsewhere));
        assertEquals(List.of(), matching(fiu));
        assertEquals(List.of(), matching(hotline, held));
        assertEquals(List.of(), matching(Institutions.bank(), held));
    }

    @Test
    void whatHasTheSameNumberElsewhereCutsNothingOff() {
        String account = anyAccount();
        Identifier held = new Identifier(IdentifierType.BANK_ACCOUNT, "ID:014", account);
        UUID one = submit(partner, account, false);
        UUID crowd = submit(partner, anyAccount(), true);
        holding(crowd, account, 600);
        assertEquals(
                List.of(one),
                matching(fiu, held).stream().map(LeadMatch::leadId).toList());
        Identifier[] all = IntStream.rangeClosed(1, 501)
                .mapToObj(n -> new Identifier(IdentifierType.BANK_ACCOUNT, "ID:9" + n, account))
                .toArray(Identifier[]::new);
        assertEquals(500, matching(fiu, all).size());
        assertTrue(actor.act("test", asMember(fiu), () -> leads.matching(current.get(), List.of(all)))
                .more());
    }

    /** Past the walls and the seal: the number at as many banks. */
    private static void holding(UUID lead, String account, int banks) {
        Database.updateAsSuperuser("alter table lead_identifier disable trigger user");
        Database.updateAsSuperuser(
                "insert into lead_identifier (id, owner, version_id, type, scope, value) select gen_random_uuid(), l.owner,"
                        + " l.id, 'BANK_ACCOUNT', 'ID:9' || n, ? from lead l, generate_series(1, ?) n where l.id = ?",
                account,
                banks,
                lead);
        Database.updateAsSuperuser("alter table lead_identifier enable trigger user");
    }

    @Test
    void theDatabaseHandsNothingBack() throws SQLException {
        UUID id = submit(partner, anyAccount(), false);
        UUID person = Drafts.id(partner);
        String held = "select id from lead_identifier where version_id = ?";
        assertEquals(List.of(), Database.query(hotline.id(), person, held, id));
        assertEquals(1, Database.query(fiu.id(), Drafts.id(analyst), held, id).size());
        Institution other = Institutions.admit(ParticipantKind.PARTNER);
        UUID stranger = Drafts.id(other.person(Role.PARTNER_ANALYST));
        assertEquals(List.of(), Database.query(other.id(), stranger, held, id));
        assertEquals(List.of(), Database.query(other.id(), stranger, "select id from lead where id = ?", id));
        assertThrows(
                SQLException.class,
                () -> Database.update(hotline.id(), person, "update lead set sealed_at = now() where id = ?", id));
        Institution bank = Institutions.bank();
        assertThrows(
                SQLException.class,
                () -> Database.update(
                        bank.id(),
                        Drafts.id(bank.person(Role.INVESTIGATOR)),
                        "insert into lead (id, owner, source, observed_on, child_at_risk, submitted_by, received_at)"
                                + " values (gen_random_uuid(), ?, 'NGO', current_date, false, gen_random_uuid(), now())",
                        bank.id()));
    }
}
