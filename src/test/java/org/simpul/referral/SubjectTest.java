package org.simpul.referral;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.identifier;
import static org.simpul.referral.ReferralSteps.subject;
import static org.simpul.referral.ReferralSteps.transaction;

@QuarkusTest
class SubjectTest extends HubTest {

    @Test
    void identifiersAreKeptInCanonicalForm() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank())
                .subject(subject(
                        "FACILITATOR",
                        "ADULT",
                        "Bagas Wirya",
                        identifier("IBAN", "", "de89 3704 0044 0532 0130 00"),
                        identifier("PHONE", "", "0812-3456-7890")));
        draft.read()
                .then()
                .body("version.subjects[0].protected", equalTo(false))
                .body("version.subjects[0].name", equalTo("Bagas Wirya"))
                .body("version.subjects[0].identifiers.value", contains("DE89370400440532013000", "+6281234567890"));
    }

    @Test
    void aBadIdentifierIsNamedAndNeverEchoed() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank());
        draft.edit()
                .body(subject(
                        "FACILITATOR",
                        "ADULT",
                        "Bagas Wirya",
                        account("1234567890"),
                        identifier("IBAN", "", "DE88370400440532013000"),
                        identifier("BANK_ACCOUNT", "", "77123"),
                        account("1234567890")))
                .post(draft.path() + "/subjects")
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        contains("identifiers[1].value", "identifiers[2].scope", "identifiers[3].value"))
                .body("violations.code", contains("identifier_checksum", "identifier_scope_required", "repeated"))
                .body(not(containsString("370400440532013000")));
        draft.read().then().body("version.subjects", empty());
    }

    @Test
    void aProtectedSubjectIsAReferenceAndAnAgeBandEverywhere() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank())
                .transactions(
                        transaction(account("5550001112"), account("9907001234"), "untuk Kirana sekolah"),
                        transaction(account("9907001234"), account("5550001112"), "rek 9907-001-234"))
                .subject(Map.of(
                        "kind",
                        "NATURAL_PERSON",
                        "roles",
                        List.of("ACCOUNT_HOLDER"),
                        "age_band",
                        "AGE_13_17",
                        "name",
                        "Kirana Lestari Utami",
                        "remarks",
                        "lives with her aunt in Wanasari",
                        "identifiers",
                        List.of(account("9907001234"))))
                .transactions(transaction(account("9907001234"), account("5550001113"), "kirana  lestari-utami"));

        draft.read()
                .then()
                .body("version.subjects[0].protected", equalTo(true))
                .body("version.subjects[0].reference", startsWith("S-"))
                .body("version.subjects[0].age_band", equalTo("AGE_13_17"))
                .body("version.subjects[0].name", nullValue())
                .body("version.subjects[0].remarks", nullValue())
                .body("version.subjects[0].identifiers", empty());
        String reference = draft.read().path("version.subjects[0].reference");
        as(draft.investigator())
                .get(draft.path() + "/transactions")
                .then()
                .body("items.from.value", contains(reference, reference, "5550001112"))
                .body("items.to.value", contains("5550001113", "5550001112", reference))
                .body("items.from.type", contains("PROTECTED", "PROTECTED", "BANK_ACCOUNT"))
                .body("items.remark", contains(reference, "rek " + reference, "untuk " + reference + " sekolah"));
        for (String secret : List.of("9907001234", "9907-001", "Kirana", "Utami", "Wanasari")) {
            assertEquals(List.of(), Rows.tablesThatHold(secret));
        }
    }

    @Test
    void aPossibleVictimIsProtectedAtAnyAgeAndBecomesSoByAnEdit() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank())
                .subject(subject("MULE", "ADULT", "Ratna Melati", account("4410099887")));
        String path = draft.path() + "/subjects/" + draft.read().path("version.subjects[0].id");
        draft.done(
                draft.edit()
                        .body(subject("POSSIBLE_ADULT_VICTIM", "ADULT", "Ratna Melati", account("4410099887")))
                        .put(path),
                200);
        assertEquals(List.of(), Rows.tablesThatHold("4410099887"));
        assertEquals(List.of(), Rows.tablesThatHold("Ratna"));
        draft.done(
                draft.edit()
                        .body(subject("MULE", "ADULT", "Ratna Melati", account("4410099887")))
                        .put(path),
                200);
        draft.read()
                .then()
                .body("version.subjects[0].name", equalTo("Ratna Melati"))
                .body("version.subjects[0].identifiers.value", contains("4410099887"));
        draft.done(draft.edit().delete(path), 204);
        draft.read().then().body("version.subjects", empty());
        draft.edit().delete(path).then().statusCode(404);
    }

    @Test
    void aProtectedSubjectsAccountCanStandUnderNobodyElse() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank())
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Dewi Anjani", account("7001002003")));
        draft.edit()
                .body(subject("RELATIVE", "ADULT", "Sri Anggraini", account("7001002003")))
                .post(draft.path() + "/subjects")
                .then()
                .statusCode(400)
                .body("violations.code", hasItem("shared_with_protected"));
        draft.subject(subject("RELATIVE", "ADULT", "Sri Anggraini", account("7001002004")));
        draft.edit()
                .body(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Ayu", account("7001002004")))
                .post(draft.path() + "/subjects")
                .then()
                .statusCode(400)
                .body("violations.field", contains("identifiers[0].value"));
    }

    @Test
    void transactionsComeAllOrNotAtAllAndCanBeRemoved() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank());
        Object good = transaction(account("1230001"), account("1230002"), "one");
        Object bad = transaction(account("1230001"), identifier("IBAN", "", "DE88370400440532013000"), "two");
        draft.edit()
                .body(Map.of("transactions", List.of(good, bad)))
                .post(draft.path() + "/transactions")
                .then()
                .statusCode(400)
                .body("violations.field", contains("transactions[1].to.value"));
        String list = draft.path() + "/transactions";
        as(draft.investigator()).get(list).then().body("items", empty());
        draft.transactions(good, good);
        String token =
                as(draft.investigator()).queryParam("page_size", 1).get(list).path("next_page_token");
        as(draft.investigator())
                .queryParam("page_size", 1)
                .queryParam("page_token", token)
                .get(list)
                .then()
                .body("items.size()", equalTo(1))
                .body("next_page_token", nullValue());
        draft.done(draft.edit().delete(list), 204);
        as(draft.investigator()).get(list).then().body("items", empty());
    }

    @Test
    void aRedFlagIsCitedOnceAndOnlyFromATypologyThatTheInstitutionReads() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank());
        Map<String, Object> flag = Typologies.redFlag();
        Map<String, Object> unknown =
                Map.of("typology_version_id", flag.get("typology_version_id"), "red_flag_code", "NONE-99");
        draft.edit()
                .body(Map.of("red_flags", List.of(flag, unknown, flag)))
                .put(draft.path() + "/red-flags")
                .then()
                .statusCode(400)
                .body("violations.field", contains("red_flags[1].red_flag_code", "red_flags[2].red_flag_code"))
                .body("violations.code", contains("unknown_red_flag", "repeated"));
        draft.redFlag().redFlag();
        draft.read().then().body("version.red_flags.size()", equalTo(1));
    }
}
