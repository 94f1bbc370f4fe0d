package org.simpul.typology.practice;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Told;
import org.simpul.typology.Typologies;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What institutions do with typologies is between each of them and the FIU. */
@QuarkusTest
class PracticeTest extends HubTest {
    private static final String PATH = "/api/v1/typologies/";
    private static final String ADOPTIONS = "/api/v1/typology-adoptions";
    private static final String PROPOSALS = "/api/v1/red-flag-proposals";

    private Person analyst;
    private Person supervisor;
    private Institution bank;
    private Person banker;
    private Institution bystander;
    private Person other;
    private String id;

    @BeforeEach
    void published() {
        analyst = Institutions.fiu().person(Role.FIU_ANALYST);
        supervisor = Institutions.fiu().person(Role.FIU_SUPERVISOR);
        bank = Institutions.bank();
        banker = bank.person(Role.INVESTIGATOR);
        bystander = Institutions.bank();
        other = bystander.person(Role.INVESTIGATOR);
        id = Typologies.drafted(analyst);
        Typologies.publish(id, toBoth());
    }

    private Map<String, Object> toBoth() {
        return Map.of("communities", List.of(), "participants", List.of(bank.alias(), bystander.alias()));
    }

    private void secondVersion() {
        as(analyst).post(PATH + id + "/versions").then().statusCode(201);
        Typologies.publish(id, toBoth());
    }

    private void retire() {
        as(analyst)
                .body(Map.of("reason", Map.of("id", "Usang.", "en", "Out of date.")))
                .post(PATH + id + "/retirements")
                .then()
                .statusCode(200);
        String digest = as(supervisor).get(PATH + id).then().extract().path("retirement.digest");
        as(supervisor)
                .body(Map.of("decision", "APPROVE", "digest", digest))
                .post(PATH + id + "/retirement-decisions")
                .then()
                .statusCode(200);
    }

    @Test
    void anInstitutionAdoptsAVersionAndTheNextOneInItsPlace() {
        String first = PracticeSteps.adopt(banker, id, 1)
                .statusCode(201)
                .body("institution", equalTo("Institution " + bank.alias()))
                .body("ended_at", nullValue())
                .extract()
                .path("id");
        PracticeSteps.adopt(banker, id, 1).statusCode(409).body("violations.code", contains("adopted_already"));
        PracticeSteps.adopt(banker, id, 2).statusCode(404);
        secondVersion();
        String second =
                PracticeSteps.adopt(banker, id, 2).statusCode(201).extract().path("id");
        as(banker)
                .get(ADOPTIONS)
                .then()
                .body("items.id", contains(second, first))
                .body("items[0].ended_at", nullValue())
                .body("items[1].ended_at", notNullValue());
        as(analyst).get(ADOPTIONS).then().body("items.id", hasItem(second));
        PracticeSteps.end(banker, second).statusCode(200).body("ended_at", notNullValue());
        PracticeSteps.end(banker, second).statusCode(409).body("violations.code", contains("adoption_over"));
        PracticeSteps.end(other, second).statusCode(404);
    }

