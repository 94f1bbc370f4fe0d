package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Role;
import org.simpul.access.SystemActor;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.safeguard.ProtectedSubjects;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.simpul.casework.Desk.by;
import static org.simpul.casework.Desk.matter;
import static org.simpul.casework.Desk.under;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.subject;

/** Who sees who a protected subject is: after a second person, for a short time, where it is theirs to see. */
@QuarkusTest
class UnmaskingTest extends HubTest {
    private static final String UNMASKINGS = "/api/v1/unmaskings";
    private static final String NAME = "Seruni Kartika";
    private static final String ACCOUNT = "3800001234";
    private static final String REMARKS = "The branch knows her school.";

    @Inject
    OutboxDispatcher outbox;

    @Inject
    ProtectedSubjects subjects;

    @Inject
    SystemActor system;

    private Institution bank;
    private ReferralSteps referral;
    private Desk desk;

    @BeforeEach
    void aChild() {
        bank = Institutions.bank();
        referral = ReferralSteps.draft(bank).filled("3800000001").subject(childWithRemarks());
        desk = new Desk();
    }

    private static Map<String, Object> childWithRemarks() {
        Map<String, Object> child = new HashMap<>(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", NAME, account(ACCOUNT)));
        child.put("remarks", REMARKS);
        return child;
    }

    private String child() {
        return referral.read().path("version.subjects[1].reference");
    }

    private UUID intake() {
        referral.submit();
        outbox.drain();
        return Desk.intakeOf(referral.id());
    }

    private static Map<String, Object> ask(String kind, Object id, String subject, String purpose, String reason) {
        return Map.of(
                "object", Map.of("kind", kind, "id", id, "subject", subject), "purpose", purpose, "reason", reason);
    }

    private static ValidatableResponse request(RequestSpecification who, Map<String, Object> body) {
        return who.body(body).post(UNMASKINGS).then();
    }

    private Map<String, Object> own() {
        return ask("REFERRAL", referral.id(), child(), "FILING", "The branch asks whom to call.");
    }

    private Map<String, Object> ofIntake(UUID intake) {
        return ask("INTAKE", intake, child(), "LOCATE_AND_PROTECT", "The district office asks whom to visit.");
    }

    private static String id(ValidatableResponse created) {
        return created.statusCode(201).extract().path("id");
    }

    private static ValidatableResponse decide(RequestSpecification who, String id, String decision) {
        return who.body(Map.of("decision", decision, "reason", "It is not needed."))
                .post(UNMASKINGS + "/" + id + "/decisions")
                .then();
    }

    private static ValidatableResponse details(RequestSpecification who, String id) {
        return who.get(UNMASKINGS + "/" + id + "/details").then();
    }

    @Test
    void whoAskedReadsTheDetailsOnceASecondPersonHasAgreed() {
        Person asker = referral.investigator();
        String id = id(
                request(as(asker), own()).body("status", equalTo("REQUESTED")).body("ours", equalTo(true)));
        details(as(asker), id).statusCode(409).body("violations[0].code", equalTo("unmasking_not_open"));
        decide(as(referral.officer()), id, "APPROVE")
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("closes_at", notNullValue());
        details(as(asker), id)
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("subject", equalTo(child()))
                .body("name", equalTo(NAME))
                .body("remarks", equalTo(REMARKS))
                .body("identifiers[0].value", equalTo(ACCOUNT));
        // each read has an entry that names the request
        details(as(asker), id).statusCode(200);
        assertEquals(
                2,
                Drafts.count(
                        "from audit_entry where act = 'subject.details-read' and object_id = ?", UUID.fromString(id)));
        // the request itself, and the referral, still tell nothing
        as(asker).get(UNMASKINGS + "/" + id).then().statusCode(200).body(not(containsString(NAME)));
        referral.read().then().body(not(containsString(NAME)));
    }

    @Test
    void nobodyElseReadsThemAndNobodyAgreesToTheOwnRequest() {
        String id = id(request(as(referral.officer()), own()));
        decide(as(referral.officer()), id, "APPROVE").statusCode(403).body("type", endsWith("same-person"));
        Person second = bank.person(Role.COMPLIANCE_OFFICER);
        decide(as(second), id, "APPROVE").statusCode(200);
        details(as(second), id).statusCode(404);
        details(as(referral.investigator()), id).statusCode(404);
        details(as(referral.officer()), id).statusCode(200);
        // an investigator sees the own requests alone, an officer all of the institution's, another bank none
        as(referral.investigator()).get(UNMASKINGS + "/" + id).then().statusCode(404);
        as(referral.investigator()).get(UNMASKINGS).then().body("items.id", not(hasItem(id)));
        as(second).get(UNMASKINGS).then().body("items.id", hasItem(id)).body("items[0].ours", equalTo(false));
        as(Institutions.bank().person(Role.COMPLIANCE_OFFICER))
                .get(UNMASKINGS + "/" + id)
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse openAlone(RequestSpecification who, String id) {
        return who.body(Map.of("ground", "SELF_HARM_RISK", "reason", "Nobody to agree is reachable tonight."))
                .post(UNMASKINGS + "/" + id + "/alone-openings")
                .then();
    }

    @Test
    void onePersonOpensAloneWhatIsAP1AndAReviewThatDoesNotUpholdItClosesIt() {
        String ordinary = id(request(as(referral.investigator()), own()));
        openAlone(as(referral.investigator()), ordinary).statusCode(409).body("violations[0].code", equalTo("not_p1"));
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("urgency", "P1");
        fields.put("urgency_ground", "SELF_HARM_RISK");
        referral = ReferralSteps.draft(bank, fields).filled("3800000007").subject(childWithRemarks());
        Person asker = referral.investigator();
        String id = id(request(as(asker), own()));
        openAlone(as(referral.officer()), id).statusCode(404);
        String ofOneFactor = Tokens.ofOneFactor(asker);
        openAlone(as(asker).auth().oauth2(ofOneFactor), id).statusCode(401);
        openAlone(as(asker), id).statusCode(200).body("status", equalTo("OPEN")).body("alone", equalTo(true));
        details(as(asker), id).statusCode(200).body("name", equalTo(NAME));
        openAlone(as(asker), id).statusCode(409);
        Map<String, Object> act = as(referral.officer())
                .get("/api/v1/alone-acts")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0]");
        assertEquals(id, act.get("object_id"));
        as(referral.officer())
                .body(Map.of("verdict", "NOT_UPHELD", "reason", "It could wait.", "digest", act.get("digest")))
                .post("/api/v1/alone-acts/" + act.get("id") + "/reviews")
                .then()
                .statusCode(200);
        details(as(asker), id).statusCode(409).body("violations[0].code", equalTo("unmasking_not_open"));
    }

    @Test
    void theDetailsCloseByThemselvesAndADecisionIsMadeOnceAndInTime() {
        Person asker = referral.investigator();
        String id = id(request(as(asker), own()));
        decide(as(referral.officer()), id, "APPROVE").statusCode(200);
        decide(as(referral.officer()), id, "DECLINE")
                .statusCode(409)
                .body("violations[0].code", equalTo("unmasking_decided"));
        Drafts.execute(
                "update unmasking set closes_at = now() - interval '1 second' where id = ?", UUID.fromString(id));
        details(as(asker), id).statusCode(409).body("violations[0].code", equalTo("unmasking_not_open"));
        as(asker).get(UNMASKINGS + "/" + id).then().body("status", equalTo("CLOSED"));

        String late = id(request(as(asker), own()));
        Drafts.execute(
                "update unmasking set requested_at = now() - interval '2 days' where id = ?", UUID.fromString(late));
        decide(as(referral.officer()), late, "APPROVE")
                .statusCode(409)
                .body("violations[0].code", equalTo("unmasking_too_old"));
        as(asker).get(UNMASKINGS + "/" + late).then().body("status", equalTo("EXPIRED"));

        String declined = id(request(as(asker), own()));
        as(referral.officer())
                .body(Map.of("decision", "DECLINE"))
                .post(UNMASKINGS + "/" + declined + "/decisions")
                .then()
                .statusCode(400);
        decide(as(referral.officer()), declined, "DECLINE").statusCode(200).body("status", equalTo("DECLINED"));
        details(as(asker), declined).statusCode(409);

        String telling = id(request(as(asker), own()));
        as(referral.officer())
                .body(Map.of("decision", "DECLINE", "reason", "Everybody knows " + NAME + "."))
                .post(UNMASKINGS + "/" + telling + "/decisions")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("tells_protected_subject"));
    }

