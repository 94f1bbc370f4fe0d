package org.simpul.referral.basis;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** The closed list of laws, which two persons of the FIU keep. */
@QuarkusTest
class LegalBasisTest extends HubTest {
    private static final String BASES = "/api/v1/legal-bases";

    private Institution fiu;
    private Person analyst;
    private Person supervisor;
    private Person officer;
    private String code;

    @BeforeEach
    void staff() {
        fiu = Institutions.fiu();
        analyst = fiu.person(Role.FIU_ANALYST);
        supervisor = fiu.person(Role.FIU_SUPERVISOR);
        officer = Institutions.bank().person(Role.COMPLIANCE_OFFICER);
        code = "T_" + UUID.randomUUID().toString().replace('-', '_').toUpperCase();
    }

    private ValidatableResponse propose(Person person, String use) {
        return as(person)
                .body(Map.of(
                        "code",
                        code,
                        "title",
                        Map.of("id", "Dasar", "en", "Basis"),
                        "source",
                        "UU 1/2026 Pasal 1",
                        "uses",
                        List.of(use)))
                .post(BASES)
                .then();
    }

    private ValidatableResponse decide(Person person, Map<String, ?> decision) {
        return as(person).body(decision).post(BASES + "/" + code + "/decisions").then();
    }

    private void approved(String use) {
        String digest = propose(analyst, use).statusCode(201).extract().path("digest");
        decide(supervisor, Map.of("decision", "APPROVE", "digest", digest)).statusCode(200);
    }

    private static Map<String, Object> under(String basis) {
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("legal_basis", basis);
        return fields;
    }

    @Test
    void everybodyReadsWhatIsInForce() {
        for (Person person : List.of(officer, analyst, Institutions.agency().person(Role.LE_OFFICER))) {
            as(person)
                    .get(BASES)
                    .then()
                    .statusCode(200)
                    .body("items.code", hasItems("UU_8_2010_ART_23", "UU_8_2010_ART_27", "UU_8_2010_ART_44"));
        }
        as(officer)
                .queryParam("use", "REFERRAL")
                .get(BASES)
                .then()
                .body("items.code", hasItem("UU_8_2010_ART_23"))
                .body("items.code", not(hasItem("UU_8_2010_ART_44")))
                .body("items.find { it.code == 'UU_8_2010_ART_23' }.source", equalTo("UU 8/2010 Pasal 23"));
    }

    @Test
    void aProposalIsSeenByTheFiuAloneAndCannotBeNamed() throws Exception {
        propose(analyst, "REFERRAL").statusCode(201).body("status", equalTo("PROPOSED"));
        as(supervisor).queryParam("status", "PROPOSED").get(BASES).then().body("items.code", hasItem(code));
        as(officer)
                .queryParam("status", "PROPOSED")
                .get(BASES)
                .then()
                .statusCode(200)
                .body("items", empty());
        assertEquals(
                List.of(),
                Database.query(
                        Institutions.bank().id(), null, "select code from legal_basis where status = 'PROPOSED'"));
        as(ReferralSteps.draft(Institutions.bank()).investigator())
                .body(under(code))
                .post("/api/v1/referrals")
                .then()
                .statusCode(400)
                .body("violations.field", contains("legal_basis"))
                .body("violations.code", contains("unknown_legal_basis"));
    }

    @Test
    void aSecondPersonPutsItIntoForceByItsDigest() {
        String digest =
                propose(supervisor, "REFERRAL").statusCode(201).extract().path("digest");
        decide(supervisor, Map.of("decision", "APPROVE", "digest", digest))
                .statusCode(403)
                .body("type", endsWith("same-person"));
        Person second = fiu.person(Role.FIU_SUPERVISOR);
        decide(analyst, Map.of("decision", "APPROVE", "digest", digest)).statusCode(403);
        decide(second, Map.of("decision", "APPROVE")).statusCode(400);
        decide(second, Map.of("decision", "APPROVE", "digest", "0".repeat(64))).statusCode(409);
        decide(second, Map.of("decision", "APPROVE", "digest", digest))
                .statusCode(200)
                .body("status", equalTo("APPROVED"));
        ReferralSteps.draft(Institutions.bank(), under(code));
        propose(analyst, "REFERRAL").statusCode(409);
    }

    @Test
    void itCountsForItsUseAlone() {
        approved("DISSEMINATION");
        as(officer)
                .body(under(code))
                .post("/api/v1/referrals")
                .then()
                .statusCode(400)
                .body("violations.code", contains("unknown_legal_basis"));
    }

