package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
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

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.simpul.casework.Desk.by;
import static org.simpul.casework.Desk.matter;
import static org.simpul.casework.Desk.under;
import static org.simpul.casework.Onward.approve;
import static org.simpul.casework.Onward.ask;
import static org.simpul.casework.Onward.asked;
import static org.simpul.casework.Onward.codes;
import static org.simpul.casework.Onward.decide;
import static org.simpul.casework.Onward.draft;
import static org.simpul.casework.Onward.form;
import static org.simpul.casework.Onward.granted;
import static org.simpul.casework.Onward.handedOn;
import static org.simpul.casework.Onward.revoke;
import static org.simpul.casework.Onward.takeBack;
import static org.simpul.casework.Recalls.confirm;
import static org.simpul.casework.Recalls.notices;
import static org.simpul.casework.Recalls.recall;

@QuarkusTest
class OnwardTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    @Inject
    AnswerClock clock;

    private Desk desk;
    private Institution agency;
    private Institution second;
    private Institution third;
    private Person reader;
    private Person last;
    private SubmittedReferral referral;

    @BeforeEach
    void open() {
        desk = new Desk();
        agency = Institutions.agency();
        second = Institutions.agency();
        third = Institutions.agency();
        reader = second.person(Role.LE_OFFICER);
        last = third.person(Role.LE_OFFICER);
        referral = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        outbox.drain();
    }

    private static String path(String dissemination) {
        return "/api/v1/disseminations/" + dissemination;
    }

    private static String name(Institution institution) {
        return "Institution " + institution.alias();
    }

    private int status(Institution institution, Person person, String path) {
        return under(matter(institution), person).get(path).statusCode();
    }

    @Test
    void aRecipientHandsOnWhatTheOriginatorLetsItAndNoMore() {
        String id = desk.disseminated(referral, agency);
        Person officer = agency.person(Role.LE_OFFICER);
        assertEquals(
                List.of("unknown_recipient"),
                codes(ask(officer, form(id, Institutions.bank())).statusCode(400)));
        assertEquals(
                List.of("unknown_value"), codes(ask(reader, form(id, third)).statusCode(400)));
        String consent = ask(officer, form(id, second, third))
                .statusCode(201)
                .body("status", equalTo("REQUESTED"))
                .extract()
                .path("id");
        assertEquals(List.of("all consent.decide routine"), Told.about(UUID.fromString(consent)));
        assertEquals(
                List.of("consent_requested"),
                codes(draft(officer, Map.of("consent_id", consent)).statusCode(409)));
        decide(agency.person(Role.LE_SUPERVISOR), consent, Map.of("decision", "GRANT"))
                .statusCode(404);
        decide(desk.analyst, consent, Map.of("decision", "GRANT")).statusCode(403);
        decide(
                        desk.supervisor,
                        consent,
                        Map.of(
                                "decision",
                                "GRANT",
                                "recipients",
                                List.of(Institutions.agency().alias())))
                .statusCode(400);
        Instant end = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        decide(
                        desk.supervisor,
                        consent,
                        Map.of(
                                "decision",
                                "GRANT",
                                "recipients",
                                List.of(second.alias()),
                                "until",
                                end.toString(),
                                "conditions",
                                "For the cyber unit."))
                .statusCode(200)
                .body("status", equalTo("GRANTED"))
                .body("recipients", equalTo(List.of(name(second))));
        decide(desk.supervisor, consent, Map.of("decision", "DENY", "reason", "No."))
                .statusCode(409);

        assertEquals(
                List.of("unknown_recipient"),
                codes(draft(officer, Map.of("consent_id", consent, "recipients", List.of(third.alias())))
                        .statusCode(400)));
        assertEquals(
                List.of("looser_than_received"),
                codes(draft(
                                officer,
                                Map.of("consent_id", consent, "handling", Map.of("tlp", "TLP:GREEN", "pap", "PAP:RED")))
                        .statusCode(400)));
        assertEquals(
                List.of("out_of_range"),
                codes(draft(
                                officer,
                                Map.of(
                                        "consent_id",
                                        consent,
                                        "until",
                                        end.plusSeconds(1).toString()))
                        .statusCode(400)));
        Person supervisor = agency.person(Role.LE_SUPERVISOR);
        var drafted = draft(supervisor, Map.of("consent_id", consent, "caveats", "Ask us first."))
                .statusCode(201)
                .body("recipients", equalTo(List.of(name(second))))
                .extract();
        String onward = drafted.path("id");
        String digest = drafted.path("digest");
        approve(supervisor, onward, digest).statusCode(403).body("type", equalTo("/problems/same-person"));
        approve(agency.person(Role.LE_OFFICER), onward, digest).statusCode(403);
        Person approver = agency.person(Role.LE_SUPERVISOR);
        approve(approver, onward, "0".repeat(64)).statusCode(412);
        assertEquals(404, status(second, reader, path(id)));
        approve(approver, onward, digest).statusCode(200).body("status", equalTo("DISCLOSED"));
        approve(approver, onward, digest).statusCode(409);
        outbox.drain();

        under(matter(second), reader)
                .get(path(id))
                .then()
                .statusCode(200)
                .body("from", equalTo("Unit Intelijen Keuangan Nusantara"))
                .body("handed_on_by", equalTo(name(agency)))
                .body("content.caveats", equalTo("Not to be named in a public file.\nAsk us first."))
                .body("content.export_allowed", equalTo(false));
        by(reader).get("/api/v1/disseminations").then().body("items.id", hasItem(id));
        by(reader)
                .queryParam("direction", "RECEIVED")
                .get("/api/v1/disclosures")
                .then()
                .body("items.from", equalTo(List.of(name(agency))));
        under(matter(second), reader)
                .body(Map.of("identifier", Map.of("type", "PHONE", "scope", "", "value", referral.phone)))
                .post("/api/v1/searches")
                .then()
                .body("hits.size()", equalTo(1));
        by(reader).post(path(id) + "/acknowledgements").then().statusCode(201);
        assertEquals(404, status(third, last, path(id)));
        by(reader).get("/api/v1/consents").then().body("items", empty());
        by(reader).get("/api/v1/onward-disclosures").then().body("items", empty());
        by(desk.analyst)
                .get(path(id) + "/deliveries")
                .then()
                .body("items.to.alias", equalTo(List.of(agency.alias(), second.alias())))
                .body("items[1].given_by", equalTo(name(agency)))
                .body("items[1].progress", equalTo("ACKNOWLEDGED"))
                .body("items[1].owes", equalTo("NOTHING"));
    }

    @Test
    void aCopyLeavesTheHubWhereTheTermsOrAConsentSaySo() {
        String id = desk.disseminated(referral, agency);
        Person officer = agency.person(Role.LE_OFFICER);
        String copy = path(id) + "/document.json";
        assertEquals(
                List.of("export_needs_consent"),
                codes(under(matter(agency), officer).get(copy).then().statusCode(409)));
        assertEquals(404, status(second, reader, copy));
        by(desk.analyst).get(copy).then().statusCode(200);
        String consent = asked(agency, id);
        assertEquals(409, status(agency, officer, copy));
        decide(desk.supervisor, consent, Map.of("decision", "GRANT")).statusCode(200);
        assertEquals(200, status(agency, officer, copy));
        by(desk.analyst).get(path(id) + "/deliveries").then().body("items[0].exports", equalTo(1));
        // what its terms allow to whom the FIU gave it, they do not to whom it was handed on
        handedOn(agency, granted(desk, agency, id, second));
        assertEquals(409, status(second, reader, copy));
        granted(desk, second, id);
        assertEquals(200, status(second, reader, copy));
        revoke(desk.supervisor, consent).statusCode(200).body("status", equalTo("REVOKED"));
        revoke(desk.supervisor, consent).statusCode(409);
        assertEquals(409, status(agency, officer, copy));
        assertEquals(200, status(agency, officer, path(id)));
    }

    @Test
    void whatHangsOnARevokedConsentEndsAtOnceAndEachIsToldOfItsOwn() throws JoseException {
        String id = desk.disseminated(referral, agency);
        String consent = granted(desk, agency, id, second);
        handedOn(agency, consent);
        outbox.drain();
        handedOn(second, granted(desk, second, id, third));
        outbox.drain();
        assertEquals(200, status(third, last, path(id)));
        revoke(agency.person(Role.LE_SUPERVISOR), consent).statusCode(404);
        revoke(desk.supervisor, consent).statusCode(200);
        assertEquals(404, status(second, reader, path(id)));
        assertEquals(404, status(third, last, path(id)));
        assertEquals(200, status(agency, agency.person(Role.LE_OFFICER), path(id)));
        outbox.drain();
        outbox.drain();

        notices(agency.person(Role.LE_OFFICER)).body("items", empty());
        String notice = notices(reader)
                .body("items.from", equalTo(List.of(name(agency))))
                .body("items[0].kind", equalTo("RECALLED"))
                .extract()
                .path("items[0].id");
        assertEquals(List.of("all dissemination.read urgent"), Told.about(UUID.fromString(notice)));
        var theirs =
                notices(last).body("items.from", equalTo(List.of(name(second)))).extract();
        assertFalse(theirs.asString().contains(agency.alias()));
        by(last).get("/api/v1/recall-notices/" + notice).then().statusCode(404);

        var signed = by(reader)
                .get("/api/v1/recall-notices/" + notice)
                .then()
                .statusCode(200)
                .extract();
        JsonWebSignature jws = new JsonWebSignature();
        jws.setCompactSerialization(signed.path("jws"));
        jws.setKey(new JsonWebKeySet(by(reader).get("/api/v1/notice-keys").asString())
                .findJsonWebKey(jws.getKeyIdHeaderValue(), "OKP", "sig", "EdDSA")
                .getKey());
        assertTrue(jws.verifySignature());
        assertTrue(jws.getPayload().contains(notice) && jws.getPayload().contains(second.alias()));
        String forged = signed.<String>path("jws").replaceFirst("\\..*\\.", ".e30.");
        JsonWebSignature other = new JsonWebSignature();
        other.setCompactSerialization(forged);
        other.setKey(jws.getKey());
        assertFalse(other.verifySignature());

        by(reader)
                .body(Map.of("reason", "KUHAP article 39"))
                .post("/api/v1/recall-notices/" + notice + "/retentions")
                .then()
                .statusCode(201)
                .body("kept_by_law", equalTo("KUHAP article 39"));
        by(desk.analyst)
                .get(path(id) + "/deliveries")
                .then()
                .body("items.owes", equalTo(List.of("OUTCOME", "NOTHING", "DELETION")))
                .body("items[1].kept_by_law", equalTo("KUHAP article 39"))
                .body("items[1].notice_read_at", notNullValue())
                .body("items[2].notice_read_at", nullValue());
        confirm(reader, notice).statusCode(201);
        confirm(reader, notice).statusCode(409);
    }

    @Test
    void aRecallTakesAlongWhatWasHandedOnAndRemindsUntilItIsDeleted() {
        String id = desk.disseminated(referral, agency);
        handedOn(agency, granted(desk, agency, id, second));
        outbox.drain();
        recall(desk.supervisor, id, Map.of("reason", "WRONG_CONTENT")).statusCode(201);
        assertEquals(404, status(second, reader, path(id)));
        outbox.drain();
        String notice = notices(reader).extract().path("items[0].id");
        Database.updateAsSuperuser(
                "update dissemination_delivery set due_at = now() - interval '1 hour',"
                        + " remind_at = now() - interval '1 hour' where version_id = ?",
                UUID.fromString(id));
        clock.look();
        assertEquals(
                List.of("all dissemination.read urgent", "all dissemination.acknowledge routine"),
                Told.about(UUID.fromString(notice)));
        by(desk.analyst)
                .get("/api/v1/overdue-answers?page_size=200")
                .then()
                .body("items.to.alias", hasItem(second.alias()));
        confirm(reader, notice).statusCode(201);
        by(desk.analyst)
                .get(path(id) + "/deliveries")
                .then()
                .body("items[1].deletion_confirmed_at", notNullValue())
                .body("items[1].owes", equalTo("NOTHING"));
    }

    @Test
    void whoeverHandedItOnTakesItBackFromThereAndFromBelow() {
        String id = desk.disseminated(referral, agency);
        String onward = handedOn(agency, granted(desk, agency, id, second));
        String consent = granted(desk, agency, id, third);
        String other = handedOn(agency, consent);
        outbox.drain();
        handedOn(second, granted(desk, second, id, third));
        outbox.drain();
        Person supervisor = agency.person(Role.LE_SUPERVISOR);
        takeBack(desk.supervisor, onward).statusCode(404);
        takeBack(second.person(Role.LE_SUPERVISOR), onward).statusCode(404);
        takeBack(agency.person(Role.LE_OFFICER), onward).statusCode(403);
        var waiting = draft(supervisor, Map.of("consent_id", consent)).extract();
        assertEquals(
                List.of("nothing_to_recall"),
                codes(takeBack(supervisor, waiting.path("id")).statusCode(409)));
        takeBack(supervisor, onward)
                .statusCode(200)
                .body("status", equalTo("RECALLED"))
                .body("recalled_at", notNullValue())
                .body("recall_reason", equalTo("It was handed to the wrong unit."));
        takeBack(supervisor, onward).statusCode(409);
        assertEquals(404, status(second, reader, path(id)));
        assertEquals(200, status(third, last, path(id)));
        assertEquals(200, status(agency, agency.person(Role.LE_OFFICER), path(id)));
        outbox.drain();
        String notice = notices(reader)
                .body("items.from", equalTo(List.of(name(agency))))
                .extract()
                .path("items[0].id");
        by(reader)
                .get("/api/v1/recall-notices/" + notice)
                .then()
                .statusCode(200)
                .body(not(containsString("wrong unit")));
        notices(last).body("items", empty());
        by(desk.analyst)
                .get(path(id) + "/deliveries")
                .then()
                .body("items.find { it.to.alias == '" + second.alias() + "' }.owes", equalTo("DELETION"))
                .body("items.find { it.to.alias == '" + third.alias() + "' }.owes", equalTo("NOTHING"))
                .body(not(containsString("wrong unit")));
        revoke(desk.supervisor, consent).statusCode(200);
        takeBack(supervisor, other).statusCode(409);
        assertEquals(404, status(third, last, path(id)));
        outbox.drain();
        notices(last).body("items.from", equalTo(List.of(name(agency))));
    }

    @Test
    void aNewVersionIsToldToWhoeverHasTheOldOneFromSomebodyElse() {
        Map<String, Object> form = Desk.form(desk.caseOf(desk.accepted(referral)), referral, agency);
        String id = desk.disseminated(form);
        handedOn(agency, granted(desk, agency, id, second));
        outbox.drain();
        form.put("narrative", "Corrected.");
        String newer = by(desk.analyst)
                .body(form)
                .post(path(id) + "/versions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        desk.approve(desk.supervisor, newer, desk.handOver(newer)).statusCode(200);
        notices(reader)
                .body("items.kind", equalTo(List.of("SUPERSEDED")))
                .body("items.from", equalTo(List.of(name(agency))));
        String notice = notices(agency.person(Role.LE_OFFICER))
                .body("items.kind", equalTo(List.of("HAND_ON_AGAIN")))
                .extract()
                .path("items[0].id");
        assertEquals(
                List.of("not_recalled"),
                codes(confirm(agency.person(Role.LE_OFFICER), notice).statusCode(409)));
        assertEquals(404, status(second, reader, path(newer)));
        assertEquals(200, status(second, reader, path(id)));
    }

    @Test
    void whatReachedAPersonByNameGoesNoFurther() {
        Person officer = agency.person(Role.LE_OFFICER);
        Drafts.id(officer);
        Map<String, Object> form = Desk.form(desk.caseOf(desk.accepted(referral)), referral);
        form.put("handling", Map.of("tlp", "TLP:RED", "pap", "PAP:RED"));
        form.put("recipient_people", List.of(Map.of("agency", agency.alias(), "login", officer.login())));
        String id = desk.disseminated(form);
        assertEquals(
                List.of("named_goes_no_further"),
                codes(ask(officer, form(id, second)).statusCode(409)));
    }

    private String recalledFromTheSecond(String id) {
        return recall(desk.supervisor, id, Map.of("reason", "WRONG_RECIPIENT", "recipients", List.of(second.alias())))
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void whatTheOwnerTakesBackFromAnInstitutionItHasFromNobodyElse() {
        String id = desk.disseminated(referral, agency, second);
        String consent = granted(desk, agency, id, second);
        handedOn(agency, consent);
        outbox.drain();
        assertEquals(200, status(second, reader, path(id)));
        recalledFromTheSecond(id);
        assertEquals(404, status(second, reader, path(id)));
        assertEquals(200, status(agency, agency.person(Role.LE_OFFICER), path(id)));
        outbox.drain();
        outbox.drain();
        // it is told once, by the owner
        notices(reader).body("items.from", equalTo(List.of("Unit Intelijen Keuangan Nusantara")));
        by(desk.analyst)
                .get(path(id) + "/deliveries")
                .then()
                .body("items.owes", equalTo(List.of("OUTCOME", "DELETION")));
        Person officer = agency.person(Role.LE_OFFICER);
        by(officer).get("/api/v1/consents/" + consent).then().body("status", equalTo("REVOKED"));
        assertEquals(
                List.of("consent_revoked"),
                codes(draft(officer, Map.of("consent_id", consent)).statusCode(409)));
    }

    @Test
    void aConsentNamesNobodyWhomItsOriginatorHasTakenItBackFrom() {
        String id = desk.disseminated(referral, agency, second);
        String consent = granted(desk, agency, id, second, third);
        Person officer = agency.person(Role.LE_OFFICER);
        var draft =
                draft(officer, Map.of("consent_id", consent)).statusCode(201).extract();
        recalledFromTheSecond(id);
        assertEquals(
                List.of("recipient_gone"),
                codes(approve(agency.person(Role.LE_SUPERVISOR), draft.path("id"), draft.path("digest"))
                        .statusCode(409)));
        by(officer)
                .get("/api/v1/consents/" + consent)
                .then()
                .body("status", equalTo("GRANTED"))
                .body("recipients", equalTo(List.of(name(third))));
        handedOn(agency, consent);
        assertEquals(200, status(third, last, path(id)));
        // the originator may think otherwise, and says so
        handedOn(agency, granted(desk, agency, id, second));
        outbox.drain();
        assertEquals(200, status(second, reader, path(id)));
        by(desk.analyst)
                .get(path(id) + "/deliveries")
                .then()
                .body("items[1].to.alias", equalTo(second.alias()))
                .body("items[1].given_by", equalTo(name(agency)))
                .body("items[1].owes", equalTo("NOTHING"));
    }

    @Test
    void thatItWasHandedOnIsNoNewsOnceItIsRecalledFromAbove() {
        String id = desk.disseminated(referral, agency);
        handedOn(agency, granted(desk, agency, id, second));
        outbox.drain();
        recall(desk.supervisor, id, Map.of("reason", "WRONG_CONTENT")).statusCode(201);
        outbox.drain();
        long told = Told.to(second.id(), UUID.fromString(id));
        Database.updateAsSuperuser(
                """
                insert into outbox_event (id, owner, kind, object_id, created_at, attempts, due_at)
                select gen_random_uuid(), d.from_participant, 'disclosure.handed-on', d.id, now(), 0,
                  now() - interval '1 second'
                from disclosure d where d.object_id = ? and d.consent_id is not null
                """,
                UUID.fromString(id));
        outbox.drain();
        by(desk.analyst)
                .get(path(id) + "/deliveries")
                .then()
                .body("items.owes", equalTo(List.of("DELETION", "DELETION")));
        assertEquals(told, Told.to(second.id(), UUID.fromString(id)));
    }

    @Test
    void aGiverThatDoesNotGetTheNewVersionIsNotToldOfIt() {
        Map<String, Object> form = Desk.form(desk.caseOf(desk.accepted(referral)), referral, agency);
        String id = desk.disseminated(form);
        handedOn(agency, granted(desk, agency, id, second));
        outbox.drain();
        form.put("narrative", "Corrected.");
        form.put("recipients", List.of(third.alias()));
        String newer = by(desk.analyst)
                .body(form)
                .post(path(id) + "/versions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        desk.approve(desk.supervisor, newer, desk.handOver(newer)).statusCode(200);
        notices(agency.person(Role.LE_OFFICER)).body("items", empty());
        notices(reader).body("items.kind", equalTo(List.of("SUPERSEDED")));
    }
}
