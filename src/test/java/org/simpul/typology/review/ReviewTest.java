package org.simpul.typology.review;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
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
import org.simpul.testing.Told;
import org.simpul.typology.Typologies;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** No typology is published that nobody read with the eyes of a child. */
@QuarkusTest
class ReviewTest extends HubTest {
    private static final String PATH = "/api/v1/typologies/";
    private static final String COPIES = "/api/v1/review-copies/";

    @Inject
    ReviewClock clock;

    private Person analyst;
    private Person supervisor;
    private Institution hotline;
    private Person adviser;
    private String id;

    @BeforeEach
    void draft() {
        Institutions.bank();
        analyst = Institutions.fiu().person(Role.FIU_ANALYST);
        supervisor = Institutions.fiu().person(Role.FIU_SUPERVISOR);
        hotline = Institutions.admit(ParticipantKind.PARTNER);
        adviser = hotline.person(Role.PARTNER_ANALYST);
        id = Typologies.drafted(analyst);
    }

    private String shown(Institution... partners) {
        return Typologies.shown(id, partners).statusCode(201).extract().path("id");
    }

    private ValidatableResponse handOver() {
        return as(analyst)
                .body("{\"communities\":[\"REPORTING_ENTITY\"],\"participants\":[]}")
                .post(PATH + id + "/handovers")
                .then();
    }

    private ValidatableResponse approve() {
        String digest = as(supervisor).get(PATH + id).then().extract().path("digest");
        return as(supervisor)
                .body(Map.of("decision", "APPROVE", "digest", digest))
                .post(PATH + id + "/decisions")
                .then();
    }

    private ValidatableResponse edit(String content) {
        String read = as(analyst).get(PATH + id).then().extract().header("ETag");
        return as(analyst)
                .header("If-Match", read)
                .body(content)
                .put(PATH + id)
                .then()
                .statusCode(200);
    }

    private String content() {
        return Typologies.content(as(analyst).get(PATH + id).then().extract().path("content.code"));
    }

    private static String bytes(ValidatableResponse answer) {
        return answer.extract().asString().replace(answer.extract().header("Request-Id"), "");
    }

    @Test
    void aPartnerReadsTheCopyAndNeverTheDraft() {
        String copy = shown(hotline);
        as(adviser)
                .get(COPIES + copy)
                .then()
                .statusCode(200)
                .body("content.title.en", equalTo("Collector account"))
                .body("content.red_flags.size()", equalTo(2))
                .body("closed_at", nullValue())
                .body("reviewers", nullValue());
        as(adviser).get(COPIES).then().body("items.id", contains(copy));
        String absent = bytes(as(adviser).get(PATH + UUID.randomUUID()).then().statusCode(404));
        assertEquals(absent, bytes(as(adviser).get(PATH + id).then()));
        assertEquals(absent, bytes(as(adviser).get(PATH + id + "/versions/1").then()));
        Person stranger = Institutions.admit(ParticipantKind.PARTNER).person(Role.PARTNER_ANALYST);
        assertEquals(absent, bytes(as(stranger).get(COPIES + copy).then().statusCode(404)));
        as(stranger).get(COPIES).then().body("items.size()", equalTo(0));
        as(analyst).get(PATH + id).then().body("status", equalTo("PEER_REVIEW"));
    }

    @Test
    void onePartnerLearnsNothingOfAnother() {
        Institution survivors = Institutions.admit(ParticipantKind.PARTNER);
        Person other = survivors.person(Role.PARTNER_ANALYST);
        String copy = shown(hotline, survivors);
        String before = bytes(as(adviser).get(COPIES + copy).then());
        Typologies.review(other, copy, "SURVIVOR_ADVISER", "CHANGES_ASKED").statusCode(201);
        assertEquals(before, bytes(as(adviser).get(COPIES + copy).then()));
        as(analyst)
                .get(COPIES + copy)
                .then()
                .body("reviews.institution", contains("Institution " + survivors.alias()))
                .body(
                        "reviewers",
                        containsInAnyOrder("Institution " + survivors.alias(), "Institution " + hotline.alias()));
    }

