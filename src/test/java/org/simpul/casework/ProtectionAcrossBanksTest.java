package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.simpul.casework.Desk.by;
import static org.simpul.casework.Desk.matter;
import static org.simpul.casework.Desk.under;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.identifier;
import static org.simpul.referral.ReferralSteps.subject;
import static org.simpul.referral.ReferralSteps.transaction;

/** A child whom one bank protects, in rows that another one filed without knowing of her, or that were filed before. */
@QuarkusTest
class ProtectionAcrossBanksTest extends HubTest {
    private static final String NAME = "Dahayu Maheswari";

    @Inject
    OutboxDispatcher outbox;

    private Desk desk;
    private Institution agency;
    private int number;

    @BeforeEach
    void open() {
        desk = new Desk();
        agency = Institutions.agency();
    }

    /** An account number that no other test has. */
    private String number() {
        return String.valueOf(4_800_000_000L + (System.nanoTime() / 1000 * 100 + number++) % 100_000_000L);
    }

    private UUID taken(ReferralSteps referral) {
        outbox.drain();
        return desk.accepted(Desk.intakeOf(referral.id()));
    }

    private ReferralSteps protects(String childsAccount) {
        return ReferralSteps.draft(Institutions.bank())
                .filled(number())
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", NAME, account(childsAccount)));
    }

    /** What a bank filed that takes her for a grown-up. */
    private ReferralSteps names(String childsAccount) {
        Map<String, Object> row =
                new HashMap<>(transaction(account(childsAccount), account(number()), "from DAHAYU, again"));
        row.put("channel", "APP_DAHAYU_MAHESWARI");
        return ReferralSteps.draft(Institutions.bank())
                .filled(number())
                .subject(subject("ACCOUNT_HOLDER", "ADULT", "Maheswari, Dahayu", account(childsAccount)))
                .subject(subject("MULE", "ADULT", "Joko Santosa", account(number())))
                .transactions(
                        row,
                        transaction(identifier("BANK_ACCOUNT", "ID:009", childsAccount), account(number()), "again"));
    }

    private static List<Object> ids(String table, ReferralSteps referral) {
        String order = table.equals("referral_subject") ? "position" : "id";
        return Database.queryAsSuperuser(
                "select r.id from " + table
                        + " r join referral_version v on v.id = r.version_id where v.referral_id = ?"
                        + " and v.number = (select max(number) from referral_version where referral_id = v.referral_id)"
                        + " order by r." + order,
                referral.id());
    }

