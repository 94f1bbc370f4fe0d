package org.simpul.inquiry.pointer;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.casework.SubmittedReferral;
import org.simpul.inquiry.pointer.PointerSteps.Officer;
import org.simpul.inquiry.rfi.RfiSteps;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.safeguard.ProtectedValue;
import org.simpul.safeguard.SubjectDigests;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Told;
import org.simpul.testing.Wire;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.simpul.inquiry.pointer.PointerSteps.SWITCHES;

@QuarkusTest
class PointerTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    @Inject
    SubjectDigests digests;

    private final Institution fiu = Institutions.fiu();
    private final Person supervisor = fiu.person(Role.FIU_SUPERVISOR);
    private Institution agency;
    private Officer officer;
    private SubmittedReferral held;

    @BeforeEach
    void hold() {
        agency = Institutions.agency();
        officer = Officer.of(agency);
        held = taken();
    }

    private SubmittedReferral taken() {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P3", SubmittedReferral.anyPhone());
        outbox.drain();
        return referral;
    }

    @Test
    void aSwitchTakesTwoPersonsOfTheFiuAndOneToEnd() {
        var proposed = PointerSteps.propose(supervisor, PointerSteps.form(agency))
                .statusCode(201)
                .extract();
        String id = proposed.path("id");
        String digest = proposed.path("digest");
        assertEquals(List.of("all pointer.switch routine"), Told.about(UUID.fromString(id)));
        assertEquals("null", officer.pointer(held.phone));
        PointerSteps.decide(supervisor, id, "APPROVE", digest).statusCode(403).body("type", endsWith("/same-person"));
        PointerSteps.decide(fiu.person(Role.FIU_ANALYST), id, "APPROVE", digest).statusCode(403);
        Person second = fiu.person(Role.FIU_SUPERVISOR);
        PointerSteps.decide(second, id, "APPROVE", "0".repeat(64)).statusCode(412);
        PointerSteps.decide(second, id, "APPROVE", digest).statusCode(200).body("status", equalTo("ON"));
        assertEquals("HELD", officer.pointer(held.phone));
        // one for each agency and offence
        var again = PointerSteps.propose(supervisor, PointerSteps.form(agency)).extract();
        PointerSteps.decide(second, again.path("id"), "APPROVE", again.path("digest"))
                .statusCode(409)
                .body("violations[0].code", equalTo("pointer_is_on"));
        as(supervisor)
                .post(SWITCHES + "/" + id + "/closures")
                .then()
                .statusCode(200)
                .body("status", equalTo("OFF"));
        assertEquals("null", officer.pointer(held.phone));
        as(supervisor).post(SWITCHES + "/" + id + "/closures").then().statusCode(409);
        as(supervisor)
                .get(SWITCHES)
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + id + "' }.status", equalTo("OFF"))
                .body("items.find { it.id == '" + id + "' }.decided_by", equalTo(second.login()));
    }

    @Test
    void aSwitchIsForAnAdmittedAgencyItsOffenceAndATime() {
        for (Institution other : List.of(Institutions.bank(), fiu)) {
            PointerSteps.propose(supervisor, PointerSteps.form(other)).statusCode(400);
        }
        Map<String, Object> tooLong = PointerSteps.form(agency);
        tooLong.put("ends_at", Instant.now().plus(400, ChronoUnit.DAYS).toString());
        PointerSteps.propose(supervisor, tooLong).statusCode(400);
        String id = PointerSteps.on(agency);
        assertEquals("HELD", officer.pointer(held.phone));
        assertEquals("null", Officer.of(Institutions.agency()).pointer(held.phone));
        Database.updateAsSuperuser(
                "update matter set offence = 'CORRUPTION' where owner = ? and number = ?",
                agency.id(),
                officer.matter());
        assertEquals("null", officer.pointer(held.phone));
        Database.updateAsSuperuser("update matter set offence = ? where owner = ?", PointerSteps.OFFENCE, agency.id());
        Database.updateAsSuperuser("update pointer_switch set ends_at = now() where id = ?", UUID.fromString(id));
        assertEquals("null", officer.pointer(held.phone));
        // the time of the first is over, and makes room
        PointerSteps.on(agency);
        assertEquals("HELD", officer.pointer(held.phone));
    }

    @Test
    void whatTheFiuHoldsCountsAndNothingThatItMayNotPointAt() {
        PointerSteps.on(agency);
        assertEquals("NONE", officer.pointer(SubmittedReferral.anyPhone()));
        SubmittedReferral untaken = SubmittedReferral.of(Institutions.bank(), "P3", SubmittedReferral.anyPhone());
        assertEquals("NONE", officer.pointer(untaken.phone));
        outbox.drain();
        assertEquals("HELD", officer.pointer(untaken.phone));
        UUID intake = intake(untaken);
        for (String turnedDown : List.of("REJECTED_INVALID", "NOT_ACCEPTED", "WITHDRAWN")) {
            Database.updateAsSuperuser("update intake set status = ? where id = ?", turnedDown, intake);
            assertEquals("NONE", officer.pointer(untaken.phone), turnedDown);
        }
        Database.updateAsSuperuser("update intake set status = 'IN_TRIAGE' where id = ?", intake);
        assertEquals("HELD", officer.pointer(untaken.phone));
        Database.updateAsSuperuser("update referral set restricted = true where id = ?", untaken.id);
        assertEquals("NONE", officer.pointer(untaken.phone));

        Desk desk = new Desk();
        UUID caseId = UUID.fromString(desk.caseOf(desk.accepted(intake(held))));
        assertEquals("HELD", officer.pointer(held.phone));
        Database.updateAsSuperuser("update case_file set restricted = true where id = ?", caseId);
        assertEquals("NONE", officer.pointer(held.phone));
    }

    private static UUID intake(SubmittedReferral referral) {
        return (UUID) Database.queryAsSuperuser("select id from intake where referral_id = ?", referral.id)
                .get(0);
    }

    @Test
    void whoIsProtectedAnywhereIsNeverPointedAt() {
        PointerSteps.on(agency);
        assertEquals("HELD", officer.pointer(held.phone));
        // a child of another referral has the same number
        Database.updateAsSuperuser(
                """
                insert into subject_digest (id, owner, intake_id, subject_id, reference, kind, digest)
                values (gen_random_uuid(), ?, ?, gen_random_uuid(), 'S-1', 'IDENTIFIER', ?)
                """,
                fiu.id(),
                intake(taken()),
                digests.of(new ProtectedValue("PHONE", "", held.phone)));
        assertEquals("NONE", officer.pointer(held.phone));
    }

    @Test
    void aPaymentAndALeadCountAsWell() {
        PointerSteps.on(agency);
        String account =
                "98" + UUID.randomUUID().toString().replaceAll("\\D", "").substring(0, 8);
        Map<String, Object> question =
                Map.of("identifier", Map.of("type", "BANK_ACCOUNT", "scope", "ID:014", "value", account));
        assertTrue(officer.ask(question).body().contains("\"NONE\""));
        UUID lead = UUID.randomUUID();
        UUID partner =
                Institutions.admit(org.simpul.access.ParticipantKind.PARTNER).id();
        Database.updateAsSuperuser(
                """
                insert into lead (id, owner, source, observed_on, child_at_risk, submitted_by, received_at)
                values (?, ?, 'HOTLINE', current_date, false, gen_random_uuid(), now())
                """,
                lead,
                partner);
        Database.updateAsSuperuser(
                "insert into lead_identifier values (gen_random_uuid(), ?, ?, 'BANK_ACCOUNT', 'ID:014', ?)",
                partner,
                lead,
                account);
        assertTrue(officer.ask(question).body().contains("\"NONE\""));
        Database.updateAsSuperuser("update lead set sealed_at = now() where id = ?", lead);
        assertTrue(officer.ask(question).body().contains("\"HELD\""));
    }

    @Test
    void whoeverAsksTooOftenWaitsUntilTheNextDayWhateverIsHeld() {
        PointerSteps.on(agency);
        officer.pointer(held.phone);
        Database.updateAsSuperuser(
                "update inquiry_quota set asked = 40 where owner = ? and counted <> owner", agency.id());
        for (String phone : List.of(held.phone, SubmittedReferral.anyPhone())) {
            Wire.Reply refused = officer.search(phone);
            assertEquals(429, refused.status());
            long seconds = Long.parseLong(refused.header("Retry-After"));
            assertTrue(seconds > 0 && seconds <= 86_401, seconds + " s");
            assertTrue(refused.body().contains("/problems/quota-used"), refused.body());
        }
        // one's own material is searched all the same, and a colleague has a count of its own
        Map<String, Object> without = new HashMap<>();
        without.put("identifier", Map.of("type", "PHONE", "value", held.phone));
        without.put("pointer", false);
        assertTrue(officer.ask(without).body().contains("\"pointer\":null"));
        Officer colleague = new Officer(agency, officer.matter(), agency.person(Role.LE_OFFICER));
        assertEquals("HELD", colleague.pointer(held.phone));
        Database.updateAsSuperuser(
                "update inquiry_quota set asked = 200 where owner = ? and counted = owner", agency.id());
        assertEquals(429, colleague.search(held.phone).status());
        assertEquals(
                List.of(200),
                Database.queryAsSuperuser("select asked from inquiry_quota where counted = ?", agency.id()));
    }

    @Test
    void whatWasCountedLongAgoIsForgottenWithTheFirstOfANewDay() {
        PointerSteps.on(agency);
        officer.pointer(held.phone);
        Database.updateAsSuperuser("update inquiry_quota set day = day - 9 where owner = ?", agency.id());
        officer.pointer(held.phone);
        assertEquals(
                List.of(1L, 0L),
                List.of(
                        Drafts.count("from inquiry_quota where counted = ?", agency.id()),
                        Drafts.count("from inquiry_quota where owner = ? and day < current_date - 1", agency.id())));
    }

    @Test
    void theFiuIsToldOfEachSearchThatFoundSomethingAndReadsHowThePointerIsUsed() {
        PointerSteps.on(agency);
        officer.pointer(SubmittedReferral.anyPhone());
        officer.pointer(held.phone);
        List<UUID> searches = officer.searches();
        assertEquals(2, searches.size());
        for (UUID search : searches) {
            assertEquals(
                    1L,
                    Database.queryAsSuperuser(
                                    "select count(*) from outbox_event where kind = 'pointer.asked' and object_id = ?",
                                    search)
                            .get(0));
        }
        outbox.drain();
        assertEquals(List.of("all pointer.switch routine"), Told.about(searches.get(0)));
        assertEquals(List.of(), Told.about(searches.get(1)));
        String item = "items.find { it.id == '%s' }.".formatted(searches.get(0));
        String page = as(supervisor)
                .get("/api/v1/pointer-searches")
                .then()
                .statusCode(200)
                .body(item + "answer", equalTo("HELD"))
                .body(item + "agency", equalTo("Institution " + agency.alias()))
                .extract()
                .asString();
        for (String hidden :
                List.of(officer.matter(), held.phone, officer.person().login())) {
            assertTrue(!page.contains(hidden), hidden);
        }
        as(supervisor)
                .get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .body("items.size()", org.hamcrest.Matchers.greaterThan(0));
    }

    @Test
    void aRequestForInformationIsOneStepAwayFromTheSearch() {
        PointerSteps.on(agency);
        String body = officer.search(held.phone).body();
        String search = body.replaceAll(".*\"search_id\":\"([^\"]+)\".*", "$1");
        Map<String, Object> form = RfiSteps.ofAnAgency();
        form.remove("purpose");
        form.remove("predicate_offence");
        form.put("search_id", search);
        Desk.under(officer.matter(), officer.person())
                .body(form)
                .post(RfiSteps.RFIS)
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("rfi_search_of_another_value"));
        @SuppressWarnings("unchecked")
        Map<String, Object> question = (Map<String, Object>) form.get("question");
        question.put("identifiers", List.of(Map.of("type", "PHONE", "value", held.phone)));
        Desk.under(officer.matter(), officer.person())
                .body(form)
                .post(RfiSteps.RFIS)
                .then()
                .statusCode(201)
                .body("purpose", equalTo("LOCATE_AND_PROTECT"))
                .body("predicate_offence", equalTo(PointerSteps.OFFENCE))
                .body("matter", equalTo(officer.matter()))
                .body("search_id", equalTo(search))
                .body("question.identifiers.value", hasItem(held.phone));
        Map<String, Object> other = new HashMap<>(form);
        other.put("purpose", "ASSET_RECOVERY");
        other.put("predicate_offence", PointerSteps.OFFENCE);
        asksOtherwise(other, "purpose");
        other.put("purpose", "LOCATE_AND_PROTECT");
        other.put("predicate_offence", "CORRUPTION");
        asksOtherwise(other, "predicate_offence");
        // another's search is as unknown as one that nobody made
        for (String unknown : List.of(search, UUID.randomUUID().toString())) {
            form.put("search_id", unknown);
            Desk.under(officer.matter(), agency.person(Role.LE_OFFICER))
                    .body(form)
                    .post(RfiSteps.RFIS)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("search_id"))
                    .body("violations[0].code", equalTo("unknown_value"));
        }
        form.remove("search_id");
        Desk.under(officer.matter(), officer.person())
                .body(form)
                .post(RfiSteps.RFIS)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("purpose"))
                .body("violations[0].code", equalTo("required"));
    }

    private void asksOtherwise(Map<String, Object> form, String field) {
        Desk.under(officer.matter(), officer.person())
                .body(form)
                .post(RfiSteps.RFIS)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo("rfi_not_as_searched"));
    }
}