    @Test
    void nothingIsHandedOverThatNoPartnerEndorses() {
        handOver().statusCode(409).body("violations.code", contains("not_in_review"));
        String copy = shown(hotline);
        handOver().statusCode(409).body("violations.code", contains("review_missing"));
        Typologies.review(Institutions.fiu().person(Role.FIU_ANALYST), copy, "ANALYST", "ENDORSED")
                .statusCode(201);
        handOver().statusCode(409).body("violations.code", contains("review_missing"));
        Typologies.review(adviser, copy, "SURVIVOR_ADVISER", "CHANGES_ASKED").statusCode(201);
        handOver().statusCode(409).body("violations.code", contains("review_missing"));
        Typologies.review(adviser, copy, "SURVIVOR_ADVISER", "ENDORSED")
                .statusCode(201)
                .body("reviews.latest", contains(false, true));
        handOver().statusCode(200).body("status", equalTo("PENDING_APPROVAL"));
        approve().statusCode(200).body("status", equalTo("PUBLISHED"));
        as(adviser).get(COPIES + copy).then().body("closed_at", notNullValue());
        Typologies.review(adviser, copy, "SURVIVOR_ADVISER", "BLOCKED")
                .statusCode(409)
                .body("violations.code", contains("review_over"));
    }

    @Test
    void oneReviewerStopsThePublicationUntilTheyTakeItBack() {
        String copy = shown(hotline);
        Person colleague = Institutions.fiu().person(Role.FIU_ANALYST);
        Typologies.review(adviser, copy, "CHILD_PROTECTION", "ENDORSED").statusCode(201);
        Typologies.review(colleague, copy, "ANALYST", "BLOCKED").statusCode(201);
        handOver().statusCode(409).body("violations.code", contains("review_blocks"));
        Typologies.review(colleague, copy, "ANALYST", "ENDORSED").statusCode(201);
        handOver().statusCode(200);
        Typologies.review(adviser, copy, "CHILD_PROTECTION", "BLOCKED").statusCode(201);
        approve().statusCode(409).body("violations.code", contains("review_blocks"));
        as(supervisor).get(PATH + id).then().body("status", equalTo("PENDING_APPROVAL"));
    }

    @Test
    void aBlockStandsOverOtherWordsUntilWhoeverBlockedTakesItBack() {
        Typologies.review(adviser, shown(hotline), "CHILD_PROTECTION", "BLOCKED")
                .statusCode(201);
        edit(content().replace("Many senders, one", "Very many senders, one"));
        Institution milder = Institutions.admit(ParticipantKind.PARTNER);
        String copy = shown(milder);
        Typologies.review(milder.person(Role.PARTNER_ANALYST), copy, "CHILD_PROTECTION", "ENDORSED")
                .statusCode(201);
        handOver().statusCode(409).body("violations.code", contains("review_blocks"));
        as(adviser).get(COPIES + copy).then().statusCode(200);
        Typologies.review(adviser, copy, "CHILD_PROTECTION", "ENDORSED").statusCode(201);
        handOver().statusCode(200);
    }

    @Test
    void aSupervisorOfInstitutionsDoesNotReadItWithTheEyesOfAChild() {
        Institution regulator = Institutions.admit(ParticipantKind.SUPERVISOR);
        Person reader = regulator.person(Role.PARTNER_ANALYST);
        String copy = shown(regulator);
        Typologies.review(reader, copy, "CHILD_PROTECTION", "ENDORSED")
                .statusCode(400)
                .body("violations.code", contains("perspective_of_others"));
        Typologies.review(reader, copy, "ANALYST", "ENDORSED").statusCode(201);
        handOver().statusCode(409).body("violations.code", contains("review_missing"));
    }

