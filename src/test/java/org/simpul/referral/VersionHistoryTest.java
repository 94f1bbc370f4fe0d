package org.simpul.referral;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.subject;
import static org.simpul.referral.ReferralSteps.transaction;

@QuarkusTest
class VersionHistoryTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    private static Response fiu(ReferralSteps referral, String path) {
        Object intake = Drafts.value("select id from intake where referral_id = ?", referral.id());
        return as(Institutions.fiu().person(Role.FIU_ANALYST))
                .header("Purpose", "PREDICATE_OFFENCE")
                .get("/api/v1/intakes/" + intake + path);
    }

    private static String subjectPath(ReferralSteps referral, int position) {
        return referral.path() + "/subjects/" + referral.read().path("version.subjects[" + position + "].id");
    }

    @Test
    void aCorrectionIsShownFieldByField() {
        ReferralSteps referral = ReferralSteps.draft(Institutions.bank())
                .filled("3400200001")
                .transactions(
                        transaction(account("3400200001"), account("3400200002"), "one"),
                        transaction(account("3400200001"), account("3400200003"), "two"))
                .submit();
        outbox.drain();
        String facilitator = referral.read().path("version.subjects[0].reference");
        referral.newVersion();
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("urgency", "P1");
        fields.put("urgency_ground", "LIVE_OR_SCHEDULED_ABUSE");
        fields.put("grading", Map.of("source", "RELIABLE", "information", "B"));
        referral.fields(fields)
                .done(
                        referral.edit()
                                .body(subject("FACILITATOR", "ADULT", "Bagas Wiryawan", account("3400200009")))
                                .put(subjectPath(referral, 0)),
                        200)
                .done(referral.edit().delete(referral.path() + "/transactions"), 204)
                .transactions(
                        transaction(account("3400200001"), account("3400200002"), "one"),
                        transaction(account("3400200001"), account("3400200003"), "changed"),
                        transaction(account("3400200001"), account("3400200004"), "three"));
        String at = "subjects[" + facilitator + "].";
        as(referral.investigator())
                .get(referral.path() + "/versions/2/differences")
                .then()
                .statusCode(200)
                .body("from", equalTo(1))
                .body("to", equalTo(2))
                .body(
                        "changes.field",
                        containsInAnyOrder(
                                "urgency",
                                "urgency_ground",
                                "grading.information",
                                at + "name",
                                at + "identifiers",
                                at + "identifiers"))
                .body("changes.find { it.field == 'urgency' }.change", equalTo("CHANGED"))
                .body("changes.find { it.field == 'urgency' }.before", equalTo("P2"))
                .body("changes.find { it.field == 'urgency' }.after", equalTo("P1"))
                .body("changes.find { it.field == 'urgency_ground' }.change", equalTo("ADDED"))
                .body("changes.find { it.field == 'urgency_ground' }.before", nullValue())
                .body(
                        "changes.findAll { it.field.endsWith('identifiers') }.change",
                        containsInAnyOrder("ADDED", "REMOVED"))
                .body("transactions.added", equalTo(2))
                .body("transactions.removed", equalTo(1));
        fiu(referral, "/versions/2/differences").then().statusCode(404);
        fiu(referral, "/versions").then().body("items.number", contains(1));
        referral.submit();
        outbox.drain();
        fiu(referral, "/versions/2/differences")
                .then()
                .statusCode(200)
                .body("changes.field", hasItem("urgency"))
                .body("transactions.added", equalTo(2));
        as(referral.investigator())
                .get(referral.path() + "/versions/1/differences?from=2")
                .then()
                .body("changes.find { it.field == 'urgency' }.after", equalTo("P2"));
    }

    @Test
    void theListNamesTheApproverToItsOwnInstitutionAlone() {
        ReferralSteps referral =
                ReferralSteps.draft(Institutions.bank()).filled("3400200011").submit();
        outbox.drain();
        as(referral.investigator())
                .get(referral.path() + "/versions")
                .then()
                .statusCode(200)
                .body("items.number", contains(1))
                .body("items.approver", contains(referral.officer().login()))
                .body("items[0].digest", equalTo(referral.digest()));
        fiu(referral, "/versions")
                .then()
                .statusCode(200)
                .body("items.number", contains(1))
                .body("items[0].approver", nullValue())
                .body("items[0].digest", equalTo(referral.digest()));
        as(referral.investigator())
                .get(referral.path() + "/versions/1/differences")
                .then()
                .statusCode(400)
                .body("violations.code", contains("nothing_before"));
    }

    @Test
    void whoeverIsProtectedByNowIsMaskedOnBothSidesAndIsToldToHaveChangedAlone() {
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("narrative", "Money for Melati Kusuma at night.");
        ReferralSteps referral = ReferralSteps.draft(Institutions.bank(), fields)
                .filled("3400200021")
                .subject(subject("RELATIVE", "ADULT", "Melati Kusuma", account("8805005005")))
                .submit();
        outbox.drain();
        String melati = referral.read().path("version.subjects[1].reference");
        fields.put("narrative", "Money at night.");
        referral.newVersion().fields(fields);
        referral.done(
                referral.edit()
                        .body(subject("POSSIBLE_CHILD_VICTIM", "AGE_13_17", "Melati Kusuma", account("8805005005")))
                        .put(subjectPath(referral, 1)),
                200);
        referral.submit();
        outbox.drain();
        for (Response answer : List.of(
                as(referral.investigator()).get(referral.path() + "/versions/2/differences"),
                fiu(referral, "/versions/2/differences"))) {
            answer.then()
                    .statusCode(200)
                    .body("changes.field", containsInAnyOrder("narrative", "subjects[" + melati + "]"))
                    .body("changes.find { it.field.startsWith('subjects') }.before", nullValue())
                    .body("changes.find { it.field.startsWith('subjects') }.after", nullValue())
                    .body("changes.find { it.field == 'narrative' }.before", not(equalTo(fields.get("narrative"))));
            assertFalse(answer.asString().contains("Melati"));
            assertFalse(answer.asString().contains("8805005005"));
        }
        // what is kept apart has changed, and no more is told
        referral.newVersion();
        referral.done(
                referral.edit()
                        .body(subject("POSSIBLE_CHILD_VICTIM", "AGE_13_17", "Melati Kusumawati", account("8805005005")))
                        .put(subjectPath(referral, 1)),
                200);
        Response changed = as(referral.investigator()).get(referral.path() + "/versions/3/differences");
        assertEquals(List.of("subjects[" + melati + "]"), changed.path("changes.field"));
        assertEquals(List.of("CHANGED"), changed.path("changes.change"));
    }
}
