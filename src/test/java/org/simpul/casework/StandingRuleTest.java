package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Told;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class StandingRuleTest extends HubTest {
    private static final String RULE = "/api/v1/standing-rule";

    @Inject
    OutboxDispatcher outbox;

    private final Desk desk = new Desk();
    private final Person second = desk.fiu.person(Role.FIU_SUPERVISOR);
    private final Institution agency = Institutions.agency();

    @AfterEach
    void off() {
        Database.updateAsSuperuser("update standing_rule set status = 'REPLACED' where status in ('LIVE','PROPOSED')");
    }

    private Map<String, Object> rule(String... grounds) {
        return new HashMap<>(Map.of(
                "grounds",
                List.of(grounds),
                "agency",
                agency.alias(),
                "letter_prefix",
                "INF/SR",
                "title",
                "A child may be in danger now",
                "narrative",
                "Information for the protection of a child.",
                "legal_basis",
                "UU_8_2010_ART_90",
                "handling",
                Map.of("tlp", "TLP:AMBER+STRICT", "pap", "PAP:RED")));
    }

    private Response propose(Map<String, Object> rule) {
        String tag = as(desk.supervisor).get(RULE).header("ETag");
        return as(desk.supervisor).header("If-Match", tag).body(rule).put(RULE);
    }

    private static Response decide(Person person, String decision, String digest) {
        return as(person)
                .body(Map.of("decision", decision, "digest", digest, "reason", "Not needed."))
                .post(RULE + "/decisions");
    }

    private void inForce(String... grounds) {
        String digest = propose(rule(grounds)).then().statusCode(200).extract().path("proposed.digest");
        decide(second, "APPROVE", digest).then().statusCode(200);
    }

    private SubmittedReferral submitted(String urgency) {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), urgency, SubmittedReferral.anyPhone());
        outbox.drain();
        outbox.drain();
        outbox.drain();
        return referral;
    }

    private static List<Object> disseminationsOf(SubmittedReferral referral) {
        return Database.queryAsSuperuser(
                "select distinct o.version_id from dissemination_origin o join intake i on i.id = o.intake_id"
                        + " where i.referral_id = ?",
                referral.id);
    }

    @Test
    void theRuleIsOffUntilTwoPersonsHaveSetIt() {
        String digest = propose(rule("LIVE_OR_SCHEDULED_ABUSE"))
                .then()
                .statusCode(200)
                .body("live", nullValue())
                .extract()
                .path("proposed.digest");
        assertEquals(List.of(), disseminationsOf(submitted("P1")));
        decide(desk.supervisor, "APPROVE", digest).then().statusCode(403);
        decide(second, "APPROVE", "0".repeat(64)).then().statusCode(412);
        decide(second, "APPROVE", digest)
                .then()
                .statusCode(200)
                .body("live.decided_by", equalTo(second.login()))
                .body("proposed", nullValue());
        assertEquals(1, disseminationsOf(submitted("P1")).size());
    }

    @Test
    void aP1OnAGroundOfTheRuleReachesTheDutyAgencyAtOnceMasked() {
        inForce("LIVE_OR_SCHEDULED_ABUSE");
        SubmittedReferral referral = submitted("P1");
        UUID dissemination = (UUID) disseminationsOf(referral).get(0);
        Person officer = agency.person(Role.LE_OFFICER);
        Desk.under(Desk.matter(agency), officer)
                .get("/api/v1/disseminations/" + dissemination)
                .then()
                .statusCode(200)
                .body("content.product", equalTo("INFORMASI"))
                .body("content.intelligence_only", equalTo(true))
                .body("content.narrative", equalTo("Information for the protection of a child."))
                .body("content.subjects.size()", equalTo(2))
                .body("content.subjects.find { it.protected }.name", nullValue())
                .body("content.transactions.size()", equalTo(1))
                .body("desk", nullValue());
        Desk.by(desk.analyst)
                .get("/api/v1/disseminations/" + dissemination)
                .then()
                .body("desk.standing_rule_id.size()", equalTo(36));
        // people still decide on it
        Desk.by(desk.analyst)
                .get("/api/v1/intakes/" + Desk.intakeOf(referral))
                .then()
                .body("intake.status", equalTo("RECEIVED"));
        assertEquals(List.of("all dissemination.acknowledge urgent"), Told.about(dissemination));
        assertEquals(
                List.of("system:standing-rule"),
                Database.queryAsSuperuser(
                        "select actor from audit_entry where object_id = ? and act = 'dissemination.ruled'",
                        dissemination));
    }

    @Test
    void aPersonReviewsWhatTheRuleDid() {
        inForce("LIVE_OR_SCHEDULED_ABUSE");
        UUID dissemination = (UUID) disseminationsOf(submitted("P1")).get(0);
        UUID act = (UUID) Drafts.value("select id from alone_act where object_id = ?", dissemination);
        String digest = as(second).get("/api/v1/alone-acts").path("items.find { it.id == '" + act + "' }.digest");
        Map<String, Object> review =
                Map.of("verdict", "UPHELD", "reason", "A session was announced.", "digest", digest);
        String reviews = "/api/v1/alone-acts/" + act + "/reviews";
        for (Person maker : List.of(desk.supervisor, second)) {
            as(maker).body(review).post(reviews).then().statusCode(403);
        }
        as(desk.fiu.person(Role.FIU_SUPERVISOR))
                .body(review)
                .post(reviews)
                .then()
                .statusCode(200)
                .body("kind", equalTo("STANDING_RULE"))
                .body("by", nullValue());
    }

    @Test
    void otherGroundsAndOtherUrgenciesWaitForPeople() {
        inForce("SELF_HARM_RISK");
        assertEquals(List.of(), disseminationsOf(submitted("P1")));
        off();
        inForce("LIVE_OR_SCHEDULED_ABUSE");
        assertEquals(List.of(), disseminationsOf(submitted("P2")));
    }

    @Test
    void whatPeopleHaveInHandsIsTheirsAlone() {
        inForce("LIVE_OR_SCHEDULED_ABUSE");
        for (boolean refused : List.of(true, false)) {
            SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P1", SubmittedReferral.anyPhone());
            outbox.drain();
            UUID intake = Desk.intakeOf(referral);
            Database.updateAsSuperuser(
                    refused
                            ? "update intake set status = 'NOT_ACCEPTED' where id = ?"
                            : "update intake set withdrawal_asked_at = now() where id = ?",
                    intake);
            outbox.drain();
            outbox.drain();
            assertEquals(List.of(), disseminationsOf(referral));
        }
    }

    @Test
    void toldTwiceTheRuleActsOnce() {
        inForce("LIVE_OR_SCHEDULED_ABUSE");
        SubmittedReferral referral = submitted("P1");
        tellAgain(referral);
        assertEquals(1, disseminationsOf(referral).size());
    }

    private void tellAgain(SubmittedReferral referral) {
        Database.updateAsSuperuser(
                "update outbox_event set handled_at = null, due_at = now() where kind = 'intake.urgent' and object_id = ?",
                Desk.intakeOf(referral));
        outbox.drain();
    }

    @Test
    void whatTheRuleGaveUpStaysWithPeopleHoweverOftenItIsTold() {
        inForce("LIVE_OR_SCHEDULED_ABUSE");
        Institutions.setStatus(agency, "SUSPENDED");
        SubmittedReferral referral = submitted("P1");
        Institutions.setStatus(agency, "ADMITTED");
        tellAgain(referral);
        assertEquals(List.of(), disseminationsOf(referral));
        assertEquals(
                List.of("all referral.triage urgent", "all standing-rule.set urgent"),
                Told.about(Desk.intakeOf(referral)));
    }

    @Test
    void whereTheRuleCannotActPeopleAreToldAndTheIntakeWaits() {
        inForce("LIVE_OR_SCHEDULED_ABUSE");
        Institutions.setStatus(agency, "SUSPENDED");
        SubmittedReferral referral = submitted("P1");
        assertEquals(List.of(), disseminationsOf(referral));
        assertEquals(
                List.of("all referral.triage urgent", "all standing-rule.set urgent"),
                Told.about(Desk.intakeOf(referral)));
    }

    @Test
    void onePersonSwitchesItOff() {
        inForce("LIVE_OR_SCHEDULED_ABUSE");
        as(desk.analyst).delete(RULE).then().statusCode(403);
        as(second).delete(RULE).then().statusCode(200).body("live", nullValue());
        as(second).delete(RULE).then().statusCode(409);
        assertEquals(List.of(), disseminationsOf(submitted("P1")));
    }

    @Test
    void aRuleNamesAnAgencyAndHandlingThatFitsOne() {
        Map<String, Object> red = rule("SELF_HARM_RISK");
        red.put("handling", Map.of("tlp", "TLP:RED", "pap", "PAP:RED"));
        propose(red).then().statusCode(400).body("violations[0].field", equalTo("handling"));
        Map<String, Object> bank = rule("SELF_HARM_RISK");
        bank.put("agency", Institutions.bank().alias());
        propose(bank).then().statusCode(400).body("violations[0].field", equalTo("agency"));
        as(desk.supervisor)
                .header("If-Match", "\"99999\"")
                .body(rule("SELF_HARM_RISK"))
                .put(RULE)
                .then()
                .statusCode(412);
    }
}