    @Test
    void otherContentBeginsTheReviewAnew() {
        String copy = shown(hotline);
        Typologies.review(adviser, copy, "CHILD_PROTECTION", "ENDORSED").statusCode(201);
        edit(content()).body("status", equalTo("DRAFT"));
        assertEquals(copy, shown(hotline), "the same content is the same copy, with what was said to it");
        edit(content().replace("Many senders, one", "Very many senders, one")).body("status", equalTo("DRAFT"));
        as(adviser).get(COPIES + copy).then().body("closed_at", notNullValue());
        String next = shown(hotline);
        handOver().statusCode(409).body("violations.code", contains("review_missing"));
        String digest = as(adviser).get(COPIES + copy).then().extract().path("digest");
        as(adviser)
                .body(Map.of(
                        "perspective", "CHILD_PROTECTION", "verdict", "ENDORSED", "reason", "Sound.", "digest", digest))
                .post(COPIES + next + "/reviews")
                .then()
                .statusCode(409)
                .body("violations.code", contains("content_changed"));
        Typologies.review(adviser, next, "CHILD_PROTECTION", "ENDORSED").statusCode(201);
        handOver().statusCode(200);
    }

    @Test
    void whoWroteCannotReviewAndNobodyReviewsWithTheEyesOfAnotherKind() {
        String copy = shown(hotline);
        Typologies.review(analyst, copy, "ANALYST", "ENDORSED")
                .statusCode(403)
                .body("type", equalTo("/problems/same-person"));
        Typologies.review(Institutions.fiu().person(Role.FIU_ANALYST), copy, "CHILD_PROTECTION", "ENDORSED")
                .statusCode(400)
                .body("violations.code", contains("perspective_of_others"));
        Typologies.review(adviser, copy, "ANALYST", "ENDORSED").statusCode(400);
    }

    @Test
    void onlyPartnersAndSupervisorsAreAsked() {
        Typologies.shown(id, Institutions.bank()).statusCode(400).body("violations.code", contains("not_a_reviewer"));
        as(analyst)
                .body(Map.of("reviewers", List.of()))
                .post(PATH + id + "/review-copies")
                .then()
                .statusCode(400);
        shown(Institutions.admit(ParticipantKind.SUPERVISOR));
    }

    @Test
    void aMissingTranslationIsNamedBeforeAnybodyReviews() {
        edit(content()
                .replace("\"en\":\"Collector account\"", "\"en\":\"\"")
                .replaceFirst("\"id\":\"Banyak pengirim\"", "\"id\":\" \""));
        Typologies.shown(id, hotline)
                .statusCode(422)
                .body("violations.field", contains("title.en", "red_flags[0].text.id"))
                .body("violations.code", contains("translation_missing", "translation_missing"));
        as(analyst).get(PATH + id).then().body("status", equalTo("DRAFT"));
        as(adviser).get(COPIES).then().body("items.size()", equalTo(0));
    }

    @Test
    void theClockRemindsWhoSaidNothingAndThenTellsTheSupervisors() {
        Institution heard = Institutions.admit(ParticipantKind.PARTNER);
        String copy = shown(hotline, heard);
        UUID key = UUID.fromString(copy);
        Typologies.review(heard.person(Role.PARTNER_ANALYST), copy, "CHILD_PROTECTION", "CHANGES_ASKED")
                .statusCode(201);
        clock.look();
        assertEquals(1, Told.to(hotline.id(), key), "that it was shown");
        Database.updateAsSuperuser("alter table review_copy disable trigger only_ends");
        Database.updateAsSuperuser("update review_copy set due_at = now() + interval '1 hour' where id = ?", key);
        clock.look();
        clock.look();
        assertEquals(2, Told.to(hotline.id(), key));
        assertEquals(1, Told.to(heard.id(), key));
        Database.updateAsSuperuser("update review_copy set due_at = now() - interval '1 hour' where id = ?", key);
        Database.updateAsSuperuser("alter table review_copy enable trigger only_ends");
        clock.look();
        clock.look();
        assertEquals(3, Told.to(hotline.id(), key));
        assertEquals(
                1,
                Drafts.count("from outbox_notification where object_id = ? and permission = 'typology.publish'", key));
    }

