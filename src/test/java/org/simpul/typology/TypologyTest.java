package org.simpul.typology;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

@QuarkusTest
class TypologyTest extends HubTest {
    private static final String PATH = "/api/v1/typologies";
    private static final String ALL_BANKS = "{\"communities\":[\"REPORTING_ENTITY\"],\"participants\":[]}";

    private Person analyst;
    private Person supervisor;

    /** A community without a member is an empty audience. */
    @BeforeAll
    static void somebodyReads() {
        Institutions.bank();
    }

    @BeforeEach
    void fiu() {
        analyst = Institutions.fiu().person(Role.FIU_ANALYST);
        supervisor = Institutions.fiu().person(Role.FIU_SUPERVISOR);
    }

    private String drafted() {
        String id = Typologies.drafted(analyst);
        Typologies.endorse(id);
        return id;
    }

    private ValidatableResponse handOver(String id, String audience) {
        return as(analyst).body(audience).post(PATH + "/" + id + "/handovers").then();
    }

    private ValidatableResponse decide(Person person, String id, String decision, String digest) {
        return as(person)
                .body("{\"decision\":\"%s\",\"digest\":\"%s\",\"reason\":\"Sebutkan sumbernya.\"}"
                        .formatted(decision, digest))
                .post(PATH + "/" + id + "/decisions")
                .then();
    }

    private String digest(String id) {
        return as(supervisor).get(PATH + "/" + id).then().extract().path("digest");
    }

    private String published(String audience) {
        String id = drafted();
        handOver(id, audience).statusCode(200);
        decide(supervisor, id, "APPROVE", digest(id)).statusCode(200);
        return id;
    }

    private static String withoutRequestId(ValidatableResponse answer) {
        String id = answer.extract().header("Request-Id");
        return answer.extract().asString().replace(id, "");
    }

    @Test
    void aDraftIsReadInBothLanguagesWithItsProvenanceByTheFiu() {
        String code = Typologies.code();
        ValidatableResponse created = as(analyst)
                .body(Typologies.content(code))
                .post(PATH)
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/api/v1/typologies/[0-9a-f-]{36}"))
                .header("ETag", notNullValue());
        as(supervisor)
                .get(PATH + "/" + created.extract().path("id"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo(created.extract().header("ETag")))
                .body("number", equalTo(1))
                .body("status", equalTo("DRAFT"))
                .body("content.code", equalTo(code))
                .body("content.title.id", equalTo("Rekening penampung"))
                .body("content.title.en", equalTo("Collector account"))
                .body("content.handling.tlp", equalTo("TLP:AMBER"))
                .body("content.channels", contains("E_WALLET", "REMITTANCE"))
                .body("content.red_flags.code", contains("RF-901", "RF-902"))
                .body("content.red_flags[0].provenance.publisher", equalTo("FATF"))
                .body("content.red_flags[0].provenance.date", equalTo("2025-03"))
                .body("published_at", nullValue())
                .body("workings.audience", nullValue());
    }

    @Test
    void aTextInOneLanguageAloneIsRefused() {
        as(analyst)
                .body(Typologies.content(Typologies.code()).replace(",\"en\":\"Collector account\"", ""))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("title.en"));
    }

