package org.simpul.statistics.effect;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.casework.SubmittedReferral;
import org.simpul.identifier.list.ListSteps;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.typology.Typologies;
import org.simpul.typology.practice.PracticeSteps;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What came of a typology, for the FIU and nobody else. */
@QuarkusTest
class EffectTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    private final Desk desk = new Desk();
    private Person analyst;
    private Institution bank;
    private String id;
    private UUID version;

    @BeforeEach
    void published() {
        analyst = Institutions.fiu().person(Role.FIU_ANALYST);
        bank = Institutions.bank();
        id = Typologies.drafted(analyst);
        Typologies.publish(id, Map.of("communities", List.of("REPORTING_ENTITY"), "participants", List.of()));
        version = UUID.fromString(as(analyst).get(path()).then().extract().path("version_id"));
    }

    private String path() {
        return "/api/v1/typologies/" + id + "/versions/1";
    }

    private ValidatableResponse effect(Person person) {
        return as(person).get(path() + "/effect").then();
    }

    /** A referral that cites it; written past both walls, since what is submitted never changes. */
    private UUID cited(Institution from, String outcome) {
        SubmittedReferral referral = SubmittedReferral.of(from, "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        UUID intake = desk.accepted(referral);
        Database.updateAsSuperuser("alter table referral_red_flag disable trigger open_insert");
        assertEquals(
                1,
                Database.updateAsSuperuser(
                        """
                        insert into referral_red_flag (id, owner, version_id, typology_version_id, red_flag_code)
                        select gen_random_uuid(), i.referral_owner, i.version_id, ?, 'RF-901' from intake i where i.id = ?
                        """,
                        version,
                        intake));
        Database.updateAsSuperuser("alter table referral_red_flag enable trigger open_insert");
        if (!outcome.isEmpty()) {
            Institution agency = Institutions.agency();
            String product = desk.disseminated(Desk.form(desk.caseOf(intake), referral, agency));
            Person officer = agency.person(Role.LE_OFFICER);
            String matter = Desk.matter(agency);
            String address = "/api/v1/disseminations/" + product;
            Desk.under(matter, officer)
                    .post(address + "/acknowledgements")
                    .then()
                    .statusCode(201);
            Desk.under(matter, officer)
                    .body(Map.of("outcome", outcome))
                    .post(address + "/outcomes")
                    .then()
                    .statusCode(201);
        }
        return intake;
    }

    @Test
    void nothingIsClaimedWhereNothingWasMeasured() {
        effect(analyst)
                .statusCode(200)
                .body("adoptions", equalTo(0))
                .body("citing_referrals", equalTo(0))
                .body("outcomes", equalTo(Map.of()))
                .body("precision", nullValue())
                .body("sightings", equalTo(0))
                .body("false_sightings", equalTo(0));
    }

    @Test
    void adoptionsCitingReferralsOutcomesAndPrecisionAreCounted() {
        Institution other = Institutions.bank();
        String adoption = PracticeSteps.adopt(bank.person(Role.INVESTIGATOR), id, 1)
                .statusCode(201)
                .extract()
                .path("id");
        PracticeSteps.adopt(other.person(Role.INVESTIGATOR), id, 1).statusCode(201);
        PracticeSteps.end(bank.person(Role.INVESTIGATOR), adoption).statusCode(200);
        cited(bank, "ARREST");
        cited(bank, "FALSE_POSITIVE");
        cited(other, "INSUFFICIENT");
        cited(other, "");
        effect(analyst)
                .body("adoptions", equalTo(1))
                .body("adopted_ever", equalTo(2))
                .body("citing_referrals", equalTo(4))
                .body("citing_institutions", equalTo(2))
                .body("outcomes", equalTo(Map.of("ARREST", 1, "FALSE_POSITIVE", 1, "INSUFFICIENT", 1)))
                .body("useful", equalTo(1))
                .body("false_positive", equalTo(1))
                .body("precision", equalTo(0.5f));
    }

    private void report(Institution from, ListSteps list, String account, String kind, int times) {
        as(from.person(Role.INVESTIGATOR))
                .body(Map.of(
                        "identifier",
                        ListSteps.identifier(account),
                        "kind",
                        kind,
                        "times",
                        times,
                        "seen_from",
                        "2026-03-01",
                        "seen_until",
                        "2026-03-02"))
                .post(list.path() + "/sightings")
                .then()
                .statusCode(201);
    }

    @Test
    void sightingsOfWhatNamesItAreSummedForTheVersionThatWasTheNewest() {
        Institution other = Institutions.bank();
        String code = as(analyst).get(path()).then().extract().path("content.code");
        String named = ListSteps.account();
        String unnamed = ListSteps.account();
        Map<String, Object> entry = ListSteps.entry(named);
        entry.put("typology_code", code);
        ListSteps list = ListSteps.to(bank, other);
        list.add(List.of(entry, ListSteps.entry(unnamed))).statusCode(200);
        list.published();
        report(bank, list, named, "SEEN", 3);
        report(bank, list, named, "FALSE_POSITIVE", 1);
        report(bank, list, named, "EXPIRED", 50);
        report(other, list, named, "SEEN", 4);
        report(other, list, unnamed, "SEEN", 900);
        effect(analyst).body("sightings", equalTo(7)).body("false_sightings", equalTo(1));
        as(analyst).post("/api/v1/typologies/" + id + "/versions").then().statusCode(201);
        Typologies.publish(id, Map.of("communities", List.of("REPORTING_ENTITY"), "participants", List.of()));
        report(other, list, named, "FALSE_POSITIVE", 20);
        effect(analyst).body("sightings", equalTo(7)).body("false_sightings", equalTo(1));
        as(analyst)
                .get("/api/v1/typologies/" + id + "/versions/2/effect")
                .then()
                .statusCode(200)
                .body("sightings", equalTo(0))
                .body("false_sightings", equalTo(20));
    }

    /** The newest edition before the report decides for what a sighting speaks, not what the entry says today. */
    @Test
    void aSightingSpeaksForWhatTheEntryNamedWhenItWasReported() {
        String account = ListSteps.account();
        ListSteps list = ListSteps.to(bank).with(account).published();
        report(bank, list, account, "SEEN", 5);
        list.remove(account).statusCode(200);
        Map<String, Object> entry = ListSteps.entry(account);
        entry.put("typology_code", as(analyst).get(path()).then().extract().path("content.code"));
        list.published();
        list.add(List.of(entry)).statusCode(200);
        list.published();
        effect(analyst).body("sightings", equalTo(0));
        report(bank, list, account, "SEEN", 6);
        effect(analyst).body("sightings", equalTo(6));
    }

    @Test
    void theDatabaseSumsForTheOwnerOfTheTypologyAlone() throws SQLException {
        String account = ListSteps.account();
        Map<String, Object> entry = ListSteps.entry(account);
        entry.put("typology_code", as(analyst).get(path()).then().extract().path("content.code"));
        ListSteps list = ListSteps.to(bank);
        list.add(List.of(entry)).statusCode(200);
        list.published();
        report(bank, list, account, "SEEN", 2);
        String sums = "select seen from simpul_typology_sightings(?)";
        UUID fiu = Institutions.fiu().id();
        assertEquals(List.of(2L), Database.query(fiu, Drafts.id(analyst), sums, version));
        assertEquals(List.of(0L), Database.query(bank.id(), Drafts.id(bank.person(Role.INVESTIGATOR)), sums, version));
        assertEquals(
                List.of(),
                Database.query(fiu, Drafts.id(analyst), "select times from sighting where value = ?", account));
        SQLException refused = assertThrows(
                SQLException.class,
                () -> Database.query(
                        fiu,
                        Drafts.id(analyst),
                        "select reporter from simpul_sighting_facts(?, '-infinity', 'infinity')",
                        fiu));
        assertEquals("42501", refused.getSQLState());
    }

    @Test
    void nobodyOutsideOfTheFiuReadsItAndCitingMovesNothingThere() {
        Person bystander = Institutions.bank().person(Role.INVESTIGATOR);
        String before = as(bystander).get(path()).then().extract().asString();
        cited(bank, "");
        assertEquals(before, as(bystander).get(path()).then().extract().asString());
        effect(bystander).statusCode(403);
        effect(Institutions.agency().person(Role.LE_SUPERVISOR)).statusCode(403);
    }

    @Test
    void aDraftHasNoEffect() {
        String draft = Typologies.drafted(analyst);
        as(analyst)
                .get("/api/v1/typologies/" + draft + "/versions/1/effect")
                .then()
                .statusCode(409)
                .body("violations.code", contains("not_published"));
    }
}
