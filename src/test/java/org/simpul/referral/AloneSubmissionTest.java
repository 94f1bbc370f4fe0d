package org.simpul.referral;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;
import org.simpul.testing.Told;
import org.simpul.urgency.UrgencyClock;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class AloneSubmissionTest extends HubTest {
    private static final Map<String, Object> ALONE =
            Map.of("ground", "LIVE_OR_SCHEDULED_ABUSE", "reason", "Announced for tonight; nobody else is reachable.");

    @Inject
    UrgencyClock clock;

    private Institution bank;

    @BeforeEach
    void open() {
        bank = Institutions.bank();
    }

    private ReferralSteps p1() {
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("urgency", "P1");
        fields.put("urgency_ground", "LIVE_OR_SCHEDULED_ABUSE");
        return ReferralSteps.draft(bank, fields).filled("1234567890");
    }

    private static Response alone(ReferralSteps draft) {
        return draft.edit().body(ALONE).post(draft.path() + "/alone-submissions");
    }

    private ReferralSteps gone() {
        ReferralSteps draft = p1();
        return draft.done(alone(draft), 200);
    }

    private static UUID actOf(ReferralSteps referral) {
        return (UUID) Drafts.value("select id from alone_act where object_id = ?", referral.id());
    }

    private static Response review(Person reviewer, UUID act, String verdict, String digest) {
        return as(reviewer)
                .body(Map.of("verdict", verdict, "reason", "I have looked at it.", "digest", digest))
                .post("/api/v1/alone-acts/" + act + "/reviews");
    }

    private static String digestOf(Person reviewer, UUID act) {
        return as(reviewer).get("/api/v1/alone-acts").path("items.find { it.id == '" + act + "' }.digest");
    }

    @Test
    void aP1GoesAtOnceByOnePersonAndSaysWhomToCall() {
        ReferralSteps draft = p1();
        alone(draft)
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"))
                .body("alone_act_id", notNullValue())
                .body("emergency_notice.numbers", equalTo(List.of("110", "SAPA 129")))
                .body("emergency_notice.text", containsString("bukan layanan darurat"));
        assertEquals(
                1,
                Drafts.count(
                        "from disclosure d join referral_version v on v.id = d.object_id where v.referral_id = ?"
                                + " and d.approved_by is null",
                        draft.id()));
        assertEquals(
                1,
                Drafts.count(
                        "from outbox_event e join referral_version v on v.id = e.object_id where v.referral_id = ?",
                        draft.id()));
        assertEquals(List.of("all referral.submit urgent"), Told.about(actOf(draft)));
    }

    @Test
    void theNoticeComesWithAP1AloneAndInTheReadersLanguage() {
        given().auth()
                .oauth2(Tokens.of(bank.person(Role.INVESTIGATOR)))
                .header("Accept-Language", "en")
                .get(p1().path())
                .then()
                .statusCode(200)
                .body("emergency_notice.text", containsString("no emergency service"));
        ReferralSteps.draft(bank).read().then().body("emergency_notice", nullValue());
        as(bank.person(Role.PARTICIPANT_ADMIN))
                .get("/api/v1/emergency-contacts")
                .then()
                .statusCode(200)
                .body("numbers", hasItem("110"));
    }

    @Test
    void onlyACompleteP1MayGoAlone() {
        ReferralSteps p2 = ReferralSteps.draft(bank).filled("1234567890");
        alone(p2).then().statusCode(409).body("violations[0].code", equalTo("not_p1"));
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("urgency", "P1");
        fields.put("urgency_ground", "SELF_HARM_RISK");
        alone(ReferralSteps.draft(bank, fields)).then().statusCode(422);
        alone(gone()).then().statusCode(409);
    }

    @Test
    void whatWasHandedOverGoesAsWellAndNoneOfItsMakersReviewsIt() {
        ReferralSteps pending = p1().handOver();
        Person own = bank.person(Role.COMPLIANCE_OFFICER);
        as(own).header("If-Match", pending.etag())
                .body(ALONE)
                .post(pending.path() + "/alone-submissions")
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"));
        UUID act = actOf(pending);
        assertEquals(
                1,
                Drafts.count(
                        "from alone_act where id = ? and makers @> array[?, ?]::uuid[]",
                        act,
                        Drafts.id(own),
                        Drafts.id(pending.investigator())));
        review(own, act, "UPHELD", digestOf(own, act)).then().statusCode(403);
        review(pending.officer(), act, "UPHELD", digestOf(pending.officer(), act))
                .then()
                .statusCode(200);
    }

    @Test
    void anOfficerWhoWroteOnItDoesNotReviewItAndSeesWhyItWasReturned() {
        ReferralSteps draft = p1();
        Person writer = bank.person(Role.COMPLIANCE_OFFICER);
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("urgency", "P1");
        fields.put("urgency_ground", "LIVE_OR_SCHEDULED_ABUSE");
        draft.done(as(writer).header("If-Match", draft.etag()).body(fields).put(draft.path()), 200);
        draft.handOver();
        draft.done(
                as(draft.officer())
                        .body(Map.of("decision", "RETURN", "reason", "The account is not hers."))
                        .post(draft.path() + "/decisions"),
                200);
        draft.done(alone(draft), 200);
        UUID act = actOf(draft);
        review(writer, act, "UPHELD", digestOf(writer, act)).then().statusCode(403);
        as(draft.officer())
                .get("/api/v1/alone-acts")
                .then()
                .body("items.find { it.id == '" + act + "' }.returned_reason", equalTo("The account is not hers."));
        given().auth()
                .oauth2(Tokens.ofOneFactor(draft.officer()))
                .contentType(ContentType.JSON)
                .body(Map.of("verdict", "UPHELD", "reason", "Yes.", "digest", digestOf(draft.officer(), act)))
                .post("/api/v1/alone-acts/" + act + "/reviews")
                .then()
                .statusCode(401);
    }

    @Test
    void aReviewIsWrittenOnce() throws Exception {
        ReferralSteps referral = gone();
        UUID act = actOf(referral);
        review(referral.officer(), act, "NOT_UPHELD", digestOf(referral.officer(), act))
                .then()
                .statusCode(200);
        assertEquals(0, Database.update(bank.id(), null, "update alone_act set verdict = 'UPHELD' where id = ?", act));
    }

    @Test
    void withoutASecondFactorOrAGroundNobodyActsAlone() {
        ReferralSteps draft = p1();
        given().auth()
                .oauth2(Tokens.ofOneFactor(draft.investigator()))
                .contentType(ContentType.JSON)
                .header("If-Match", draft.etag())
                .body(ALONE)
                .post(draft.path() + "/alone-submissions")
                .then()
                .statusCode(401);
        draft.edit()
                .body(Map.of("ground", "IN_A_HURRY", "reason", "No time."))
                .post(draft.path() + "/alone-submissions")
                .then()
                .statusCode(400);
        draft.edit()
                .body(Map.of("ground", "SELF_HARM_RISK", "reason", " "))
                .post(draft.path() + "/alone-submissions")
                .then()
                .statusCode(400);
        draft.read().then().body("status", equalTo("DRAFT"));
    }

    @Test
    void anotherPersonReviewsItOnceByItsDigest() {
        ReferralSteps draft = p1();
        Person officer = draft.officer();
        Person own = bank.person(Role.COMPLIANCE_OFFICER);
        draft.done(as(own).header("If-Match", draft.etag()).body(ALONE).post(draft.path() + "/alone-submissions"), 200);
        UUID act = actOf(draft);
        String digest = digestOf(officer, act);
        review(own, act, "UPHELD", digest).then().statusCode(403);
        review(bank.person(Role.INVESTIGATOR), act, "UPHELD", digest).then().statusCode(403);
        review(officer, act, "UPHELD", "0".repeat(64)).then().statusCode(412);
        review(Institutions.bank().person(Role.COMPLIANCE_OFFICER), act, "UPHELD", digest)
                .then()
                .statusCode(404);
        review(officer, act, "UPHELD", digest)
                .then()
                .statusCode(200)
                .body("verdict", equalTo("UPHELD"))
                .body("by", equalTo(own.login()))
                .body("reviewed_by", equalTo(officer.login()));
        review(officer, act, "NOT_UPHELD", digest).then().statusCode(409);
    }

    @Test
    void whatIsNotUpheldStaysInEffectAndAlertsTheOverseer() {
        Institution overseer = Institutions.admit(ParticipantKind.SUPERVISOR);
        ReferralSteps referral = gone();
        UUID act = actOf(referral);
        review(referral.officer(), act, "NOT_UPHELD", digestOf(referral.officer(), act))
                .then()
                .statusCode(200);
        referral.read().then().body("status", equalTo("SUBMITTED"));
        assertEquals(1, Told.to(overseer.id(), act));
        assertEquals(2, Told.to(bank.id(), act));
    }

    @Test
    void aLateReviewAlertsApproverAndOverseerOnceAndStaysVisible() {
        Institution overseer = Institutions.admit(ParticipantKind.SUPERVISOR);
        ReferralSteps referral = gone();
        UUID act = actOf(referral);
        clock.look();
        assertEquals(0, Told.to(overseer.id(), act));
        Database.updateAsSuperuser("update alone_act set review_by = now() - interval '1 second' where id = ?", act);
        clock.look();
        clock.look();
        assertEquals(1, Told.to(overseer.id(), act));
        assertTrue(Told.about(act).contains("all audit.read urgent"));
        assertEquals(2, Told.to(bank.id(), act));
        as(referral.officer())
                .get("/api/v1/alone-acts")
                .then()
                .body("items.find { it.id == '" + act + "' }.overdue", equalTo(true));
    }

    @Test
    void aPageGoesOnBehindWhatIsNotSeenAndEndsAfterSomeThousands() {
        ReferralSteps referral = gone();
        UUID act = actOf(referral);
        notSeen(act, 300);
        aloneActs(referral, "?page_size=1")
                .body("items.id", equalTo(List.of(act.toString())))
                .body("next_page_token", nullValue());
        notSeen(act, 4_800);
        String next = aloneActs(referral, "?page_size=1")
                .body("items", equalTo(List.of()))
                .body("next_page_token", notNullValue())
                .extract()
                .path("next_page_token");
        String digest = aloneActs(referral, "?page_size=1&page_token=" + next)
                .body("items.id", equalTo(List.of(act.toString())))
                .body("next_page_token", nullValue())
                .extract()
                .path("items[0].digest");
        review(referral.officer(), act, "UPHELD", digest).then().statusCode(200);
        UUID other = (UUID)
                Drafts.value("select id from alone_act where object_owner = ? and kind = 'UNMASK' limit 1", bank.id());
        review(referral.officer(), other, "UPHELD", digest).then().statusCode(404);
    }

    private static ValidatableResponse aloneActs(ReferralSteps referral, String page) {
        return as(referral.officer()).get("/api/v1/alone-acts" + page).then().statusCode(200);
    }

    /** Later ones of the same person, on what nobody sees. */
    private static void notSeen(UUID act, int number) {
        Database.updateAsSuperuser(
                """
                insert into alone_act (id, owner, kind, object_id, object_owner, ground, person_id, reason, makers,
                  content_digest, at, review_by, reviewed_by, reviewed_at, verdict, review_reason)
                select uuidv7(), owner, 'UNMASK', gen_random_uuid(), owner, ground, person_id, reason, makers,
                  content_digest, at, review_by, gen_random_uuid(), now(), 'UPHELD', 'I have looked at it.'
                from alone_act cross join generate_series(1, ?) where id = ?
                """,
                number,
                act);
    }

    @Test
    void theDatabaseSealsNothingWithoutASecondPersonOrAnActOfItsOwn() {
        UUID act = actOf(gone());
        var draft = Drafts.of(bank, bank.person(Role.INVESTIGATOR));
        String seal = "update referral_version set sealed_at = now(), handed_over_by = ?, digest = repeat('0', 64)";
        UUID person = UUID.randomUUID();
        for (String alone : List.of("", ", alone_act_id = '" + act + "'")) {
            assertThrows(
                    Exception.class,
                    () -> Database.update(bank.id(), null, seal + alone + " where id = ?", person, draft.version()),
                    alone);
        }
    }

    @Test
    void nobodyWritesAnActInAnothersName() {
        UUID colleague = Drafts.id(bank.person(Role.INVESTIGATOR));
        UUID person = Drafts.id(bank.person(Role.INVESTIGATOR));
        String insert =
                """
                insert into alone_act (id, owner, kind, object_id, object_owner, ground, person_id, reason, makers,
                  content_digest, at, review_by)
                values (gen_random_uuid(), ?, 'SUBMISSION', gen_random_uuid(), ?, 'SELF_HARM_RISK', ?, 'x', array[?]::uuid[],
                  repeat('0', 64), now(), now())
                """;
        assertThrows(
                Exception.class,
                () -> Database.update(bank.id(), person, insert, bank.id(), bank.id(), colleague, colleague));
    }
}
