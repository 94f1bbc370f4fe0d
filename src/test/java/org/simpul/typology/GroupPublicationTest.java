package org.simpul.typology;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What is published to a working group is read by whoever is inside at that moment. */
@QuarkusTest
class GroupPublicationTest extends HubTest {
    private static final String PATH = "/api/v1/typologies";
    private static final String GROUPS = "/api/v1/working-groups";

    private Person analyst;
    private Person supervisor;
    private Institution bank;
    private Person banker;
    private String groupName;
    private String group;

    @BeforeEach
    void people() {
        analyst = Institutions.fiu().person(Role.FIU_ANALYST);
        supervisor = Institutions.fiu().person(Role.FIU_SUPERVISOR);
        bank = Institutions.bank();
        banker = bank.person(Role.INVESTIGATOR);
        groupName = "Group " + UUID.randomUUID();
        group = as(supervisor)
                .body(Map.of("name", groupName, "purpose", "Payments behind abuse"))
                .post(GROUPS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void join(Institution institution) {
        as(supervisor)
                .body(Map.of("participant", institution.alias()))
                .post(GROUPS + "/" + group + "/members")
                .then()
                .statusCode(200);
    }

    private void leave(Institution institution) {
        as(supervisor)
                .post(GROUPS + "/" + group + "/members/" + institution.id() + "/departures")
                .then()
                .statusCode(200);
    }

    private String drafted() {
        String id = Typologies.drafted(analyst);
        Typologies.endorse(id);
        return id;
    }

    private ValidatableResponse handOver(String id, Object... groups) {
        return as(analyst)
                .body(Map.of("communities", List.of(), "participants", List.of(), "groups", List.of(groups)))
                .post(PATH + "/" + id + "/handovers")
                .then();
    }

    private ValidatableResponse approve(String id) {
        String digest = as(supervisor).get(PATH + "/" + id).then().extract().path("digest");
        return as(supervisor)
                .body(Map.of("decision", "APPROVE", "digest", digest))
                .post(PATH + "/" + id + "/decisions")
                .then();
    }

    private String published() {
        String id = drafted();
        handOver(id, group).statusCode(200);
        approve(id).statusCode(200);
        return id;
    }

    private static ValidatableResponse read(Person person, String id) {
        return as(person).get(PATH + "/" + id).then();
    }

    private static List<String> received(Person person) {
        return as(person)
                .get("/api/v1/disclosures?direction=RECEIVED")
                .then()
                .statusCode(200)
                .extract()
                .path("items.object_id");
    }

    private static String bytes(ValidatableResponse answer) {
        return answer.extract().asString().replace(answer.extract().header("Request-Id"), "");
    }

    @Test
    void theHandOverShowsWhoIsInsideNow() {
        join(bank);
        Institution agency = Institutions.agency();
        join(agency);
        Institution suspended = Institutions.bank();
        join(suspended);
        Institutions.setStatus(suspended, "SUSPENDED");
        handOver(drafted(), group)
                .statusCode(200)
                .body("workings.audience.groups", contains(groupName))
                .body("workings.audience.participants.size()", equalTo(0))
                .body(
                        "workings.audience.recipients",
                        contains("Institution " + agency.alias(), "Institution " + bank.alias()));
    }

    @Test
    void anEmptyGroupIsAnEmptyAudienceAtTheHandOverAndAtTheApproval() {
        String id = drafted();
        handOver(id, group).statusCode(400).body("violations.code", contains("empty_audience"));
        join(bank);
        handOver(id, group).statusCode(200);
        leave(bank);
        approve(id).statusCode(400).body("violations.code", contains("empty_audience"));
        as(supervisor).get(PATH + "/" + id).then().body("status", equalTo("PENDING_APPROVAL"));
    }

    @Test
    void aGroupOfAnotherInstitutionIsAsUnknownAsOneThatDoesNotExist() {
        UUID other = UUID.randomUUID();
        Database.updateAsSuperuser(
                "insert into working_group (id, owner, name, purpose, created_by, created_at)"
                        + " values (?, ?, 'Theirs', 'Theirs', gen_random_uuid(), now())",
                other,
                bank.id());
        Database.updateAsSuperuser(
                "insert into working_group_member (owner, group_id, participant_id, joined_at) values (?, ?, ?, now())",
                bank.id(),
                other,
                Institutions.fiu().id());
        String id = drafted();
        String absent = bytes(handOver(id, UUID.randomUUID()).statusCode(400));
        assertEquals(absent, bytes(handOver(id, other).statusCode(400)));
    }

    @Test
    void theApprovalCoversTheGroupsAndWritesOneRowForEach() {
        join(bank);
        String id = drafted();
        String before = as(analyst).get(PATH + "/" + id).then().extract().path("digest");
        String handed = handOver(id, group).statusCode(200).extract().path("digest");
        assertFalse(handed.equals(before), "the digest covers the groups");
        approve(id).statusCode(200);
        assertEquals(
                List.of(UUID.fromString(group)),
                Database.queryAsSuperuser(
                        "select d.to_group from disclosure d join typology_version v on v.id = d.object_id"
                                + " where v.typology_id = ?",
                        UUID.fromString(id)));
        String version = as(analyst).get(PATH + "/" + id).then().extract().path("version_id");
        as(supervisor)
                .get("/api/v1/disclosures?direction=GIVEN")
                .then()
                .body("items.find { it.object_id == '%s' }.to".formatted(version), equalTo(groupName));
    }

    @Test
    void whoJoinsLaterReadsItAndWhoLeftReadsItNoMore() {
        Institution first = Institutions.bank();
        join(first);
        String id = published();
        String absent = bytes(read(banker, UUID.randomUUID().toString()).statusCode(404));
        assertEquals(absent, bytes(read(banker, id)), "outside it is not there");

        join(bank);
        String version = read(banker, id).statusCode(200).extract().path("version_id");
        read(banker, id).body("digest", equalTo(null)).body("workings", equalTo(null));
        as(banker).get(PATH).then().body("items.id", hasItem(id));
        assertEquals(1, received(banker).stream().filter(version::equals).count());

        leave(bank);
        assertEquals(absent, bytes(read(banker, id)), "from the next request on it is not there");
        assertEquals(
                absent, bytes(as(banker).get(PATH + "/" + id + "/versions/1").then()));
        as(banker).get(PATH).then().body("items.id", not(hasItem(id)));
        assertEquals(0, received(banker).stream().filter(version::equals).count());
        read(first.person(Role.INVESTIGATOR), id).statusCode(200);
    }

    @Test
    void theLedgerTellsAMemberNothingOfTheOthersInside() {
        Institution other = Institutions.agency();
        join(other);
        join(bank);
        String version = read(analyst, published()).extract().path("version_id");
        String answer = as(banker)
                .get("/api/v1/disclosures?direction=RECEIVED")
                .then()
                .body(
                        "items.findAll { it.object_id == '%s' }.to".formatted(version),
                        contains("Institution " + bank.alias()))
                .extract()
                .asString();
        assertFalse(answer.contains(other.alias()), "who else is inside");
        assertFalse(answer.contains(group), "the group itself");
    }

    /** A typology that the bank owns: only the FIU writes any today, and the ledger does not hang on that. */
    private UUID versionOfTheBank() {
        join(Institutions.agency());
        String id = published();
        UUID typology = UUID.randomUUID();
        UUID version = UUID.randomUUID();
        Database.updateAsSuperuser(
                """
                insert into typology select (jsonb_populate_record(null::typology,
                  to_jsonb(t) || jsonb_build_object('id', ?::text, 'owner', ?::text))).* from typology t where t.id = ?
                """,
                typology.toString(),
                bank.id().toString(),
                UUID.fromString(id));
        // no partner reviews what a bank would write
        Database.updateAsSuperuser("alter table typology_version disable trigger reviewed_version");
        Database.updateAsSuperuser(
                """
                insert into typology_version select (jsonb_populate_record(null::typology_version, to_jsonb(t)
                  || jsonb_build_object('id', ?::text, 'owner', ?::text, 'typology_id', ?::text))).*
                from typology_version t where t.typology_id = ?
                """,
                version.toString(),
                bank.id().toString(),
                typology.toString(),
                UUID.fromString(id));
        Database.updateAsSuperuser("alter table typology_version enable trigger reviewed_version");
        return version;
    }

    @Test
    void nobodyOutsideAddressesAGroup() throws SQLException {
        UUID version = versionOfTheBank();
        String share =
                """
                insert into disclosure (id, object_kind, object_id, object_owner, from_participant, to_group, purpose,
                  legal_basis, tlp, pap, disclosed_by, disclosed_at)
                select gen_random_uuid(), 'TYPOLOGY_VERSION', v.id, v.owner, v.owner, ?, 'FILING', 'X', 'TLP:AMBER',
                  'PAP:RED', gen_random_uuid(), now() from typology_version v where v.id = ?
                """;
        UUID to = UUID.fromString(group);
        SQLException refused =
                assertThrows(SQLException.class, () -> Database.update(bank.id(), null, share, to, version));
        assertEquals("42501", refused.getSQLState());
        join(bank);
        assertEquals(1, Database.update(bank.id(), null, share, to, version));
    }

    @Test
    void aNextVersionPassesByNobodyWhoReadTheOneBefore() {
        join(bank);
        String id = published();
        as(analyst).post(PATH + "/" + id + "/versions").then().statusCode(201);
        Typologies.endorse(id);
        as(analyst)
                .body(Map.of("communities", List.of("LAW_ENFORCEMENT"), "participants", List.of(), "groups", List.of()))
                .post(PATH + "/" + id + "/handovers")
                .then()
                .statusCode(400)
                .body("violations.code", contains("audience_narrower"));
        as(analyst)
                .body(Map.of(
                        "communities", List.of("LAW_ENFORCEMENT"), "participants", List.of(), "groups", List.of(group)))
                .post(PATH + "/" + id + "/handovers")
                .then()
                .statusCode(200);
    }
}
