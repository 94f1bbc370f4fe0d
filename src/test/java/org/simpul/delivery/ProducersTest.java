package org.simpul.delivery;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.casework.SubmittedReferral;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.typology.Typologies;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Which act tells whom, and which tells nobody. */
@QuarkusTest
class ProducersTest extends HubTest {
    private static final String PATH = "/api/v1/notifications";

    private Institution bank;

    @Inject
    Told told;

    /** A bank that no typology of another test reaches; what others have left in the outbox is not awaited. */
    @BeforeEach
    void admit() {
        ReferralSteps.draft(Institutions.bank()).redFlag();
        Drafts.execute("delete from outbox_event where kind like 'notification%' and handled_at is null");
        bank = Institutions.bank();
    }

    private static long items(Institution institution) {
        return Drafts.count("from notification where owner = ?", institution.id());
    }

    private static long urgent(Institution institution, UUID object) {
        return Drafts.count("from notification where owner = ? and object_id = ? and urgent", institution.id(), object);
    }

    @Test
    void aHandOverAsksThoseWhoMaySubmit() {
        ReferralSteps referral = ReferralSteps.draft(bank).filled("1234567890").handOver();
        told.everything();
        as(referral.officer()).get(PATH).then().body("items", hasSize(1)).body("items[0].urgent", equalTo(false));
        as(referral.investigator()).get(PATH).then().body("items", hasSize(0));
    }

    @Test
    void anActThatFailsTellsNobody() {
        Map<String, Object> fields = new HashMap<>(ReferralSteps.complete());
        fields.remove("narrative");
        ReferralSteps referral = ReferralSteps.draft(bank, fields);
        as(referral.investigator()).post(referral.path() + "/handovers").then().statusCode(422);
        told.everything();
        assertEquals(0, items(bank));
    }

    @Test
    void aSubmissionTellsTheFiuAndItsReceiptTheSubmitter() {
        ReferralSteps referral = ReferralSteps.draft(bank).filled("1234567891").submit();
        told.everything();
        UUID intake = (UUID) Drafts.value("select id from intake where referral_id = ?", referral.id());
        Institution fiu = Institutions.fiu();
        assertEquals(
                1,
                Drafts.count(
                        "from notification where owner = ? and object_id = ? and permission = 'referral.triage'"
                                + " and not urgent",
                        fiu.id(),
                        intake));
        as(referral.investigator()).get(PATH).then().body("items", hasSize(1)).body("items[0].urgent", equalTo(false));
    }

    @Test
    void aP1IsUrgentToTheFiuAndItsNoticeIsNot() {
        SubmittedReferral referral = SubmittedReferral.of(bank, "P1", SubmittedReferral.anyPhone());
        told.everything();
        UUID intake = (UUID) Drafts.value("select id from intake where referral_id = ?", referral.id);
        assertEquals(1, urgent(Institutions.fiu(), intake));
        assertEquals(1, items(bank));
        assertEquals(0, urgent(bank, referral.id));
    }

    @Test
    void whatTheFiuDoesWithAReferralRingsNoBellAtTheSubmitter() {
        SubmittedReferral referral = SubmittedReferral.of(bank, "P2", SubmittedReferral.anyPhone());
        told.everything();
        long before = items(bank);
        Desk desk = new Desk();
        Institution agency = Institutions.agency();
        desk.disseminated(Desk.form(desk.caseOf(desk.accepted(referral)), referral, agency));
        told.everything();
        assertEquals(before, items(bank));
        assertEquals(1, items(agency));
    }

