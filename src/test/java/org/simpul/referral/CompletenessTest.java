package org.simpul.referral;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Quality at the door: the score and the guards come from one list. */
@QuarkusTest
class CompletenessTest extends HubTest {
    private static final String STORY =
            "On 2 March 2026 between 22:00 and 03:00 eleven senders paid Rp 50.000 to Rp 150.000 each to one account at"
                    + " branch Bandung. Each sum was withdrawn at an ATM within ten minutes. The holder opened the account"
                    + " in January 2026 with a student card and gave no reason for the payments when the branch asked him.";

    private static JsonPath completeness(ReferralSteps draft) {
        return as(draft.investigator())
                .get(draft.path() + "/completeness")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> missing(JsonPath completeness, String need) {
        return completeness.getList(
                "pieces.findAll { !it.present && it.need == '" + need + "' }.collect { it.field + ' ' + it.code }");
    }

    private static Map<String, Object> rich() {
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("narrative", STORY);
        return fields;
    }

    private static ReferralSteps withHoldings(ReferralSteps draft) {
        return draft.done(
                        draft.edit()
                                .body(Map.of(
                                        "document_references", List.of(Map.of("kind", "STATEMENT", "number", "ST-1"))))
                                .put(draft.path() + "/document-references"),
                        200)
                .done(
                        draft.edit()
                                .body(Map.of(
                                        "held_items",
                                        List.of(Map.of(
                                                "kind",
                                                "CCTV",
                                                "description",
                                                "ATM camera",
                                                "period_from",
                                                "2026-03-01",
                                                "period_to",
                                                "2026-03-02"))))
                                .put(draft.path() + "/held-items"),
                        200);
    }

    @Test
    void whatTheScoreCallsMissingIsWhatTheHandOverRefuses() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank(), Map.of("urgency", "P1"));
        JsonPath completeness = completeness(draft);
        List<String> refused = as(draft.investigator())
                .post(draft.path() + "/handovers")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath()
                .getList("violations.collect { it.field + ' ' + it.code }");
        assertEquals(refused, missing(completeness, "REQUIRED"));
        assertEquals(0, completeness.getInt("score"));
        assertEquals(false, completeness.getBoolean("ready_to_hand_over"));
    }

    @Test
    void aWholeReferralScoresAHundred() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank(), rich()).filled("7300100001");
        draft.transactions(ReferralSteps.transaction(
                ReferralSteps.account("7300100001"), ReferralSteps.account("7300100002"), "rice"));
        withHoldings(draft);
        JsonPath completeness = completeness(draft);
        assertEquals(List.of(), missing(completeness, "REQUIRED"));
        assertEquals(List.of(), missing(completeness, "RECOMMENDED"));
        assertEquals(100, completeness.getInt("score"));
        assertTrue(completeness.getBoolean("ready_to_hand_over"));
        assertEquals(List.of(), completeness.getList("pieces.findAll { it.message != null }"));
    }

    @Test
    void whatIsRecommendedLowersTheScoreAndHoldsUpNothing() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank())
                .subject(ReferralSteps.subject("MULE", "ADULT", "Bagas Wirya"))
                .subject(ReferralSteps.subject("WITNESS", "ADULT", "Ani"))
                .redFlag();
        JsonPath completeness = completeness(draft);
        assertEquals(List.of(), missing(completeness, "REQUIRED"));
        assertEquals(
                List.of(
                        "subjects[0].identifiers identifiers_hoped_for",
                        "transactions transactions_hoped_for",
                        "document_references documents_hoped_for",
                        "held_items held_items_hoped_for",
                        "narrative narrative_short",
                        "narrative narrative_without_date",
                        "narrative narrative_without_amount"),
                missing(completeness, "RECOMMENDED"));
        assertTrue(completeness.getInt("score") < 100);
        draft.handOver();
    }

    @Test
    void aProtectedSubjectNeedsNeitherNameNorIdentifier() {
        Map<String, Object> child = new HashMap<>(ReferralSteps.subject("MULE", "UNDER_18", "x"));
        child.put("age_band", "UNDER_13");
        child.put("name", null);
        ReferralSteps draft =
                ReferralSteps.draft(Institutions.bank(), rich()).subject(child).redFlag();
        assertEquals(
                List.of(
                        "transactions transactions_hoped_for",
                        "document_references documents_hoped_for",
                        "held_items held_items_hoped_for"),
                missing(completeness(draft), "RECOMMENDED"));
    }

    @Test
    void noPieceAsksForNationalityAgeOrGender() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank()).filled("7300100003");
        as(draft.investigator())
                .header("Accept-Language", "en")
                .get(draft.path() + "/completeness")
                .then()
                .body("pieces.field.join(' ')", not(containsString("age")))
                .body("pieces.field.join(' ')", not(containsString("national")))
                .body("pieces.find { it.field == 'transactions' }.message", containsString("Add the transactions"));
        as(draft.investigator())
                .header("Accept-Language", "id")
                .get(draft.path() + "/completeness")
                .then()
                .body(
                        "pieces.find { it.field == 'transactions' }.message",
                        equalTo("Tambahkan transaksi yang menjadi pokok kecurigaan."));
    }

    @Test
    void aTextThatTellsWhoIsProtectedIsARequiredPiece() {
        Map<String, Object> fields = rich();
        fields.put("narrative", STORY + " Mawar Lestari was named.");
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank(), fields)
                .filled("7300100004")
                .subject(ReferralSteps.subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Mawar Lestari"));
        assertEquals(List.of("narrative tells_protected_subject"), missing(completeness(draft), "REQUIRED"));
    }

    @Test
    void onlyTheInstitutionItselfReadsIt() {
        ReferralSteps draft =
                ReferralSteps.draft(Institutions.bank()).filled("7300100005").submit();
        for (var person : List.of(
                Institutions.bank().person(Role.COMPLIANCE_OFFICER),
                Institutions.fiu().person(Role.FIU_ANALYST))) {
            as(person).get(draft.path() + "/completeness").then().statusCode(404);
        }
    }
}
