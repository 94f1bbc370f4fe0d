package org.simpul.console;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Purpose;
import org.simpul.access.Role;
import org.simpul.shared.Page;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.Pap;
import org.simpul.sharing.Tlp;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class PagesTest extends HubTest {

    @Test
    void theHeaderTellsWhoIsSignedInForWhomAndAsWhat() {
        Institution bank = Institutions.bank();
        Person person = bank.person(Role.COMPLIANCE_OFFICER);
        Visitor.signedIn(person, "id")
                .get("/console")
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .body(containsString(person.login()))
                .body(containsString("Institution " + bank.alias()))
                .body(containsString("Pejabat kepatuhan"));
    }

    @Test
    void indonesianComesFirstAndAChoiceOfLanguageStays() {
        Visitor visitor = Visitor.signedIn(Institutions.bank().person(Role.INVESTIGATOR), "fr");
        visitor.get("/console/disclosures")
                .body("html.@lang", equalTo("id"))
                .body("html.head.title", equalTo("Pembagian informasi · Simpul"));
        visitor.get("/console/language?to=en&back=/console/disclosures")
                .statusCode(303)
                .header("Location", containsString("/console/disclosures"));
        visitor.get("/console/disclosures")
                .body("html.@lang", equalTo("en"))
                .body("html.head.title", equalTo("Disclosures · Simpul"));
    }

    @Test
    void theChoiceOfLanguageLeadsToNoOtherHost() {
        Visitor visitor = Visitor.signedIn(Institutions.bank().person(Role.INVESTIGATOR), "id");
        for (String elsewhere : List.of("//elsewhere.example", "https://elsewhere.example", "/console//elsewhere")) {
            visitor.get("/console/language?to=en&back=" + elsewhere)
                    .statusCode(303)
                    .header("Location", not(containsString("elsewhere")));
        }
    }

    @Test
    void aPageThatTheRolesDoNotOpenSaysSoInBothLanguages() {
        Person auditor = Institutions.admit(ParticipantKind.SUPERVISOR).person(Role.OVERSIGHT_AUDITOR);
        Visitor.signedIn(auditor, "id")
                .get("/console/disclosures")
                .statusCode(403)
                .contentType("text/html")
                .body("html.head.title", containsString("Peran Anda tidak membuka halaman ini"));
        Visitor.signedIn(auditor, "en")
                .get("/console/disclosures")
                .statusCode(403)
                .body("html.head.title", containsString("Your roles do not open this page"))
                .body(containsString(auditor.login()));
    }

    @Test
    void theMenuOffersOnlyWhatTheRolesOpen() {
        Person auditor = Institutions.admit(ParticipantKind.SUPERVISOR).person(Role.OVERSIGHT_AUDITOR);
        Visitor.signedIn(auditor, "en")
                .get("/console")
                .statusCode(200)
                .body(not(containsString("href=\"/console/disclosures\"")))
                .body(containsString("Your roles open no page"));
    }

    @Test
    void whatIsNotThereHasAPageAndSoHasAnAddressThatCannotBeUsed() {
        Visitor visitor = Visitor.signedIn(Institutions.bank().person(Role.INVESTIGATOR), "en");
        visitor.get("/console/nothing/here")
                .statusCode(404)
                .contentType("text/html")
                .body("html.head.title", containsString("There is no such page"));
        visitor.get("/console/disclosures?page_token=unusable")
                .statusCode(400)
                .contentType("text/html")
                .body("html.head.title", containsString("This address can"));
        visitor.get("/console/disclosures?direction=sideways").statusCode(400).contentType("text/html");
    }

    @Test
    void theQueueIsForTheFiuAndReferralsForWhoMayReadThem() {
        Visitor bank = Visitor.signedIn(Institutions.bank().person(Role.INVESTIGATOR), "en");
        bank.get("/console/intakes").statusCode(403).contentType("text/html");
        bank.get("/console/referrals")
                .statusCode(200)
                .body("html.head.title", equalTo("My referrals · Simpul"))
                .body(containsString("No referral yet."));
        Visitor fiu = Visitor.signedIn(Institutions.fiu().person(Role.FIU_ANALYST), "en");
        fiu.get("/console/intakes").statusCode(200).body("html.head.title", equalTo("Triage queue · Simpul"));
    }

    @Test
    void pagesSayThatSimpulIsNoEmergencyServiceAndWhomToCall() {
        Visitor.signedIn(Institutions.bank().person(Role.INVESTIGATOR), "id")
                .get("/console")
                .body(allOf(containsString("Simpul bukan layanan darurat."), containsString("110 / SAPA 129")));
    }

    @Test
    void noPageHasAScriptOrAStyleOfItsOwn() {
        String page = Visitor.signedIn(Institutions.bank().person(Role.INVESTIGATOR), "id")
                .get("/console")
                .extract()
                .asString();
        assertThat(page.replaceAll("<script[^>]+src=[^>]+></script>", ""), not(containsString("<script")));
        assertThat(page, not(containsString("<style")));
        assertThat(page, not(containsString(" style=")));
    }

    @Test
    void aShareStandsWithItsLabelAsFirstWritesItAndItsTextsEscaped() {
        Frame frame = new Frame(
                Language.EN, "/console/disclosures", null, List.of(), List.of("110"), ZoneId.of("Asia/Jakarta"));
        DisclosureRow row = new DisclosureRow(
                ObjectKind.DISSEMINATION_VERSION,
                "Giver",
                "Taker <b>",
                Purpose.CHILD_AT_RISK,
                "Law 8/2010",
                Tlp.AMBER_STRICT,
                Pap.AMBER,
                null,
                Instant.parse("2026-11-01T20:00:00Z"),
                null,
                null);
        String page = Pages.in(frame, Pages.disclosures(frame, false, new Page<>(List.of(row), "next")))
                .render();
        assertThat(
                page,
                allOf(
                        containsString("<span class=\"tlp tlp-amber-strict\">TLP:AMBER+STRICT</span> PAP:AMBER"),
                        containsString("Taker &lt;b&gt;"),
                        containsString("2 Nov 2026 03.00 WIB"),
                        containsString("A child at risk"),
                        containsString("hx-get=\"/console/disclosures?page_token=next\"")));
    }
}
