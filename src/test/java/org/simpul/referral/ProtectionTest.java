package org.simpul.referral;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.SystemActor;
import org.simpul.shared.PageRequest;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.identifier;
import static org.simpul.referral.ReferralSteps.subject;
import static org.simpul.referral.ReferralSteps.transaction;

/** What could tell who a protected subject is, in the places and the forms in which it comes. */
@QuarkusTest
class ProtectionTest extends HubTest {
    @Inject
    Submissions submissions;

    @Inject
    SystemActor system;

    @Test
    void remarksAreMaskedInTheFormsThatBanksWrite() {
        Object other = account("4700000001");
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank())
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Wulan Permatasari", account("4700112233")))
                .transactions(
                        transaction(other, other, "TRF_WULAN_PERMATASARI"),
                        transaction(other, other, "WULANPERMATASARI"),
                        transaction(other, other, "WULAN2010"),
                        transaction(other, other, "REK4700112233"),
                        transaction(other, other, "TRF_4700112233_WULAN"));
        String s = draft.read().path("version.subjects[0].reference");
        as(draft.investigator())
                .get(draft.path() + "/transactions")
                .then()
                .body("items.remark", contains("TRF_" + s + "_" + s, "REK" + s, s + "2010", s, "TRF_" + s));
    }

    @Test
    void aChannelIsMaskedAsTheRemarkIs() {
        Object other = account("4700000002");
        Map<String, Object> row = new HashMap<>(transaction(other, other, "one"));
        row.put("channel", "APP_SEKARWANGI2010");
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank())
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Sekarwangi"))
                .transactions(row);
        String s = draft.read().path("version.subjects[0].reference");
        as(draft.investigator())
                .get(draft.path() + "/transactions")
                .then()
                .body("items.channel", contains("APP_" + s + "2010"));
    }

    @Test
    void aProtectedSubjectIsMaskedUnderEveryTypeAndScopeOfItsNumber() {
        Object other = account("4700000003");
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank())
                .subject(subject(
                        "POSSIBLE_CHILD_VICTIM",
                        "UNDER_13",
                        "Tiara",
                        identifier("PHONE", "", "+6281299887711"),
                        identifier("E_WALLET", "dompetku", "+6281299887722"),
                        account("0532013000")))
                .transactions(
                        transaction(identifier("E_WALLET", "dompetku", "+6281299887711"), other, "a"),
                        transaction(identifier("E_WALLET", "kantongku", "+6281299887722"), other, "b"),
                        transaction(identifier("PHONE", "", "+6281299887722"), other, "c"),
                        transaction(identifier("BANK_ACCOUNT", "ID:009", "0532013000"), other, "d"),
                        transaction(other, identifier("IBAN", "", "DE89370400440532013000"), "e"),
                        transaction(identifier("PHONE", "", "+6281299887733"), other, "f"));
        String s = draft.read().path("version.subjects[0].reference");
        as(draft.investigator())
                .get(draft.path() + "/transactions")
                .then()
                .body("items.from.value", contains("+6281299887733", "4700000003", s, s, s, s))
                .body("items[1].to.value", equalTo(s))
                .body("items[0].to.value", equalTo("4700000003"));
    }

    @Test
    void whatIsNamedAfterAProtectedSubjectIsMaskedUnderEveryType() {
        Object other = account("4700000011");
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank())
                .subject(subject(
                        "POSSIBLE_CHILD_VICTIM",
                        "UNDER_13",
                        "Larasati",
                        identifier("EMAIL", "", "anggun@surat.example"),
                        identifier("USERNAME", "obrolan", "bintang.kecil"),
                        identifier("PHONE", "", "0812 9988 7755"),
                        account("0123456987")))
                .transactions(
                        transaction(identifier("E_WALLET", "kantongku", "anggun@surat.example"), other, "a"),
                        transaction(identifier("E_WALLET", "kantongku", "bintang.kecil"), other, "b"),
                        transaction(identifier("E_WALLET", "kantongku", "81299887755"), other, "c"),
                        transaction(account("123456987"), other, "d"),
                        transaction(identifier("BANK_ACCOUNT", "ID:009", "000123456987"), other, "e"),
                        transaction(identifier("E_WALLET", "kantongku", "larasati-2010"), other, "f"),
                        transaction(account("3901081299887755"), other, "g"),
                        transaction(identifier("E_WALLET", "kantongku", "dahlia"), other, "h"));
        String s = draft.read().path("version.subjects[0].reference");
        as(draft.investigator())
                .get(draft.path() + "/transactions")
                .then()
                .body("items.from.value", contains("dahlia", s, s, s, s, s, s, s));
    }

    @Test
    void theIbanOfAProtectedSubjectMasksItsAccountNumber() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank())
                .subject(subject(
                        "POSSIBLE_CHILD_VICTIM", "UNDER_13", "Tiara", identifier("IBAN", "", "DE89370400440532013000")))
                .transactions(transaction(account("0532013000"), account("4700000004"), "a"));
        as(draft.investigator())
                .get(draft.path() + "/transactions")
                .then()
                .body("items.from.type", contains("PROTECTED"))
                .body("items.to.type", contains("BANK_ACCOUNT"));
    }

    @Test
    void aPartyWhoseUserNameTellsTheSubjectIsMasked() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank())
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Kenanga Ayu"))
                .transactions(transaction(
                        identifier("USERNAME", "obrolan", "kenanga_2010"),
                        identifier("EMAIL", "", "dahlia@surat.example"),
                        "a"));
        as(draft.investigator())
                .get(draft.path() + "/transactions")
                .then()
                .body("items.from.type", contains("PROTECTED"))
                .body("items.to.value", contains("dahlia@surat.example"));
    }

    @Test
    void theSameNumberUnderAnotherTypeCanStandUnderNobodyElse() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank())
                .subject(subject(
                        "POSSIBLE_CHILD_VICTIM",
                        "UNDER_13",
                        "Dewi Anjani",
                        identifier("PHONE", "", "+6281299887744"),
                        account("0532013000")));
        draft.edit()
                .body(subject(
                        "RELATIVE",
                        "ADULT",
                        "Sri Anggraini",
                        identifier("E_WALLET", "dompetku", "+6281299887744"),
                        identifier("IBAN", "", "DE89370400440532013000"),
                        identifier("BANK_ACCOUNT", "ID:009", "0532013000"),
                        account("4700000005")))
                .post(draft.path() + "/subjects")
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        contains("identifiers[0].value", "identifiers[1].value", "identifiers[2].value"));
    }

    @Test
    void noPlaceOfADraftMayTellWhoIsProtected() {
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put(
                "statutory_report",
                Map.of("reporter", "MELATIWANGI", "reference", "STR_MELATIWANGI", "status", "FILED"));
        Map<String, Object> open = new HashMap<>(subject(
                "RELATIVE",
                "ADULT",
                "Melatiwangi Puspa",
                account("4700000006"),
                identifier("USERNAME", "obrolan", "melatiwangi2010"),
                identifier("EMAIL", "", "melatiwangi@surat.example"),
                identifier("E_WALLET", "dompetku", "melatiwangi.2010"),
                identifier("URL", "", "https://obrolan.example/melatiwangi"),
                account("3901081299887766")));
        open.put("remarks", "Aunt of Melatiwangi.");
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank(), fields)
                .filled("4700000007")
                .subject(open)
                .subject(subject(
                        "POSSIBLE_CHILD_VICTIM",
                        "UNDER_13",
                        "Melatiwangi Puspa",
                        identifier("PHONE", "", "+6281299887766")));
        as(draft.investigator())
                .post(draft.path() + "/handovers")
                .then()
                .statusCode(422)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "statutory_report.reporter",
                                "statutory_report.reference",
                                "subjects[1].name",
                                "subjects[1].remarks",
                                "subjects[1].identifiers[1].value",
                                "subjects[1].identifiers[2].value",
                                "subjects[1].identifiers[3].value",
                                "subjects[1].identifiers[4].value",
                                "subjects[1].identifiers[5].value"));
    }

    @Test
    void aRelativeMayShareTheFamilyName() {
        ReferralSteps.draft(Institutions.bank())
                .filled("4700000008")
                .subject(subject("RELATIVE", "ADULT", "Joko Wiratama"))
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Ayu Wiratama"))
                .handOver();
    }

    @Test
    void whoIsProtectedLaterIsMaskedInTheVersionsBefore() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank())
                .filled("4700000009")
                .subject(subject("MULE", "ADULT", "Seruni Kartika", account("4700000010")))
                .transactions(transaction(account("4700000010"), account("4700000009"), "from Seruni"))
                .submit()
                .newVersion();
        String path = draft.path() + "/subjects/" + draft.read().path("version.subjects[1].id");
        draft.done(
                draft.edit()
                        .body(subject("POSSIBLE_ADULT_VICTIM", "ADULT", "Seruni Kartika", account("4700000010")))
                        .put(path),
                200);
        as(draft.investigator())
                .get(draft.path() + "/versions/1")
                .then()
                .body("subjects.protected", contains(false, true))
                .body("subjects[0].name", equalTo("Bagas Wirya"))
                .body("subjects[1].name", nullValue())
                .body("subjects[1].identifiers", empty());
        draft.submit();
        Institution fiu = Institutions.fiu();
        UUID first = UUID.fromString(
                Rows.select("select id::text from referral_version where referral_id = ? and number = 1", draft.id())
                        .get(0));
        Member reader = new Member(fiu.id(), fiu.alias(), "a reader", fiu.kind());
        List<SubjectView> read = new ArrayList<>(system.act("test-clerk", reader, () -> submissions.content(first))
                .subjects());
        assertEquals("Bagas Wirya", read.get(0).name());
        assertNull(read.get(1).name());
        assertEquals(List.of(), read.get(1).identifiers());
        TransactionView row = system.act(
                        "test-clerk", reader, () -> submissions.transactions(first, PageRequest.of(10, null)))
                .items()
                .get(0);
        assertEquals(new Party(Party.PROTECTED, "", read.get(1).reference()), row.from());
        assertEquals("4700000009", row.to().value());
        assertEquals("from " + read.get(1).reference(), row.remark());
    }

    @Test
    void whatTellsWhoIsProtectedAlreadyIsRefusedBeforeItIsStored() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank())
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Puspa Ayuningtyas", account("4700000077")));
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put(
                "statutory_report", Map.of("reporter", "AYUNINGTYAS-1", "reference", "4700000077", "status", "FILED"));
        draft.edit()
                .body(fields)
                .put(draft.path())
                .then()
                .statusCode(400)
                .body("violations.field", contains("statutory_report.reporter", "statutory_report.reference"));
        Map<String, Object> flag = new HashMap<>(Typologies.redFlag());
        flag.put("note", "seen with Puspa");
        draft.edit()
                .body(Map.of("red_flags", List.of(flag)))
                .put(draft.path() + "/red-flags")
                .then()
                .statusCode(400)
                .body("violations.field", contains("red_flags[0].note"));
        Map<String, Object> open = new HashMap<>(subject(
                "RELATIVE", "ADULT", "Puspa Ayuningtyas", identifier("USERNAME", "obrolan", "ayuningtyas.2012")));
        open.put("remarks", "Aunt of Puspa.");
        draft.edit()
                .body(open)
                .post(draft.path() + "/subjects")
                .then()
                .statusCode(400)
                .body("violations.field", contains("name", "remarks", "identifiers[0].value"))
                .body("violations.code", everyItem(equalTo("tells_protected_subject")));
        // she may be declared to be open, by her own name
        draft.done(
                draft.edit()
                        .body(subject("MULE", "ADULT", "Puspa Ayuningtyas", account("4700000077")))
                        .put(draft.path() + "/subjects/" + draft.read().path("version.subjects[0].id")),
                200);
    }

    @Test
    void whatTheVersionsBeforeSaidOfWhoIsProtectedLaterIsMaskedToo() {
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("narrative", "Laras Wulandari was paid on 4700000012.");
        Map<String, Object> aunt = new HashMap<>(subject("RELATIVE", "ADULT", "Sri Anggraini", account("4700000013")));
        aunt.put("remarks", "Aunt of Laras.");
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank(), fields)
                .filled("4700000011")
                .subject(subject("MULE", "ADULT", "Laras Wulandari", account("4700000012")))
                .subject(aunt);
        Map<String, Object> flag = new HashMap<>(Typologies.redFlag());
        flag.put("note", "seen at Wulandari's");
        draft.done(draft.edit().body(Map.of("red_flags", List.of(flag))).put(draft.path() + "/red-flags"), 200);
        draft.submit().newVersion();
        fields.put("narrative", "She was paid.");
        draft.fields(fields);
        aunt.put("remarks", null);
        draft.done(
                draft.edit()
                        .body(aunt)
                        .put(draft.path() + "/subjects/" + draft.read().path("version.subjects[2].id")),
                200);
        draft.redFlag();
        draft.done(
                draft.edit()
                        .body(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Laras Wulandari", account("4700000012")))
                        .put(draft.path() + "/subjects/" + draft.read().path("version.subjects[1].id")),
                200);
        draft.submit();
        String s = draft.read().path("version.subjects[1].reference");
        as(draft.investigator())
                .get(draft.path() + "/versions/1")
                .then()
                .body("narrative", equalTo(s + " was paid on " + s + "."))
                .body("red_flags.note", contains("seen at " + s + "'s"))
                .body("subjects[2].name", equalTo("Sri Anggraini"))
                .body("subjects[2].remarks", equalTo("Aunt of " + s + "."));
        Institution fiu = Institutions.fiu();
        UUID first = UUID.fromString(
                Rows.select("select id::text from referral_version where referral_id = ? and number = 1", draft.id())
                        .get(0));
        ReferralContent read = system.act(
                "test-clerk",
                new Member(fiu.id(), fiu.alias(), "a reader", fiu.kind()),
                () -> submissions.content(first));
        assertEquals(s + " was paid on " + s + ".", read.narrative());
        assertEquals("seen at " + s + "'s", read.redFlags().get(0).note());
        assertEquals("Aunt of " + s + ".", read.subjects().get(2).remarks());
    }
}