    @Test
    void aSecondFactorIsAskedForBeforeAnythingIsLookedFor() {
        String id = id(request(as(referral.investigator()), own()));
        for (String path : List.of("/" + id, "/" + UUID.randomUUID())) {
            given().auth()
                    .oauth2(Tokens.ofOneFactor(referral.officer()))
                    .contentType("application/json")
                    .body(Map.of("decision", "APPROVE"))
                    .post(UNMASKINGS + path + "/decisions")
                    .then()
                    .statusCode(401);
            given().auth()
                    .oauth2(Tokens.ofOneFactor(referral.investigator()))
                    .get(UNMASKINGS + path + "/details")
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void aRequestNamesAProtectedSubjectThatIsThereAndAReasonThatTellsNobody() {
        Person asker = referral.investigator();
        String open = referral.read().path("version.subjects[0].reference");
        request(as(asker), ask("REFERRAL", referral.id(), open, "FILING", "The branch asks whom to call."))
                .statusCode(400)
                .body("violations[0].field", equalTo("object.subject"));
        request(as(asker), ask("REFERRAL", referral.id(), child(), "FILING", "Who is " + NAME + " then?"))
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"))
                .body("violations[0].code", equalTo("tells_protected_subject"));
        assertEquals(
                1,
                Drafts.count(
                        "from audit_entry where act = 'requestUnmasking' and outcome = 'DENIED' and participant_id = ?",
                        bank.id()));
        request(as(asker), ask("REFERRAL", referral.id(), child(), "CHILD_AT_RISK", "The branch asks whom to call."))
                .statusCode(400)
                .body("violations[0].code", equalTo("another_purpose"));
        // another bank's referral is absent, and so are the objects of other kinds of institution
        Person stranger = Institutions.bank().person(Role.INVESTIGATOR);
        request(as(stranger), own()).statusCode(404);
        request(as(asker), ask("INTAKE", intake(), child(), "FILING", "The branch asks whom to call."))
                .statusCode(404);
        request(
                        by(desk.analyst),
                        ask("REFERRAL", referral.id(), child(), "LOCATE_AND_PROTECT", "Somebody has to call."))
                .statusCode(404);
    }

    @Test
    void theFiuUnmasksInTriageAndOnTheTeamOfTheCase() {
        UUID intake = intake();
        // nobody has taken it up yet
        request(by(desk.analyst), ofIntake(intake)).statusCode(403);
        desk.decide(intake, Map.of("decision", "TAKE")).statusCode(200);
        String id = id(request(by(desk.analyst), ofIntake(intake)));
        decide(by(desk.supervisor), id, "APPROVE").statusCode(200);
        details(by(desk.analyst), id).statusCode(200).body("name", equalTo(NAME));
        // for another purpose than it was asked for
        details(as(desk.analyst).header("Purpose", "MONEY_LAUNDERING"), id)
                .statusCode(400)
                .body("violations[0].code", equalTo("another_purpose"));
        details(as(desk.analyst), id).statusCode(400).body("type", endsWith("purpose-required"));

        desk.decide(intake, Map.of("decision", "ACCEPT")).statusCode(200);
        // accepted, and in no case: nobody's
        details(by(desk.analyst), id).statusCode(403);
        desk.caseOf(intake);
        details(by(desk.analyst), id).statusCode(200);
        Person outside = desk.fiu.person(Role.FIU_ANALYST);
        request(by(outside), ofIntake(intake)).statusCode(403);
        // the bank's people see nothing of what the FIU asks
        as(referral.officer()).get(UNMASKINGS).then().statusCode(200).body("items", equalTo(List.of()));
    }

    private Map<String, Object> form(String file, String purpose, Institution agency, Person... officers) {
        List<Object> rows = Database.queryAsSuperuser(
                "select s.id from referral_subject s join referral_version v on v.id = s.version_id"
                        + " where v.referral_id = ? and s.is_protected",
                referral.id());
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
                "A child to find",
                "narrative",
                "Small sums from many senders.",
                "predicate_offence",
                "CHILD_SEXUAL_EXPLOITATION",
                "legal_basis",
                "UU_8_2010_ART_44",
                "purpose",
                purpose,
                "handling",
                Map.of("tlp", "TLP:AMBER+STRICT", "pap", "PAP:RED")));
        form.put("rows", Map.of("subjects", rows));
        form.put("recipients", officers.length > 1 ? List.of(agency.alias()) : List.of());
        Drafts.id(officers[0]);
        form.put("recipient_people", List.of(Map.of("agency", agency.alias(), "login", officers[0].login())));
        return form;
    }

