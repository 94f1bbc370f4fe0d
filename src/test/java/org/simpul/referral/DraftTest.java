package org.simpul.referral;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

@QuarkusTest
class DraftTest extends HubTest {
    private static final String REFERRALS = "/api/v1/referrals";

    @Test
    void anEmptyDraftIsP3AndItsAuthorIsOnTheTeam() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank(), Map.of());
        draft.read()
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("status", equalTo("DRAFT"))
                .body("team", contains(draft.investigator().login()))
                .body("submitted_number", nullValue())
                .body("version.number", equalTo(1))
                .body("version.urgency", equalTo("P3"))
                .body("version.handling.tlp", equalTo("TLP:AMBER+STRICT"));
    }

    @Test
    void whatIsWrittenIsReadAgainAndListedByTheOwnerAlone() {
        Institution bank = Institutions.bank();
        ReferralSteps draft = ReferralSteps.draft(bank);
        draft.read()
                .then()
                .body("version.predicate_offence", equalTo("CHILD_SEXUAL_EXPLOITATION"))
                .body("version.legal_basis", equalTo("UU_8_2010_ART_23"))
                .body("version.suspicion_formed_on", equalTo("2026-03-02"))
                .body("version.grading.information", equalTo("A"))
                .body("version.statutory_report.status", equalTo("FILED"))
                .body("version.no_media", equalTo(true));
        as(draft.officer())
                .get(REFERRALS)
                .then()
                .statusCode(200)
                .body("items.id", contains(draft.id().toString()))
                .body("items.status", contains("DRAFT"))
                .body("items.urgency", contains("P2"))
                .body("items[0].submitted_at", nullValue())
                .body("items[0].last_notice", nullValue());
        as(Institutions.bank().person(Role.INVESTIGATOR)).get(REFERRALS).then().body("items.size()", equalTo(0));
    }

    @Test
    void anEditNeedsTheTagThatWasReadAndMovesIt() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank());
        String first = draft.etag();
        as(draft.investigator())
                .body(ReferralSteps.complete())
                .put(draft.path())
                .then()
                .statusCode(428);
        draft.fields(Map.of("urgency", "P3", "narrative", "Another story.", "no_media", false));
        assertNotEquals(first, draft.etag());
        as(draft.officer())
                .header("If-Match", first)
                .body(ReferralSteps.complete())
                .put(draft.path())
                .then()
                .statusCode(412);
        draft.read()
                .then()
                .header("ETag", equalTo(draft.etag()))
                .body("version.narrative", equalTo("Another story."))
                .body("version.legal_basis", nullValue());
    }

    @Test
    void aTransactionIsBookedOnADayThatAStatementCanHold() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank());
        for (String day : List.of("1026-03-01", "+202603-01-01")) {
            Map<String, Object> row = new HashMap<>(ReferralSteps.transaction(
                    ReferralSteps.account("1234567890"), ReferralSteps.account("1234567891"), "x"));
            row.put("booked_on", day);
            as(draft.investigator())
                    .header("If-Match", draft.etag())
                    .body(Map.of("transactions", List.of(row)))
                    .post(draft.path() + "/transactions")
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains("transactions[0].booked_on"))
                    .body("violations.code", contains("implausible_date"));
        }
    }

    @Test
    void anotherInstitutionsReferralAnswersAsOneThatDoesNotExist() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank());
        Person stranger = Institutions.bank().person(Role.COMPLIANCE_OFFICER);
        Person analyst = Institutions.fiu().person(Role.FIU_ANALYST);
        String absent = REFERRALS + "/" + UUID.randomUUID();
        for (Person person : List.of(stranger, analyst)) {
            assertSame(as(person).get(draft.path()), as(person).get(absent));
            assertSame(as(person).get(draft.path() + "/notices"), as(person).get(absent + "/notices"));
            assertSame(
                    as(person).get(draft.path() + "/transactions"), as(person).get(absent + "/transactions"));
            assertSame(as(person).get(draft.path() + "/versions/1"), as(person).get(absent + "/versions/1"));
        }
        assertSame(
                as(stranger).header("If-Match", "\"1\"").body(Map.of()).put(draft.path()),
                as(stranger).header("If-Match", "\"1\"").body(Map.of()).put(absent));
        assertSame(as(stranger).post(draft.path() + "/handovers"), as(stranger).post(absent + "/handovers"));
        Map<String, Object> decision = Map.of("decision", "RETURN", "reason", "no");
        assertSame(
                as(stranger).body(decision).post(draft.path() + "/decisions"),
                as(stranger).body(decision).post(absent + "/decisions"));
        as(Institutions.agency().person(Role.LE_SUPERVISOR))
                .get(draft.path())
                .then()
                .statusCode(403);
        as(analyst).body(Map.of()).put(draft.path()).then().statusCode(403);
    }

    private static void assertSame(Response hidden, Response absent) {
        assertEquals(404, hidden.statusCode());
        assertEquals(404, absent.statusCode());
        // the request's own id is the only thing that may differ
        String id = "[0-9a-f]{8}-[0-9a-f-]{27}";
        assertEquals(absent.asString().replaceAll(id, ""), hidden.asString().replaceAll(id, ""));
    }

    @Test
    void onlyTheTeamAndComplianceOfficersEdit() {
        Institution bank = Institutions.bank();
        ReferralSteps draft = ReferralSteps.draft(bank);
        Person colleague = bank.person(Role.INVESTIGATOR);
        as(colleague).get(draft.path()).then().statusCode(200);
        as(colleague)
                .header("If-Match", draft.etag())
                .body(ReferralSteps.complete())
                .put(draft.path())
                .then()
                .statusCode(403);
        draft.done(
                draft.edit()
                        .body(Map.of("logins", List.of(draft.investigator().login(), colleague.login())))
                        .put(draft.path() + "/team"),
                200);
        draft.read().then().body("team", containsInAnyOrder(draft.investigator().login(), colleague.login()));
        draft.done(
                as(colleague)
                        .header("If-Match", draft.etag())
                        .body(ReferralSteps.complete())
                        .put(draft.path()),
                200);
        draft.done(
                as(draft.officer())
                        .header("If-Match", draft.etag())
                        .body(Map.of("logins", List.of(colleague.login())))
                        .put(draft.path() + "/team"),
                200);
        as(draft.investigator())
                .header("If-Match", draft.etag())
                .body(ReferralSteps.complete())
                .put(draft.path())
                .then()
                .statusCode(403);
    }

    @Test
    void aTeamTakesOnlyKnownColleagues() {
        Institution bank = Institutions.bank();
        Person stranger = Institutions.bank().person(Role.INVESTIGATOR);
        as(stranger).get("/api/v1/me");
        ReferralSteps draft = ReferralSteps.draft(bank);
        draft.edit()
                .body(Map.of("logins", List.of(draft.investigator().login(), stranger.login(), "nobody")))
                .put(draft.path() + "/team")
                .then()
                .statusCode(400)
                .body("violations.field", contains("logins[1]", "logins[2]"))
                .body("violations.code", contains("unknown_person", "unknown_person"));
    }

    @Test
    void whatContradictsItselfIsRefused() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank());
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("urgency_ground", "SELF_HARM_RISK");
        draft.edit()
                .body(fields)
                .put(draft.path())
                .then()
                .statusCode(400)
                .body("violations.code", hasItem("only_for_p1"));
        fields.remove("urgency_ground");
        fields.put("handling", Map.of("tlp", "TLP:RED", "pap", "PAP:RED"));
        draft.edit()
                .body(fields)
                .put(draft.path())
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("handling.tlp"));
        fields.put("handling", Map.of("tlp", "TLP:PURPLE", "pap", "PAP:RED"));
        draft.edit().body(fields).put(draft.path()).then().statusCode(400);
    }

    @Test
    void ofTwoWhoEditAtOnceOneIsToldThatItHasMoved() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank());
        List<CompletableFuture<Integer>> edits = Stream.of(draft.investigator(), draft.officer())
                .map(person -> CompletableFuture.supplyAsync(() -> as(person)
                        .header("If-Match", draft.etag())
                        .body(ReferralSteps.complete())
                        .put(draft.path())
                        .statusCode()))
                .toList();
        assertEquals(
                List.of(200, 412),
                edits.stream().map(CompletableFuture::join).sorted().toList());
    }
}