    @Test
    void whatIsRetiredIsNeitherAdoptedNorCitedNorProposedOn() {
        String version = as(banker).get(PATH + id).then().extract().path("version_id");
        String referral = as(banker)
                .body(ReferralSteps.complete())
                .post("/api/v1/referrals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        retire();
        PracticeSteps.adopt(banker, id, 1).statusCode(409).body("violations.code", contains("typology_retired"));
        PracticeSteps.propose(banker, id).statusCode(409);
        String tag =
                as(banker).get("/api/v1/referrals/" + referral).then().extract().header("ETag");
        as(banker)
                .header("If-Match", tag)
                .body(Map.of("red_flags", List.of(Map.of("typology_version_id", version, "red_flag_code", "RF-901"))))
                .put("/api/v1/referrals/" + referral + "/red-flags")
                .then()
                .statusCode(400)
                .body("violations.code", contains("unknown_red_flag"));
    }

    @Test
    void anAcceptedProposalEntersTheNextDraftWithoutATraceOfItsAuthor() {
        String proposal = PracticeSteps.propose(banker, id)
                .statusCode(201)
                .body("status", equalTo("PROPOSED"))
                .extract()
                .path("id");
        assertEquals(List.of("all proposal.decide routine"), Told.about(UUID.fromString(proposal)));
        PracticeSteps.decide(supervisor, proposal, PracticeSteps.accepted("RF-950"))
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("red_flag_code", equalTo("RF-950"));
        as(banker).get(PROPOSALS + "/" + proposal).then().body("status", equalTo("ACCEPTED"));
        as(analyst)
                .get(PATH + id)
                .then()
                .body("number", equalTo(2))
                .body("status", equalTo("DRAFT"))
                .body("content.red_flags.code", contains("RF-901", "RF-902", "RF-950"))
                .body("content.red_flags[2].provenance.verification", equalTo("BACKGROUND"))
                .body("content.red_flags[2].text.en", equalTo("Airtime top-ups before small transfers."));
        Typologies.publish(id, toBoth());
        String read = as(other).get(PATH + id).then().statusCode(200).extract().asString();
        assertFalse(read.contains(bank.alias()) || read.contains(proposal), read);
    }

    @Test
    void aProposalIsDeclinedWithAReasonAndAnsweredOnce() {
        String proposal = PracticeSteps.propose(banker, id).extract().path("id");
        PracticeSteps.decide(supervisor, proposal, Map.of("decision", "DECLINE"))
                .statusCode(400)
                .body("violations.field", contains("reason"));
        PracticeSteps.decide(supervisor, proposal, Map.of("decision", "ACCEPT", "code", "RF-951"))
                .statusCode(400)
                .body("violations.field", contains("weight"));
        PracticeSteps.decide(supervisor, proposal, Map.of("decision", "ACCEPT", "code", "RF-951", "weight", 60))
                .statusCode(400)
                .body("violations.code", contains("one_flag_suffices"));
        as(analyst).get(PATH + id).then().body("number", equalTo(1)).body("status", equalTo("PUBLISHED"));
        PracticeSteps.decide(supervisor, proposal, PracticeSteps.declined())
                .statusCode(200)
                .body("status", equalTo("DECLINED"));
        PracticeSteps.decide(supervisor, proposal, PracticeSteps.accepted("RF-951"))
                .statusCode(409)
                .body("violations.code", contains("proposal_decided"));
        PracticeSteps.decide(analyst, proposal, PracticeSteps.declined()).statusCode(403);
        as(banker)
                .get(PROPOSALS)
                .then()
                .body("items.id", contains(proposal))
                .body("items.reason", contains("T04 has it as RF-016."));
    }

    @Test
    void aDraftThatWaitsForADecisionTakesNothingIn() {
        as(analyst).post(PATH + id + "/versions").then().statusCode(201);
        Typologies.endorse(id);
        as(analyst).body(toBoth()).post(PATH + id + "/handovers").then().statusCode(200);
        String proposal =
                PracticeSteps.propose(banker, id).statusCode(201).extract().path("id");
        PracticeSteps.decide(supervisor, proposal, PracticeSteps.accepted("RF-952"))
                .statusCode(409)
                .body("violations.code", contains("not_a_draft"));
    }

    /** All that a bystander reads, by address. */
    private Map<String, String> reads() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path : List.of(
                ADOPTIONS,
                PROPOSALS,
                "/api/v1/typologies?page_size=200",
                PATH + id,
                PATH + id + "/versions/1",
                "/api/v1/notifications",
                "/api/v1/disclosures?direction=RECEIVED",
                "/api/v1/disclosures?direction=GIVEN")) {
            answers.put(
                    path, as(other).get(path).then().statusCode(200).extract().asString());
        }
        answers.put(
                "notifications",
                "" + Drafts.count("from outbox_notification where to_participant = ?", bystander.id()));
        return answers;
    }

    @Test
    void nothingOfOneInstitutionsAdoptionsAndProposalsReachesAnother() {
        Map<String, String> before = reads();
        String adoption =
                PracticeSteps.adopt(banker, id, 1).statusCode(201).extract().path("id");
        String proposal =
                PracticeSteps.propose(banker, id).statusCode(201).extract().path("id");
        PracticeSteps.propose(banker, id).statusCode(201);
        PracticeSteps.decide(supervisor, proposal, PracticeSteps.accepted("RF-953"))
                .statusCode(200);
        assertEquals(before, reads());
        String absent = as(other)
                .get(PROPOSALS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .extract()
                .path("type");
        as(other).get(PROPOSALS + "/" + proposal).then().statusCode(404).body("type", equalTo(absent));
        PracticeSteps.end(other, adoption).statusCode(404);
        // it adopts and proposes as if it were the first
        PracticeSteps.adopt(other, id, 1).statusCode(201);
        PracticeSteps.propose(other, id).statusCode(201);
        as(other).get(ADOPTIONS).then().body("items.size()", equalTo(1));
    }

    @Test
    void theDatabaseAloneHidesThemAndTakesNoneForWhatIsNotSeen() throws SQLException {
        UUID adoption =
                UUID.fromString(PracticeSteps.adopt(banker, id, 1).extract().path("id"));
        UUID proposal =
                UUID.fromString(PracticeSteps.propose(banker, id).extract().path("id"));
        PracticeSteps.decide(supervisor, proposal.toString(), PracticeSteps.declined())
                .statusCode(200);
        Map<String, UUID> rows = Map.of(
                "select id from typology_adoption where id = ?", adoption,
                "select id from red_flag_proposal where id = ?", proposal,
                "select id from red_flag_decision where object_id = ?", proposal);
        for (Map.Entry<String, UUID> row : rows.entrySet()) {
            assertEquals(
                    1,
                    Database.query(bank.id(), null, row.getKey(), row.getValue())
                            .size());
            assertEquals(
                    1,
                    Database.query(Institutions.fiu().id(), null, row.getKey(), row.getValue())
                            .size());
            assertEquals(List.of(), Database.query(bystander.id(), null, row.getKey(), row.getValue()));
        }
        Institution stranger = Institutions.bank();
        UUID version = (UUID) Drafts.value("select object_id from typology_adoption where id = ?", adoption);
        SQLException refused = assertThrows(
                SQLException.class,
                () -> Database.update(
                        stranger.id(),
                        null,
                        """
                        insert into typology_adoption values (gen_random_uuid(), ?, ?, ?, ?, 1, gen_random_uuid(), now())
                        """,
                        stranger.id(),
                        version,
                        Institutions.fiu().id(),
                        UUID.fromString(id)));
        assertEquals("42501", refused.getSQLState());
        UUID person = Drafts.id(stranger.person(Role.INVESTIGATOR));
        refused = assertThrows(
                SQLException.class,
                () -> Database.update(
                        stranger.id(),
                        person,
                        """
                        insert into red_flag_proposal values (gen_random_uuid(), ?, ?, ?, ?, 'x', 'x', 'ACCOUNT', 'x', ?, now())
                        """,
                        stranger.id(),
                        version,
                        Institutions.fiu().id(),
                        UUID.fromString(id),
                        person));
        assertEquals("42501", refused.getSQLState());
        as(stranger.person(Role.INVESTIGATOR)).get(ADOPTIONS).then().body("items", empty());
        PracticeSteps.adopt(stranger.person(Role.INVESTIGATOR), id, 1).statusCode(404);
        PracticeSteps.propose(stranger.person(Role.INVESTIGATOR), id).statusCode(404);
    }
}