    private Map<String, Object> form(String file, Map<String, ?> rows) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "case_id",
                file,
                "product",
                "HA",
                "letter_number",
                "HA/12/2026",
                "letter_date",
                "2026-03-02",
                "title",
                "Collector account",
                "narrative",
                "Small sums from many senders.",
                "predicate_offence",
                "CHILD_SEXUAL_EXPLOITATION",
                "legal_basis",
                "UU_8_2010_ART_44",
                "purpose",
                "LOCATE_AND_PROTECT",
                "handling",
                Map.of("tlp", "TLP:AMBER+STRICT", "pap", "PAP:RED")));
        form.put("caveats", "Not to be named in a public file.");
        form.put("rows", rows);
        form.put("recipients", List.of(agency.alias()));
        return form;
    }

    @Test
    void aChildProtectedByOneBankIsMaskedInTheRowsOfAnother() {
        String childs = number();
        ReferralSteps protects = protects(childs).submit();
        ReferralSteps names = names(childs).submit();
        String file = desk.caseOf(taken(protects), taken(names));
        String id = desk.disseminated(form(file, Map.of("transactions", ids("referral_transaction", names))));
        under(matter(agency), agency.person(Role.LE_OFFICER))
                .get("/api/v1/disseminations/" + id)
                .then()
                .statusCode(200)
                .body("content.transactions.from.type", equalTo(List.of("PROTECTED", "PROTECTED")))
                .body("content.transactions[0].from.value", startsWith("S-"))
                .body("content.transactions[0].remark", startsWith("from S-"))
                .body(not(containsString(childs)))
                .body(not(containsString("DAHAYU")));
    }

    @Test
    void rowsAndTextsThatTellAProtectedChildAreRefused() {
        String childs = number();
        ReferralSteps protects = protects(childs).submit();
        ReferralSteps names = names(childs).submit();
        String file = desk.caseOf(taken(protects), taken(names));
        List<Object> subjects = ids("referral_subject", names);
        Map<String, Object> form = form(
                file,
                Map.of("subjects", List.of(subjects.get(1), subjects.get(2)), "identifiers", List.of(account(childs))));
        form.put("title", "The girl Dahayu");
        form.put("narrative", "Paid to " + childs.substring(0, 4) + "-" + childs.substring(4) + ".");
        form.put("caveats", "Maheswari's mother knows.");
        desk.draft(form)
                .statusCode(400)
                .body("violations.code", everyItem(equalTo("tells_protected_subject")))
                .body(
                        "violations.field",
                        equalTo(List.of("title", "narrative", "caveats", "rows.subjects[0]", "rows.identifiers")))
                .body(not(containsString("Dahayu")));
    }

    @Test
    void whoIsProtectedMeanwhileIsAskedForAgainAtTheHandOverAndAtTheApproval() {
        String childs = number();
        ReferralSteps names = names(childs).submit();
        String file = desk.caseOf(taken(names));
        Map<String, Object> form = form(file, Map.of("transactions", ids("referral_transaction", names)));
        String waiting = desk.draft(form).statusCode(201).extract().path("id");
        String digest = desk.handOver(waiting);
        String draft = desk.draft(form).statusCode(201).extract().path("id");
        by(desk.analyst)
                .body(Map.of("intake_id", taken(protects(childs).submit())))
                .post("/api/v1/cases/" + file + "/intakes")
                .then()
                .statusCode(200);
        desk.approve(desk.supervisor, waiting, digest)
                .statusCode(422)
                .body("violations.field", equalTo(List.of("rows.transactions")));
        by(desk.analyst)
                .post("/api/v1/disseminations/" + draft + "/handovers")
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("tells_protected_subject"));
        desk.edit(draft, form).statusCode(200);
        desk.approve(desk.supervisor, draft, desk.handOver(draft)).statusCode(200);
    }

    @Test
    void whoIsProtectedAfterwardsIsMaskedInWhatWasDisseminatedAndTheFiuIsTold() {
        String childs = number();
        ReferralSteps referral = names(childs).submit();
        UUID intake = taken(referral);
        List<Object> subjects = ids("referral_subject", referral);
        Map<String, Object> form = form(
                desk.caseOf(intake),
                Map.of(
                        "subjects",
                        List.of(subjects.get(1), subjects.get(2)),
                        "identifiers",
                        List.of(account(childs)),
                        "transactions",
                        ids("referral_transaction", referral)));
        form.put("narrative", "Dahayu pays.");
        String id = desk.disseminated(form);
        String path = "/api/v1/disseminations/" + id;
        String matter = matter(agency);
        var officer = agency.person(Role.LE_OFFICER);
        under(matter, officer).get(path).then().body(containsString(childs));

        referral.newVersion();
        referral.done(
                referral.edit()
                        .body(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", NAME, account(childs)))
                        .put(referral.path() + "/subjects/" + referral.read().path("version.subjects[1].id")),
                200);
        referral.submit();
        outbox.drain();

        String reference = under(matter, officer)
                .get(path)
                .then()
                .statusCode(200)
                .body("content.subjects.protected", equalTo(List.of(true, false)))
                .body("content.subjects[0].name", nullValue())
                .body("content.subjects[0].identifiers", empty())
                .body("content.subjects[1].name", equalTo("Joko Santosa"))
                .body("content.transactions.from.type", equalTo(List.of("PROTECTED", "PROTECTED")))
                .body("content.title", equalTo("Collector account"))
                .body(not(containsString(childs)))
                .body(not(containsString("DAHAYU")))
                .body(not(containsString("Dahayu")))
                .extract()
                .path("content.subjects[0].reference");
        under(matter, officer)
                .get(path)
                .then()
                .body("content.transactions.from.value", equalTo(List.of(reference, reference)))
                .body("content.narrative", equalTo(reference));
        by(desk.analyst).get(path).then().body(not(containsString(childs)));
        under(matter, officer)
                .body(Map.of("identifier", account(childs)))
                .post("/api/v1/searches")
                .then()
                .statusCode(200)
                .body("hits", empty());
        by(desk.analyst)
                .queryParam("page_size", 200)
                .get("/api/v1/intakes")
                .then()
                .body("items.id", hasItem(intake.toString()));
        by(desk.analyst)
                .get("/api/v1/intakes/" + intake)
                .then()
                .statusCode(200)
                .body("intake.status", equalTo("DISSEMINATED"))
                .body("intake.urgency", equalTo("P1"))
                .body("intake.unread", equalTo(true))
                .body("intake.told_in", equalTo(List.of(id)));
    }

    @Test
    void whoIsProtectedInAnIntakeThatJoinsTheCaseLaterIsMaskedInWhatWasDisseminated() {
        ReferralSteps names = names(number()).submit();
        String file = desk.caseOf(taken(names));
        String id = desk.disseminated(form(file, Map.of("transactions", ids("referral_transaction", names))));
        // the same name, and no account in common
        UUID joining = taken(protects(number()).submit());
        var officer = agency.person(Role.LE_OFFICER);
        String matter = matter(agency);
        String path = "/api/v1/disseminations/" + id;
        under(matter, officer).get(path).then().body(containsString("DAHAYU"));
        by(desk.analyst)
                .body(Map.of("intake_id", joining))
                .post("/api/v1/cases/" + file + "/intakes")
                .then()
                .statusCode(200);
        under(matter, officer).get(path).then().statusCode(200).body(not(containsString("DAHAYU")));
        by(desk.analyst).get("/api/v1/intakes/" + joining).then().body("intake.told_in", equalTo(List.of(id)));
    }

    @Test
    void aChildThatAnotherBankProtectsLaterIsMaskedInWhatWasDisseminated() {
        String childs = number();
        ReferralSteps names = names(childs).submit();
        String id = desk.disseminated(
                form(desk.caseOf(taken(names)), Map.of("transactions", ids("referral_transaction", names))));
        ReferralSteps protects = protects(childs).submit();
        outbox.drain();
        under(matter(agency), agency.person(Role.LE_OFFICER))
                .get("/api/v1/disseminations/" + id)
                .then()
                .statusCode(200)
                .body("content.transactions[0].from.type", equalTo("PROTECTED"))
                .body(not(containsString("DAHAYU")));
        by(desk.analyst)
                .get("/api/v1/intakes/" + Desk.intakeOf(protects.id()))
                .then()
                .body("intake.told_in", equalTo(List.of(id)))
                .body("intake.urgency", equalTo("P1"));
    }

    @Test
    void referencesInRemarksAreThoseOfTheDisseminationToo() {
        String childs = number();
        ReferralSteps referral = protects(childs)
                .transactions(transaction(account(childs), account(number()), "TRF_DAHAYU"))
                .submit();
        String ours = referral.read().path("version.subjects[1].reference");
        UUID intake = taken(referral);
        Map<String, Object> form = form(
                desk.caseOf(intake),
                Map.of(
                        "subjects",
                        List.of(ids("referral_subject", referral).get(1)),
                        "transactions",
                        ids("referral_transaction", referral)));
        form.put("letter_number", "HA/" + ours);
        String id = desk.disseminated(form);
        var read = under(matter(agency), agency.person(Role.LE_OFFICER))
                .get("/api/v1/disseminations/" + id)
                .then()
                .statusCode(200)
                .body(not(containsString(ours)));
        String theirs = read.extract().path("content.subjects[0].reference");
        read.body("content.transactions[0].from.value", equalTo(theirs))
                .body("content.transactions[0].remark", equalTo("TRF_" + theirs));
        desk.draft(form).statusCode(201).body("content.subjects[0].reference", not(equalTo(theirs)));
    }

    /** Her account, and one more, under a name that tells nothing. */
    private ReferralSteps holds(String childs, String other) {
        return ReferralSteps.draft(Institutions.bank())
                .filled(number())
                .subject(subject("ACCOUNT_HOLDER", "ADULT", "Retno Wulan", account(childs), account(other)))
                .transactions(transaction(account(other), account(number()), "again"));
    }

    /** The other account in one more submission, whose holder stands for nobody. */
    private ReferralSteps pays(String other) {
        return ReferralSteps.draft(Institutions.bank())
                .filled(number())
                .subject(subject("MULE", "ADULT", "Joko Santosa", account(other), account(number())))
                .transactions(transaction(account(number()), account(other), "once"));
    }

    @Test
    void whatElseIsHeldByWhoTellsAChildIsMaskedAndRefusedAsHerOwnIs() {
        String childs = number();
        String other = number();
        ReferralSteps protects = protects(childs).submit();
        ReferralSteps holds = holds(childs, other).submit();
        ReferralSteps pays = pays(other).submit();
        String file = desk.caseOf(taken(protects), taken(holds), taken(pays));
        Map<String, Object> form = form(file, Map.of("identifiers", List.of(account(other))));
        form.put("narrative", "Paid by " + other + ".");
        desk.draft(form)
                .statusCode(400)
                .body("violations.field", equalTo(List.of("narrative", "rows.identifiers")))
                .body("violations.code", everyItem(equalTo("tells_protected_subject")));
        String id = desk.disseminated(form(file, Map.of("transactions", ids("referral_transaction", pays))));
        under(matter(agency), agency.person(Role.LE_OFFICER))
                .get("/api/v1/disseminations/" + id)
                .then()
                .statusCode(200)
                .body("content.transactions[0].to.type", equalTo("PROTECTED"))
                .body(not(containsString(other)));
    }

    @Test
    void whatElseIsHeldByWhoTellsAChildIsMaskedInWhatWasDisseminatedToo() {
        String childs = number();
        String other = number();
        taken(holds(childs, other).submit());
        ReferralSteps pays = pays(other).submit();
        Map<String, Object> form = form(
                desk.caseOf(taken(pays)),
                Map.of("identifiers", List.of(account(other)), "transactions", ids("referral_transaction", pays)));
        form.put("narrative", "Paid by " + other + ".");
        String id = desk.disseminated(form);
        String matter = matter(agency);
        var officer = agency.person(Role.LE_OFFICER);
        under(matter, officer).get("/api/v1/disseminations/" + id).then().body(containsString(other));
        ReferralSteps protects = protects(childs).submit();
        outbox.drain();
        under(matter, officer)
                .get("/api/v1/disseminations/" + id)
                .then()
                .statusCode(200)
                .body("content.identifiers", empty())
                .body("content.transactions[0].to.type", equalTo("PROTECTED"))
                .body(not(containsString(other)));
        by(desk.analyst)
                .get("/api/v1/intakes/" + Desk.intakeOf(protects.id()))
                .then()
                .body("intake.told_in", equalTo(List.of(id)));
    }

    @Test
    void aSuspectWhoHoldsAChildsAccountIsNotHiddenForIt() {
        String childs = number();
        String own = number();
        ReferralSteps suspects = ReferralSteps.draft(Institutions.bank())
                .filled(number())
                .subject(subject("FACILITATOR", "ADULT", "Joko Santosa", account(childs), account(own)))
                .transactions(transaction(account(number()), account(own), "once"))
                .submit();
        String file = desk.caseOf(taken(protects(childs).submit()), taken(suspects));
        desk.draft(form(file, Map.of("identifiers", List.of(account(childs))))).statusCode(400);
        String id = desk.disseminated(form(
                file,
                Map.of(
                        "subjects",
                        ids("referral_subject", suspects),
                        "identifiers",
                        List.of(account(own)),
                        "transactions",
                        ids("referral_transaction", suspects))));
        under(matter(agency), agency.person(Role.LE_OFFICER))
                .get("/api/v1/disseminations/" + id)
                .then()
                .statusCode(200)
                .body("content.subjects[1].identifiers.value", equalTo(List.of(own)))
                .body("content.transactions[0].to.value", equalTo(own))
                .body(containsString("Joko Santosa"))
                .body(not(containsString(childs)));
    }

    @Test
    void whoMayBeAChildThatIsUsedAsAMuleStaysHidden() {
        String childs = number();
        String other = number();
        ReferralSteps takesHerForAMule = ReferralSteps.draft(Institutions.bank())
                .filled(number())
                .subject(subject("MULE", "UNKNOWN", "M. Kusuma", account(childs), account(other)))
                .submit();
        String file = desk.caseOf(taken(protects(childs).submit()), taken(takesHerForAMule));
        desk.draft(form(file, Map.of("identifiers", List.of(account(other))))).statusCode(400);
    }

    @Test
    void whoSharesAnAccountWithSomebodyWhoTellsAChildIsNotTakenForHer() {
        String childs = number();
        String shared = number();
        String own = number();
        ReferralSteps aunt = holds(childs, shared).submit();
        ReferralSteps uncle = ReferralSteps.draft(Institutions.bank())
                .filled(number())
                .subject(subject("BENEFICIARY", "ADULT", "Budi Hartono", account(shared), account(own)))
                .submit();
        String file = desk.caseOf(taken(protects(childs).submit()), taken(aunt), taken(uncle));
        desk.draft(form(file, Map.of("identifiers", List.of(account(shared))))).statusCode(400);
        desk.draft(form(file, Map.of("identifiers", List.of(account(own))))).statusCode(201);
    }

    @Test
    void whatIsHeldByWhoTellsAChildIsMaskedAlsoWhenTheHolderIsFiledLast() {
        String childs = number();
        String other = number();
        ReferralSteps pays = pays(other).submit();
        String id = desk.disseminated(form(desk.caseOf(taken(pays)), Map.of("identifiers", List.of(account(other)))));
        protects(childs).submit();
        outbox.drain();
        String matter = matter(agency);
        var officer = agency.person(Role.LE_OFFICER);
        under(matter, officer).get("/api/v1/disseminations/" + id).then().body(containsString(other));
        holds(childs, other).submit();
        outbox.drain();
        under(matter, officer)
                .get("/api/v1/disseminations/" + id)
                .then()
                .statusCode(200)
                .body("content.identifiers", empty());
    }

    @Test
    void whoIsProtectedAfterwardsIsMaskedInTheCaveatsOfWhatWasHandedOnToo() {
        String childs = number();
        ReferralSteps referral = names(childs).submit();
        Map<String, Object> form =
                form(desk.caseOf(taken(referral)), Map.of("transactions", ids("referral_transaction", referral)));
        form.put("caveats", "Do not approach Dahayu.");
        String id = desk.disseminated(form);
        String path = "/api/v1/disseminations/" + id;
        Institution second = Institutions.agency();
        var officer = agency.person(Role.LE_OFFICER);
        var reader = second.person(Role.LE_OFFICER);
        String matter = matter(agency);
        String theirs = matter(second);
        Onward.handedOn(agency, Onward.granted(desk, agency, id, second));
        Onward.granted(desk, second, id);
        under(theirs, reader).get(path).then().body("content.caveats", equalTo("Do not approach Dahayu."));
        String consent = Onward.granted(desk, agency, id, Institutions.agency());

        protects(childs).submit();
        outbox.drain();

        String masked = under(matter, officer)
                .get(path)
                .then()
                .statusCode(200)
                .body("content.caveats", not(containsString("Dahayu")))
                .extract()
                .path("content.caveats");
        under(theirs, reader).get(path).then().statusCode(200).body("content.caveats", equalTo(masked));
        Onward.draft(officer, Map.of("consent_id", consent, "caveats", "Ask us first."))
                .statusCode(201)
                .body("caveats", equalTo("Ask us first."));
        for (var answer : List.of(
                under(theirs, reader).get(path + "/document.json"),
                by(officer).get("/api/v1/onward-disclosures"),
                by(officer).get("/api/v1/disclosures"),
                by(desk.analyst).get("/api/v1/disclosures?page_size=200"))) {
            answer.then().statusCode(200).body(not(containsString("Dahayu")));
        }
    }

    @Test
    void whatAGiverAddsIsMaskedWhereItTellsWhoIsProtectedBeforeOrAfterwards() {
        String childs = number();
        ReferralSteps referral = names(childs).submit();
        String id = desk.disseminated(
                form(desk.caseOf(taken(referral)), Map.of("transactions", ids("referral_transaction", referral))));
        String path = "/api/v1/disseminations/" + id;
        Institution second = Institutions.agency();
        Institution third = Institutions.agency();
        Onward.handedOn(
                agency,
                Map.of("consent_id", Onward.granted(desk, agency, id, second), "caveats", "Dahayu lives there."));
        outbox.drain();
        String theirs = matter(second);
        var reader = second.person(Role.LE_OFFICER);
        under(theirs, reader).get(path).then().body("content.caveats", containsString("Dahayu lives there."));

        protects(childs).submit();
        outbox.drain();

        under(theirs, reader).get(path).then().statusCode(200).body("content.caveats", matchesPattern("S-[0-9A-Z-]+"));
        under(matter(agency), agency.person(Role.LE_OFFICER))
                .get(path)
                .then()
                .body("content.caveats", equalTo("Not to be named in a public file."));
        Onward.handedOn(
                second, Map.of("consent_id", Onward.granted(desk, second, id, third), "caveats", "Ask Dahayu."));
        outbox.drain();
        under(matter(third), third.person(Role.LE_OFFICER))
                .get(path)
                .then()
                .statusCode(200)
                .body("content.caveats", not(containsString("Dahayu")));
    }

    @Test
    void whatAGiverAddsOfWhoIsProtectedAlreadyIsMaskedBeforeItsRecipientIsTold() {
        String childs = number();
        ReferralSteps referral = protects(childs).submit();
        String id = desk.disseminated(
                form(desk.caseOf(taken(referral)), Map.of("transactions", ids("referral_transaction", referral))));
        Institution second = Institutions.agency();
        Onward.handedOn(
                agency,
                Map.of("consent_id", Onward.granted(desk, agency, id, second), "caveats", "Dahayu lives there."));
        outbox.drain();
        under(matter(second), second.person(Role.LE_OFFICER))
                .get("/api/v1/disseminations/" + id)
                .then()
                .statusCode(200)
                .body("content.caveats", not(containsString("Dahayu")));
    }
}