    @Test
    void aReviewIsDueAfterTenWorkingDays() {
        String copy = shown(hotline);
        assertEquals(
                10L,
                Drafts.count(
                        """
                        from review_copy c, generate_series(c.sealed_at at time zone 'Asia/Jakarta' + interval '1 day',
                          c.due_at at time zone 'Asia/Jakarta' - interval '1 minute', interval '1 day') d
                        where c.id = ? and extract(isodow from d) < 6
                        """,
                        UUID.fromString(copy)));
    }

    @Test
    void theDatabaseAloneHidesTheCopyAndWhatOthersSay() throws SQLException {
        Institution survivors = Institutions.admit(ParticipantKind.PARTNER);
        UUID copy = UUID.fromString(shown(hotline, survivors));
        Typologies.review(adviser, copy.toString(), "CHILD_PROTECTION", "ENDORSED")
                .statusCode(201);
        UUID stranger = Institutions.admit(ParticipantKind.PARTNER).id();
        String copies = "select id from review_copy where id = ?";
        String words = "select id from typology_review where object_id = ?";
        assertEquals(1, Database.query(hotline.id(), null, copies, copy).size());
        assertEquals(List.of(), Database.query(stranger, null, copies, copy));
        assertEquals(1, Database.query(hotline.id(), null, words, copy).size());
        assertEquals(List.of(), Database.query(survivors.id(), null, words, copy));
        assertEquals(List.of(), Database.query(stranger, null, words, copy));
    }

    @Test
    void theDatabaseAloneRefusesWhatWasNotShownAndWhatNobodyEndorsed() throws SQLException {
        UUID copy = UUID.fromString(shown(hotline));
        UUID fiu = Institutions.fiu().id();
        String word =
                """
                insert into typology_review select gen_random_uuid(), ?, c.id, ?, ?, 'CHILD_PROTECTION', 'ENDORSED', 'x',
                  c.digest, now() from (values (?, ?)) c (id, digest)
                """;
        String digest = (String) Drafts.value("select digest from review_copy where id = ?", copy);
        Institution stranger = Institutions.admit(ParticipantKind.PARTNER);
        for (Institution writer : List.of(stranger, Institutions.fiu())) {
            UUID person = Drafts.id(
                    writer.person(writer.kind() == ParticipantKind.FIU ? Role.FIU_ANALYST : Role.PARTNER_ANALYST));
            assertEquals(
                    "42501",
                    assertThrows(
                                    SQLException.class,
                                    () -> Database.update(
                                            writer.id(), person, word, writer.id(), fiu, person, copy, digest))
                            .getSQLState());
        }
        UUID person = Drafts.id(adviser);
        assertEquals(1, Database.update(hotline.id(), person, word, hotline.id(), fiu, person, copy, digest));
        assertEquals(
                "42501",
                assertThrows(
                                SQLException.class,
                                () -> Database.update(
                                        fiu,
                                        null,
                                        "update review_copy set closed_at = null, warned_at = null, owner = owner"))
                        .getSQLState());
        String other = Typologies.drafted(analyst);
        String seal =
                """
                update typology_version set handed_over_by = gen_random_uuid(), approved_by = gen_random_uuid(),
                  digest = 'x', audience_communities = array['PARTNER'], sealed_at = now() where typology_id = ?
                """;
        assertEquals(
                "42501",
                assertThrows(SQLException.class, () -> Database.update(fiu, null, seal, UUID.fromString(other)))
                        .getSQLState());
        assertEquals(1, Database.update(fiu, null, seal, UUID.fromString(id)));
    }

    @Test
    void theLedgerNamesTheCopyToThePartnerAlone() {
        String copy = shown(hotline);
        as(adviser).get("/api/v1/disclosures?direction=RECEIVED").then().body("items.object_id", hasItem(copy));
        Person banker = Institutions.bank().person(Role.INVESTIGATOR);
        as(banker).get("/api/v1/disclosures?direction=RECEIVED").then().body("items.object_id", not(hasItem(copy)));
        as(banker).get(COPIES + copy).then().statusCode(403);
    }
}