    private String file() {
        return desk.caseOf(desk.accepted(intake()));
    }

    @Test
    void aNamedOfficerUnmasksByTheAgencysOwnTwoPersonsUnderTheMatter() throws SQLException {
        Institution agency = Institutions.agency();
        Person officer = agency.person(Role.LE_OFFICER);
        Person colleague = agency.person(Role.LE_OFFICER);
        Person superior = agency.person(Role.LE_SUPERVISOR);
        String matter = matter(agency);
        String dissemination = desk.disseminated(form(file(), "LOCATE_AND_PROTECT", agency, officer, colleague));
        String path = "/api/v1/disseminations/" + dissemination;
        String reference = under(matter, officer)
                .get(path)
                .then()
                .statusCode(200)
                .body(not(containsString(NAME)))
                .extract()
                .path("content.subjects[0].reference");
        Map<String, Object> ask =
                ask("DISSEMINATION", dissemination, reference, "LOCATE_AND_PROTECT", "We visit the family tonight.");
        // the agency has it as well, and what reaches the agency opens nothing
        under(matter, colleague).get(path).then().statusCode(200);
        request(under(matter, colleague), ask).statusCode(403);
        String copies = "select subject_id from protected_copy where version_id = ?";
        UUID version = UUID.fromString(dissemination);
        assertEquals(
                1,
                Database.query(agency.id(), Drafts.id(officer), copies, version).size());
        assertEquals(
                0,
                Database.query(agency.id(), Drafts.id(colleague), copies, version)
                        .size());

        request(by(officer), ask).statusCode(403).body("type", endsWith("matter-not-live"));
        String id = id(request(under(matter, officer), ask));
        // the agency's own second person: not the FIU, and under the same matter
        decide(by(desk.supervisor), id, "APPROVE").statusCode(404);
        decide(under(matter(agency), superior), id, "APPROVE")
                .statusCode(400)
                .body("violations[0].code", equalTo("another_matter"));
        decide(under(matter, superior), id, "APPROVE").statusCode(200);
        details(under(matter, officer), id)
                .statusCode(200)
                .body("name", equalTo(NAME))
                .body("identifiers[0].value", equalTo(ACCOUNT))
                .body(not(containsString(REMARKS)));
        details(under(matter, superior), id).statusCode(404);
        details(under(matter, colleague), id).statusCode(404);

        Database.updateAsSuperuser("update disclosure set recalled_at = now() where object_id = ?", version);
        details(under(matter, officer), id).statusCode(404);
    }