    @Test
    void aDisseminationTellsItsApproversThenItsRecipientsAndTheAnswersTheFiu() {
        SubmittedReferral referral = SubmittedReferral.of(bank, "P1", SubmittedReferral.anyPhone());
        told.everything();
        Desk desk = new Desk();
        Institution agency = Institutions.agency();
        Institution other = Institutions.agency();
        Person named = other.person(Role.LE_OFFICER);
        Drafts.id(named);
        Person colleague = other.person(Role.LE_OFFICER);
        Map<String, Object> form = Desk.form(desk.caseOf(desk.accepted(referral)), referral, agency);
        form.put("recipient_people", List.of(Map.of("agency", other.alias(), "login", named.login())));
        UUID dissemination = UUID.fromString(desk.disseminated(form));
        told.everything();
        Institution fiu = Institutions.fiu();
        assertEquals(
                1,
                Drafts.count(
                        "from notification where owner = ? and object_id = ? and permission = 'dissemination.approve'",
                        fiu.id(),
                        dissemination));
        Person officer = agency.person(Role.LE_OFFICER);
        as(officer).get(PATH).then().body("items", hasSize(1)).body("items[0].urgent", equalTo(true));
        as(named).get(PATH).then().body("items", hasSize(1));
        as(colleague).get(PATH).then().body("items", hasSize(0));

        String matter = Desk.matter(agency);
        Desk.under(matter, officer)
                .post("/api/v1/disseminations/" + dissemination + "/acknowledgements")
                .then()
                .statusCode(201);
        Desk.under(matter, officer)
                .body(Map.of("outcome", "INTELLIGENCE_VALUE"))
                .post("/api/v1/disseminations/" + dissemination + "/outcomes")
                .then()
                .statusCode(201);
        told.everything();
        assertEquals(
                2,
                Drafts.count(
                        "from notification where owner = ? and object_id = ? and permission = 'dissemination.draft'",
                        fiu.id(),
                        dissemination));
        // a recall takes what was told along
        Drafts.execute(
                "update disclosure set recalled_at = now(), recalled_by = gen_random_uuid(), recall_reason = 'test'"
                        + " where object_id = ?",
                dissemination);
        as(officer).get(PATH).then().body("items", hasSize(0));
        as(named).get(PATH).then().body("items", hasSize(0));
    }

    @Test
    void aTypologyTellsThoseInsideAtItsDeliveryAndNobodyElse() {
        Institution fiu = Institutions.fiu();
        Person analyst = fiu.person(Role.FIU_ANALYST);
        Person supervisor = fiu.person(Role.FIU_SUPERVISOR);
        Institution left = Institutions.bank();
        Institution outside = Institutions.bank();
        String group = as(supervisor)
                .body(Map.of("name", "Group " + UUID.randomUUID(), "purpose", "Payments behind abuse"))
                .post("/api/v1/working-groups")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (Institution member : List.of(bank, left)) {
            as(supervisor)
                    .body(Map.of("participant", member.alias()))
                    .post("/api/v1/working-groups/" + group + "/members")
                    .then()
                    .statusCode(200);
        }
        Typologies.publish(
                Typologies.drafted(analyst),
                Map.of("communities", List.of(), "participants", List.of(), "groups", List.of(group)));
        // gone before the bell was rung
        as(supervisor)
                .post("/api/v1/working-groups/" + group + "/members/" + left.id() + "/departures")
                .then()
                .statusCode(200);
        told.everything();
        as(bank.person(Role.INVESTIGATOR)).get(PATH).then().body("items", hasSize(1));
        as(left.person(Role.INVESTIGATOR)).get(PATH).then().body("items", hasSize(0));
        assertEquals(0, items(outside));
        assertEquals(0, Drafts.count("from notification where owner = ? and permission = 'typology.read'", fiu.id()));
    }

    @Test
    void theIdsThatTwoAreToldAreMadeForEachApart() {
        SubmittedReferral referral = SubmittedReferral.of(bank, "P2", SubmittedReferral.anyPhone());
        told.everything();
        Desk desk = new Desk();
        Institution agency = Institutions.agency();
        Institution other = Institutions.agency();
        desk.disseminated(Desk.form(desk.caseOf(desk.accepted(referral)), referral, agency, other));
        told.everything();
        String one = as(agency.person(Role.LE_OFFICER)).get(PATH).path("items[0].id");
        String two = as(other.person(Role.LE_OFFICER)).get(PATH).path("items[0].id");
        assertEquals(
                0,
                Drafts.count(
                        "from outbox_notification where id = ? or id = ?", UUID.fromString(one), UUID.fromString(two)));
    }

    @Test
    void aPartnerIsToldOfNothingThatItDoesNotRead() {
        Institution partner = Institutions.admit(ParticipantKind.PARTNER);
        SubmittedReferral.of(bank, "P1", SubmittedReferral.anyPhone());
        told.everything();
        assertEquals(0, items(partner));
    }
}