    @Test
    void noRedFlagSufficesAloneAndContextWeighsNothing() {
        as(analyst)
                .body(Typologies.content(
                        Typologies.code(),
                        "Judul",
                        60,
                        3,
                        Typologies.flag("RF-1", "NETWORK", 60),
                        Typologies.flag("RF-2", "CONTEXT", 10),
                        Typologies.flag("RF-2", "REMARK", 0)))
                .post(PATH)
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "red_flags[0].weight",
                                "red_flags[1].weight",
                                "red_flags[2].code",
                                "combination.at_least"))
                .body("violations.code", hasItems("one_flag_suffices", "context_weighs_nothing", "red_flag_twice"));
        as(analyst)
                .body(Typologies.content(
                        Typologies.code(),
                        "Judul",
                        60,
                        1,
                        Typologies.flag("RF-1", "NETWORK", 29),
                        Typologies.flag("RF-2", "REMARK", 30)))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("combination.at_least"));
        as(analyst)
                .body(Typologies.content(
                        Typologies.code(),
                        "Judul",
                        60,
                        2,
                        Typologies.flag("RF-1", "NETWORK", 29),
                        Typologies.flag("RF-2", "REMARK", 30)))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("combination.threshold"))
                .body("violations.code", contains("out_of_reach"));
    }

    @Test
    void onlyTheFiuDraftsAndOnlyItsSupervisorDecides() {
        String id = drafted();
        for (Person person : List.of(
                Institutions.bank().person(Role.COMPLIANCE_OFFICER),
                Institutions.agency().person(Role.LE_SUPERVISOR))) {
            as(person)
                    .body(Typologies.content(Typologies.code()))
                    .post(PATH)
                    .then()
                    .statusCode(403);
        }
        handOver(id, ALL_BANKS).statusCode(200);
        decide(analyst, id, "APPROVE", digest(id)).statusCode(403);
    }

    @Test
    void anEditNamesWhatWasRead() {
        String code = Typologies.code();
        ValidatableResponse created =
                as(analyst).body(Typologies.content(code)).post(PATH).then();
        String address = PATH + "/" + created.extract().path("id");
        String read = created.extract().header("ETag");
        String edited = Typologies.content(
                code,
                "Judul baru",
                60,
                2,
                Typologies.flag("RF-902", "NETWORK", 50),
                Typologies.flag("RF-901", "REMARK", 20));
        as(analyst).body(edited).put(address).then().statusCode(428);
        String now = as(analyst)
                .header("If-Match", read)
                .body(edited)
                .put(address)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(read)))
                .body("content.title.id", equalTo("Judul baru"))
                .body("content.red_flags.code", contains("RF-902", "RF-901"))
                .extract()
                .header("ETag");
        as(analyst).header("If-Match", read).body(edited).put(address).then().statusCode(412);
        as(analyst)
                .header("If-Match", now)
                .body(edited.replace(code, Typologies.code()))
                .put(address)
                .then()
                .statusCode(400)
                .body("violations.code", contains("typology_code_is_stable"));
        as(analyst).get(address).then().header("ETag", equalTo(now));
    }

    @Test
    void anEditOfTheRedFlagsAloneMovesTheEntityTag() {
        String code = Typologies.code();
        ValidatableResponse created =
                as(analyst).body(Typologies.content(code)).post(PATH).then();
        String read = created.extract().header("ETag");
        as(analyst)
                .header("If-Match", read)
                .body(Typologies.content(code).replace("\"weight\":40", "\"weight\":41"))
                .put(PATH + "/" + created.extract().path("id"))
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(read)))
                .body("content.red_flags[0].weight", equalTo(41));
    }

    @Test
    void aCodeIsDraftedOnce() {
        String code = Typologies.code();
        as(analyst).body(Typologies.content(code)).post(PATH).then().statusCode(201);
        as(supervisor)
                .body(Typologies.content(code))
                .post(PATH)
                .then()
                .statusCode(409)
                .body("violations.code", contains("typology_code_taken"));
    }

    @Test
    void handingOverNamesTheRecipientsAndFreezesTheDraft() {
        String id = drafted();
        Institution bank = Institutions.bank();
        Institution agency = Institutions.agency();
        handOver(id, "{\"communities\":[],\"participants\":[]}")
                .statusCode(400)
                .body("violations.code", contains("empty_audience"));
        handOver(id, "{\"communities\":[],\"participants\":[\"nobody-here\"]}")
                .statusCode(400)
                .body("violations.code", contains("unknown_recipient"));
        ValidatableResponse handed = handOver(
                        id,
                        "{\"communities\":[],\"participants\":[\"%s\",\"%s\"]}".formatted(bank.alias(), agency.alias()))
                .statusCode(200)
                .body("status", equalTo("PENDING_APPROVAL"))
                .body(
                        "workings.audience.recipients",
                        contains("Institution " + agency.alias(), "Institution " + bank.alias()));
        as(analyst)
                .header("If-Match", handed.extract().header("ETag"))
                .body(Typologies.content(handed.extract().path("content.code")))
                .put(PATH + "/" + id)
                .then()
                .statusCode(409)
                .body("violations.code", contains("not_a_draft"));
        handOver(id, ALL_BANKS).statusCode(409);
    }

    @Test
    void whoWroteOrHandedOverCannotApprove() {
        String code = Typologies.code();
        String id = as(supervisor)
                .body(Typologies.content(code))
                .post(PATH)
                .then()
                .extract()
                .path("id");
        Typologies.endorse(id);
        handOver(id, ALL_BANKS).statusCode(200);
        decide(supervisor, id, "APPROVE", digest(id)).statusCode(403).body("type", equalTo("/problems/same-person"));
        as(supervisor).get(PATH + "/" + id).then().body("status", equalTo("PENDING_APPROVAL"));
        decide(Institutions.fiu().person(Role.FIU_SUPERVISOR), id, "APPROVE", digest(id))
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"));

        String other = drafted();
        as(supervisor)
                .body(ALL_BANKS)
                .post(PATH + "/" + other + "/handovers")
                .then()
                .statusCode(200);
        decide(supervisor, other, "APPROVE", digest(other)).statusCode(403);
    }

    @Test
    void theApprovalNamesContentAndAudienceAsTheyAre() {
        String id = drafted();
        handOver(id, ALL_BANKS).statusCode(200);
        String read = digest(id);
        decide(supervisor, id, "APPROVE", "0".repeat(64))
                .statusCode(409)
                .body("violations.code", contains("content_changed"));
        decide(supervisor, id, "RETURN", read)
                .statusCode(200)
                .body("status", equalTo("PEER_REVIEW"))
                .body("workings.return_reason", equalTo("Sebutkan sumbernya."));
        handOver(id, "{\"communities\":[\"REPORTING_ENTITY\",\"LAW_ENFORCEMENT\"],\"participants\":[]}")
                .statusCode(200);
        decide(supervisor, id, "APPROVE", read).statusCode(409).body("violations.code", contains("content_changed"));
        decide(supervisor, id, "APPROVE", digest(id)).statusCode(200);
    }

    @Test
    void nothingIsDecidedBeforeItIsHandedOverOrAgainAfterwards() {
        String id = drafted();
        decide(supervisor, id, "APPROVE", digest(id)).statusCode(409);
        handOver(id, ALL_BANKS).statusCode(200);
        as(supervisor)
                .body("{\"decision\":\"RETURN\",\"digest\":\"%s\",\"reason\":null}".formatted(digest(id)))
                .post(PATH + "/" + id + "/decisions")
                .then()
                .statusCode(400)
                .body("violations.field", contains("reason"));
        decide(supervisor, id, "APPROVE", digest(id)).statusCode(200);
        decide(supervisor, id, "RETURN", digest(id)).statusCode(409);
    }

    @Test
    void aBankReadsWhatWasPublishedToItAndNothingOfItsMaking() {
        String id = published(ALL_BANKS);
        Person banker = Institutions.bank().person(Role.INVESTIGATOR);
        ValidatableResponse read = as(banker)
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("published_at", notNullValue())
                .body("content.red_flags.size()", equalTo(2))
                .body("digest", nullValue())
                .body("workings", nullValue());
        as(banker)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.status", everyItem(oneOf("PUBLISHED", "RETIRED")));
        as(banker)
                .get("/api/v1/disclosures?direction=RECEIVED")
                .then()
                .body("items.object_id", hasItem(read.extract().<String>path("version_id")));
    }

    @Test
    void aDraftAndAPublicationToOthersAreNotTherePrecisely() {
        Institution agency = Institutions.agency();
        Person officer = agency.person(Role.LE_OFFICER);
        Person banker = Institutions.bank().person(Role.INVESTIGATOR);
        String draft = drafted();
        String published = published(ALL_BANKS);
        String absent = withoutRequestId(
                as(officer).get(PATH + "/" + UUID.randomUUID()).then().statusCode(404));
        assertEquals(
                absent, withoutRequestId(as(officer).get(PATH + "/" + draft).then()));
        assertEquals(
                absent, withoutRequestId(as(officer).get(PATH + "/" + published).then()));
        assertEquals(
                absent,
                withoutRequestId(
                        as(officer).get(PATH + "/" + published + "/versions/1").then()));
        assertEquals(absent, withoutRequestId(as(banker).get(PATH + "/" + draft).then()));
        as(officer).get(PATH).then().statusCode(200).body("items.id", not(hasItem(published)));
        as(banker).get(PATH).then().statusCode(200).body("items.id", not(hasItem(draft)));
    }

    @Test
    void readersKeepThePublishedVersionUntilTheNextIsPublished() {
        String id = published(ALL_BANKS);
        Person banker = Institutions.bank().person(Role.INVESTIGATOR);
        ValidatableResponse next = as(analyst)
                .post(PATH + "/" + id + "/versions")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/versions/2"))
                .body("number", equalTo(2))
                .body("status", equalTo("DRAFT"))
                .body("content.red_flags.size()", equalTo(2));
        as(analyst)
                .post(PATH + "/" + id + "/versions")
                .then()
                .statusCode(409)
                .body("violations.code", contains("not_published"));
        as(analyst)
                .header("If-Match", next.extract().header("ETag"))
                .body(Typologies.content(next.extract().path("content.code"))
                        .replace("Rekening penampung", "Rekening pengumpul"))
                .put(PATH + "/" + id)
                .then()
                .statusCode(200);
        as(banker)
                .get(PATH + "/" + id)
                .then()
                .body("number", equalTo(1))
                .body("content.title.id", equalTo("Rekening penampung"));
        as(banker).get(PATH + "/" + id + "/versions/2").then().statusCode(404);
        Typologies.endorse(id);
        handOver(id, ALL_BANKS).statusCode(200);
        decide(supervisor, id, "APPROVE", digest(id)).statusCode(200).body("number", equalTo(2));
        as(banker)
                .get(PATH + "/" + id)
                .then()
                .body("number", equalTo(2))
                .body("content.title.id", equalTo("Rekening pengumpul"));
        as(banker).get(PATH + "/" + id + "/versions/1").then().statusCode(200);
        as(banker).get(PATH).then().body("items.findAll { it.id == '%s' }.number".formatted(id), contains(2));
    }

    @Test
    void aPublishedVersionNeverChangesNotEvenInTheDatabase() {
        String id = published(ALL_BANKS);
        ValidatableResponse read = as(analyst).get(PATH + "/" + id).then();
        UUID version = UUID.fromString(read.extract().path("version_id"));
        as(analyst)
                .header("If-Match", read.extract().header("ETag"))
                .body(Typologies.content(read.extract().path("content.code")))
                .put(PATH + "/" + id)
                .then()
                .statusCode(409);
        UUID fiu = Institutions.fiu().id();
        for (String statement : List.of(
                "update typology_version set title_en = 'Another' where id = ?",
                "update typology_version set sealed_at = null where id = ?",
                "delete from typology_version where id = ?",
                "update red_flag set weight = 1 where version_id = ?",
                "delete from red_flag where version_id = ?")) {
            SQLException refused =
                    assertThrows(SQLException.class, () -> Database.update(fiu, null, statement, version), statement);
            assertEquals("42501", refused.getSQLState(), statement);
        }
        SQLException added = assertThrows(
                SQLException.class,
                () -> Database.update(
                        fiu,
                        null,
                        """
                        insert into red_flag select gen_random_uuid(), owner, version_id, 'RF-999', 9, text_id, text_en,
                          category, weight, publisher, source_date, source_reference, verification
                        from red_flag where version_id = ? and code = 'RF-901'
                        """,
                        version));
        assertEquals("42501", added.getSQLState());
    }

    @Test
    void theDatabaseAloneHidesDraftsAndWhatWasPublishedToOthers() throws SQLException {
        UUID bank = Institutions.bank().id();
        UUID agency = Institutions.agency().id();
        UUID draft = UUID.fromString(drafted());
        UUID published = UUID.fromString(published(ALL_BANKS));
        String versions = "select id from typology_version where typology_id = ?";
        String flags =
                "select f.id from red_flag f join typology_version v on v.id = f.version_id where v.typology_id = ?";
        assertEquals(1, Database.query(bank, null, versions, published).size());
        assertEquals(2, Database.query(bank, null, flags, published).size());
        for (String statement : List.of(versions, flags)) {
            assertEquals(List.of(), Database.query(bank, null, statement, draft));
            assertEquals(List.of(), Database.query(agency, null, statement, published));
        }
        assertEquals(List.of(), Database.query(bank, null, "select id from typology where id = ?", published));
    }

    @Test
    void eachStepIsRecordedUnderThePersonWhoTookIt() {
        String id = published(ALL_BANKS);
        String version = as(analyst).get(PATH + "/" + id).then().extract().path("version_id");
        assertEquals(
                List.of(
                        "typology.drafted",
                        "typology.handed-over",
                        "typology.published",
                        "typology.read",
                        "typology.review-opened",
                        "version.disclosed"),
                Database.queryAsSuperuser(
                        "select distinct act from audit_entry where object_id = ? and person_id is not null order by act",
                        UUID.fromString(version)));
    }
}