    @Test
    void anAgencysReasonTellsNobodyEither() {
        Institution agency = Institutions.agency();
        Person officer = agency.person(Role.LE_OFFICER);
        String matter = matter(agency);
        String dissemination = desk.disseminated(form(file(), "LOCATE_AND_PROTECT", agency, officer));
        String reference = under(matter, officer)
                .get("/api/v1/disseminations/" + dissemination)
                .path("content.subjects[0].reference");
        for (String telling : List.of("Her school says she is " + NAME + ".", "She holds account 3800 0012-34.")) {
            request(
                            under(matter, officer),
                            ask("DISSEMINATION", dissemination, reference, "LOCATE_AND_PROTECT", telling))
                    .statusCode(400)
                    .body("violations[0].field", equalTo("reason"))
                    .body("violations[0].code", equalTo("tells_protected_subject"));
        }
        String id = id(request(
                under(matter, officer),
                ask("DISSEMINATION", dissemination, reference, "LOCATE_AND_PROTECT", "We visit the family tonight.")));
        under(matter, officer)
                .body(Map.of("ground", "SELF_HARM_RISK", "reason", NAME + " is in danger tonight."))
                .post(UNMASKINGS + "/" + id + "/alone-openings")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("tells_protected_subject"));
        assertEquals(0, Drafts.count("from alone_act where object_id = ?", UUID.fromString(id)));
    }

    @Test
    void noOtherPurposeAndNoAgencyAsAWholeCarriesDetails() {
        Institution agency = Institutions.agency();
        Person officer = agency.person(Role.LE_OFFICER);
        String matter = matter(agency);
        String file = file();
        String laundering = desk.disseminated(form(file, "MONEY_LAUNDERING", agency, officer));
        Map<String, Object> whole = form(file, "LOCATE_AND_PROTECT", agency, officer);
        whole.put("recipients", List.of(agency.alias()));
        whole.remove("recipient_people");
        String toTheAgency = desk.disseminated(whole);
        for (String dissemination : List.of(laundering, toTheAgency)) {
            assertEquals(0, Drafts.count("from protected_copy where version_id = ?", UUID.fromString(dissemination)));
            String reference = under(matter, officer)
                    .get("/api/v1/disseminations/" + dissemination)
                    .path("content.subjects[0].reference");
            request(
                            under(matter, officer),
                            ask("DISSEMINATION", dissemination, reference, "LOCATE_AND_PROTECT", "We visit tonight."))
                    .statusCode(403);
        }
    }

    @Test
    void whatIsDestroyedIsDestroyedInItsCopiesToo() {
        Institution agency = Institutions.agency();
        Person officer = agency.person(Role.LE_OFFICER);
        String matter = matter(agency);
        String dissemination = desk.disseminated(form(file(), "LOCATE_AND_PROTECT", agency, officer));
        String reference = under(matter, officer)
                .get("/api/v1/disseminations/" + dissemination)
                .path("content.subjects[0].reference");
        Map<String, Object> ask =
                ask("DISSEMINATION", dissemination, reference, "LOCATE_AND_PROTECT", "We visit the family tonight.");
        String id = id(request(under(matter, officer), ask));
        decide(under(matter, agency.person(Role.LE_SUPERVISOR)), id, "APPROVE").statusCode(200);
        details(under(matter, officer), id).statusCode(200);
        UUID child = (UUID) Drafts.value(
                "select p.subject_id from protected_subject p join referral_version v on v.id = p.version_id"
                        + " where v.referral_id = ?",
                referral.id());
        Institution fiu = desk.fiu;
        int destroyed = system.act(
                "test-retention",
                new Member(fiu.id(), fiu.alias(), fiu.alias(), fiu.kind()),
                () -> subjects.destroy(List.of(child)));
        assertEquals(2, destroyed);
        details(under(matter, officer), id).statusCode(409).body("violations[0].code", equalTo("no_details"));
        request(under(matter, officer), ask).statusCode(409);
        request(as(referral.investigator()), own()).statusCode(409);
        assertEquals(0, Drafts.count("from subject_digest where subject_id = ?", child));
        by(desk.analyst)
                .get("/api/v1/intakes/" + Desk.intakeOf(referral.id()))
                .then()
                .body("content.subjects[1].details_destroyed", equalTo(true));
    }
}
