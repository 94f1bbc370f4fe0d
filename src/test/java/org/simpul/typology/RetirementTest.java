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
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What becomes of a typology after its first version: another, a comparison of the two, and its end. */
@QuarkusTest
class RetirementTest extends HubTest {
    private static final String PATH = "/api/v1/typologies/";
    private static final Map<String, Object> TO_BANKS =
            Map.of("communities", List.of("REPORTING_ENTITY"), "participants", List.of());
    private static final Map<String, Object> REASON =
            Map.of("reason", Map.of("id", "Tidak terlihat lagi.", "en", "No longer seen."));

    private Person analyst;
    private Person supervisor;
    private Person banker;
    private String id;

    @BeforeEach
    void published() {
        analyst = Institutions.fiu().person(Role.FIU_ANALYST);
        supervisor = Institutions.fiu().person(Role.FIU_SUPERVISOR);
        banker = Institutions.bank().person(Role.INVESTIGATOR);
        id = Typologies.drafted(analyst);
        Typologies.publish(id, TO_BANKS);
    }

    private void secondVersion() {
        ValidatableResponse next =
                as(analyst).post(PATH + id + "/versions").then().statusCode(201);
        String code = next.extract().path("content.code");
        as(analyst)
                .header("If-Match", next.extract().header("ETag"))
                .body(Typologies.content(
                        code,
                        "Rekening pengumpul",
                        60,
                        2,
                        Typologies.flag("RF-901", "NETWORK", 45),
                        Typologies.flag("RF-903", "REMARK", 30)))
                .put(PATH + id)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse decide(Person person, String decision) {
        String digest =
                as(person).get(PATH + id + "/versions/1").then().extract().path("retirement.digest");
        return as(person)
                .body(Map.of("decision", decision, "digest", digest, "reason", "Still seen at two banks."))
                .post(PATH + id + "/retirement-decisions")
                .then();
    }

    @Test
    void theFieldsAndRedFlagsOfTwoVersionsAreCompared() {
        secondVersion();
        as(banker).get(PATH + id + "/versions/2/changes").then().statusCode(404);
        as(analyst)
                .get(PATH + id + "/versions/2/changes")
                .then()
                .statusCode(200)
                .body("since", equalTo(1))
                .body("fields.field", contains("title.id"))
                .body("fields.before", contains("Rekening penampung"))
                .body("fields.after", contains("Rekening pengumpul"))
                .body("added.code", contains("RF-903"))
                .body("removed.code", contains("RF-902"))
                .body("changed.code", contains("RF-901"))
                .body("changed[0].fields.field", contains("weight"))
                .body("changed[0].fields.before", contains("40"))
                .body("changed[0].fields.after", contains("45"))
                .body("one_language", contains("title"));
        as(analyst).get(PATH + id + "/versions/2/changes?since=2").then().body("fields", empty());
        as(analyst)
                .get(PATH + id + "/versions/1/changes")
                .then()
                .statusCode(409)
                .body("violations.code", contains("no_version_before"));
        as(banker).get(PATH + id + "/versions/1/changes?since=2").then().statusCode(404);
        Typologies.publish(id, TO_BANKS);
        as(banker).get(PATH + id + "/versions/2/changes").then().body("added.code", contains("RF-903"));
    }

    @Test
    void aNewerVersionSupersedesTheOneBefore() {
        as(banker).get(PATH + id + "/versions/1").then().body("status", equalTo("PUBLISHED"));
        secondVersion();
        as(banker).get(PATH + id + "/versions/1").then().body("status", equalTo("PUBLISHED"));
        Typologies.publish(id, TO_BANKS);
        as(banker).get(PATH + id + "/versions/1").then().body("status", equalTo("SUPERSEDED"));
        as(banker).get(PATH + id).then().body("status", equalTo("PUBLISHED")).body("number", equalTo(2));
    }

    @Test
    void aSecondPersonRetiresItAndItsReadersReadWhy() {
        String version = as(banker).get(PATH + id).then().extract().path("version_id");
        String before = as(banker).get(PATH + id).then().extract().asString();
        as(analyst)
                .body(REASON)
                .post(PATH + id + "/retirements")
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("retirement.retired_at", nullValue());
        assertEquals(before, as(banker).get(PATH + id).then().extract().asString(), "nobody outside learns of it");
        as(analyst).body(REASON).post(PATH + id + "/retirements").then().statusCode(409);
        decide(supervisor, "APPROVE").statusCode(200).body("status", equalTo("RETIRED"));
        as(banker)
                .get(PATH + id)
                .then()
                .body("status", equalTo("RETIRED"))
                .body("version_id", equalTo(version))
                .body("retirement.reason.en", equalTo("No longer seen."))
                .body("retirement.retired_at", notNullValue())
                .body("retirement.digest", nullValue());
        as(banker)
                .get("/api/v1/typologies?page_size=200")
                .then()
                .body("items.find { it.id == '%s' }.status".formatted(id), equalTo("RETIRED"));
        as(analyst).post(PATH + id + "/versions").then().statusCode(409);
    }

    @Test
    void whoProposesCannotAgreeAndAReturnIsTheOwnersAlone() {
        as(supervisor).body(REASON).post(PATH + id + "/retirements").then().statusCode(200);
        decide(supervisor, "APPROVE").statusCode(403).body("type", equalTo("/problems/same-person"));
        Person second = Institutions.fiu().person(Role.FIU_SUPERVISOR);
        decide(second, "RETURN")
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("retirement", nullValue());
        as(analyst).body(REASON).post(PATH + id + "/retirements").then().statusCode(200);
        as(second)
                .body(Map.of("decision", "APPROVE", "digest", "0".repeat(64)))
                .post(PATH + id + "/retirement-decisions")
                .then()
                .statusCode(409)
                .body("violations.code", contains("content_changed"));
        as(banker).body(REASON).post(PATH + id + "/retirements").then().statusCode(403);
    }

    @Test
    void aDraftHasNothingToRetireAndAnOpenVersionIsGivenUpWithIt() {
        String draft = Typologies.drafted(analyst);
        as(analyst)
                .body(REASON)
                .post(PATH + draft + "/retirements")
                .then()
                .statusCode(409)
                .body("violations.code", contains("not_published"));
        secondVersion();
        as(analyst).body(REASON).post(PATH + id + "/retirements").then().statusCode(200);
        decide(supervisor, "APPROVE").statusCode(200);
        String read = as(analyst).get(PATH + id).then().extract().header("ETag");
        as(analyst)
                .header("If-Match", read)
                .body(Typologies.content(Typologies.code()))
                .put(PATH + id)
                .then()
                .statusCode(409);
    }

    @Test
    void theDatabaseAloneHidesAProposalAndTheEndOfWhatOthersRead() throws SQLException {
        String sql = "select id from typology_retirement where typology_id = ?";
        UUID bank = Institutions.bank().id();
        UUID agency = Institutions.agency().id();
        as(analyst).body(REASON).post(PATH + id + "/retirements").then().statusCode(200);
        assertEquals(List.of(), Database.query(bank, null, sql, UUID.fromString(id)));
        decide(supervisor, "APPROVE").statusCode(200);
        assertEquals(1, Database.query(bank, null, sql, UUID.fromString(id)).size());
        assertEquals(List.of(), Database.query(agency, null, sql, UUID.fromString(id)));
    }
}