    @Test
    void aRetiredOneHoldsUpDraftsAndStaysWithWhatIsSealed() {
        approved("REFERRAL");
        ReferralSteps sealed =
                ReferralSteps.draft(Institutions.bank(), under(code)).filled("7400100001");
        sealed.submit();
        ReferralSteps draft =
                ReferralSteps.draft(Institutions.bank(), under(code)).filled("7400100002");
        ReferralSteps handedOver = ReferralSteps.draft(Institutions.bank(), under(code))
                .filled("7400100003")
                .handOver();
        Map<String, Object> p1 = new HashMap<>(under(code));
        p1.put("urgency", "P1");
        p1.put("urgency_ground", "LIVE_OR_SCHEDULED_ABUSE");
        ReferralSteps urgent = ReferralSteps.draft(Institutions.bank(), p1).filled("7400100004");
        decide(fiu.person(Role.FIU_SUPERVISOR), Map.of("decision", "PROPOSE_RETIREMENT"))
                .statusCode(200);
        decide(supervisor, Map.of("decision", "RETIRE")).statusCode(200).body("status", equalTo("RETIRED"));
        handedOver.approve(handedOver.officer()).then().statusCode(200);
        urgent.submit();
        as(draft.investigator())
                .post(draft.path() + "/handovers")
                .then()
                .statusCode(422)
                .body("violations.field", contains("legal_basis"))
                .body("violations.code", contains("unknown_legal_basis"));
        sealed.read().then().body("version.legal_basis", equalTo(code));
        as(officer).queryParam("status", "RETIRED").get(BASES).then().body("items.code", hasItem(code));
        decide(supervisor, Map.of("decision", "RETIRE")).statusCode(409);
        // what was sealed under it keeps its title
        propose(analyst, "REFERRAL").statusCode(409).body("violations.code", contains("legal_basis_code_taken"));
    }

    @Test
    void noSupervisorRetiresOneAlone() throws Exception {
        approved("REFERRAL");
        decide(supervisor, Map.of("decision", "RETIRE"))
                .statusCode(409)
                .body("violations.code", contains("no_retirement_proposed"));
        decide(supervisor, Map.of("decision", "PROPOSE_RETIREMENT"))
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("retirement_proposed", equalTo(true));
        decide(supervisor, Map.of("decision", "PROPOSE_RETIREMENT"))
                .statusCode(409)
                .body("violations.code", contains("retirement_proposed"));
        decide(supervisor, Map.of("decision", "RETIRE")).statusCode(403).body("type", endsWith("same-person"));
        decide(analyst, Map.of("decision", "RETIRE")).statusCode(403).body("type", endsWith("forbidden"));
        // in force as before, and others do not learn what the FIU thinks of
        ReferralSteps.draft(Institutions.bank(), under(code));
        as(officer)
                .get(BASES)
                .then()
                .body("items.find { it.code == '" + code + "' }.retirement_proposed", equalTo(false));
        String alone = "update legal_basis set status = 'RETIRED', decided_by = retirement_proposed_by where code = ?";
        assertThrows(SQLException.class, () -> Database.update(fiu.id(), null, alone, code));
        Person second = fiu.person(Role.FIU_SUPERVISOR);
        decide(second, Map.of("decision", "DECLINE_RETIREMENT"))
                .statusCode(200)
                .body("retirement_proposed", equalTo(false));
        decide(second, Map.of("decision", "DECLINE_RETIREMENT")).statusCode(409);
        String unproposed = "update legal_basis set status = 'RETIRED', decided_by = gen_random_uuid() where code = ?";
        assertThrows(SQLException.class, () -> Database.update(fiu.id(), null, unproposed, code));
        decide(supervisor, Map.of("decision", "PROPOSE_RETIREMENT")).statusCode(200);
        decide(second, Map.of("decision", "RETIRE"))
                .statusCode(200)
                .body("status", equalTo("RETIRED"))
                .body("retirement_proposed", equalTo(false));
    }

    @Test
    void whatIsDeclinedCanBeProposedAnew() {
        propose(analyst, "REFERRAL").statusCode(201);
        decide(supervisor, Map.of("decision", "DECLINE")).statusCode(200).body("status", equalTo("DECLINED"));
        as(officer).queryParam("status", "DECLINED").get(BASES).then().body("items", empty());
        approved("REFERRAL");
    }

    @Test
    void nobodyElseProposesOrDecides() {
        propose(officer, "REFERRAL").statusCode(403);
        decide(officer, Map.of("decision", "RETIRE")).statusCode(403);
        as(supervisor)
                .body(Map.of("decision", "RETIRE"))
                .post(BASES + "/NOT_ON_THE_LIST/decisions")
                .then()
                .statusCode(404);
    }

    @Test
    void theDatabaseLetsTheFiuAloneWriteIt() throws Exception {
        approved("REFERRAL");
        UUID bank = Institutions.bank().id();
        assertThrows(
                SQLException.class,
                () -> Database.update(
                        bank,
                        null,
                        """
                        insert into legal_basis (id, code, title_id, title_en, source, uses, status, proposed_at)
                        values (?, 'BANKS_OWN', 'x', 'x', 'x', array['REFERRAL'], 'PROPOSED', now())
                        """,
                        UUID.randomUUID()));
        assertEquals(0, Database.update(bank, null, "update legal_basis set status = 'RETIRED' where code = ?", code));
        // not even the FIU puts one into force without a proposal
        assertThrows(
                SQLException.class,
                () -> Database.update(
                        fiu.id(),
                        null,
                        """
                        insert into legal_basis (id, code, title_id, title_en, source, uses, status, proposed_at)
                        values (?, 'AT_ONCE', 'x', 'x', 'x', array['REFERRAL'], 'APPROVED', now())
                        """,
                        UUID.randomUUID()));
    }
}
