package org.simpul.typology.review;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Races;
import org.simpul.typology.Typologies;

import static org.hamcrest.Matchers.contains;

/** A block and what ends the review that it is said in: one of them is first, and the other learns it. */
@QuarkusTest
class ReviewRaceTest extends HubTest {
    @Test
    void whoBlocksWhileItIsPublishedLearnsThatTheReviewIsOver() throws Exception {
        Person analyst = Institutions.fiu().person(Role.FIU_ANALYST);
        Person supervisor = Institutions.fiu().person(Role.FIU_SUPERVISOR);
        Institution partner = Institutions.admit(ParticipantKind.PARTNER);
        Person reviewer = partner.person(Role.PARTNER_ANALYST);
        String id = Typologies.drafted(analyst);
        String copy = Typologies.shown(id, partner).statusCode(201).extract().path("id");
        Typologies.review(reviewer, copy, "CHILD_PROTECTION", "ENDORSED").statusCode(201);
        String read = as(reviewer)
                .get("/api/v1/review-copies/" + copy)
                .then()
                .extract()
                .path("digest");
        String digest = as(analyst)
                .body(Map.of("communities", List.of("REPORTING_ENTITY"), "participants", List.of()))
                .post("/api/v1/typologies/" + id + "/handovers")
                .then()
                .statusCode(200)
                .extract()
                .path("digest");
        // the publication has looked for blocks, and can't yet end the review
        List<Response> answers = Races.during(
                "select id from review_copy where id = ? for no key update",
                UUID.fromString(copy),
                List.of(
                        () -> as(supervisor)
                                .body(Map.of("decision", "APPROVE", "digest", digest))
                                .post("/api/v1/typologies/" + id + "/decisions"),
                        () -> as(reviewer)
                                .body(Map.of(
                                        "perspective",
                                        "CHILD_PROTECTION",
                                        "verdict",
                                        "BLOCKED",
                                        "reason",
                                        "It names a child.",
                                        "digest",
                                        read))
                                .post("/api/v1/review-copies/" + copy + "/reviews")));
        answers.get(0).then().statusCode(200);
        answers.get(1).then().statusCode(409).body("violations.code", contains("review_over"));
    }

    @Test
    void whoBlocksWhileTheDraftIsWrittenAnewLearnsThatTheReviewIsOver() throws Exception {
        Person analyst = Institutions.fiu().person(Role.FIU_ANALYST);
        Institution partner = Institutions.admit(ParticipantKind.PARTNER);
        String code = Typologies.code();
        String path = "/api/v1/typologies/"
                + as(analyst)
                        .body(Typologies.content(code))
                        .post("/api/v1/typologies")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String copy = Typologies.shown(path.substring(path.lastIndexOf('/') + 1), partner)
                .statusCode(201)
                .extract()
                .path("id");
        String etag = as(analyst).get(path).then().statusCode(200).extract().header("ETag");
        blockedMeanwhile(partner, copy, () -> as(analyst)
                .header("If-Match", etag)
                .body(Typologies.content(code).replace("Collector account", "Gathering account"))
                .put(path));
    }

    @Test
    void whoBlocksWhileTheTypologyIsRetiredLearnsThatTheReviewIsOver() throws Exception {
        Person analyst = Institutions.fiu().person(Role.FIU_ANALYST);
        Person supervisor = Institutions.fiu().person(Role.FIU_SUPERVISOR);
        Institution partner = Institutions.admit(ParticipantKind.PARTNER);
        String id = Typologies.drafted(analyst);
        String path = "/api/v1/typologies/" + id;
        Typologies.publish(id, Map.of("communities", List.of("REPORTING_ENTITY"), "participants", List.of()));
        as(analyst).post(path + "/versions").then().statusCode(201);
        String copy = Typologies.shown(id, partner).statusCode(201).extract().path("id");
        as(analyst)
                .body(Map.of("reason", Map.of("id", "Tidak terlihat lagi.", "en", "No longer seen.")))
                .post(path + "/retirements")
                .then()
                .statusCode(200);
        String digest =
                as(supervisor).get(path + "/versions/1").then().extract().path("retirement.digest");
        blockedMeanwhile(partner, copy, () -> as(supervisor)
                .body(Map.of("decision", "APPROVE", "digest", digest))
                .post(path + "/retirement-decisions"));
    }

    /** What ends the review comes first, and waits for the copy; the block waits for it and comes too late. */
    private static void blockedMeanwhile(Institution partner, String copy, Callable<Response> ending) throws Exception {
        Person reviewer = partner.person(Role.PARTNER_ANALYST);
        String read = as(reviewer)
                .get("/api/v1/review-copies/" + copy)
                .then()
                .statusCode(200)
                .extract()
                .path("digest");
        List<Response> answers = Races.during(
                "select id from review_copy where id = ? for no key update",
                UUID.fromString(copy),
                List.of(ending, () -> as(reviewer)
                        .body(Map.of(
                                "perspective",
                                "CHILD_PROTECTION",
                                "verdict",
                                "BLOCKED",
                                "reason",
                                "It names a child.",
                                "digest",
                                read))
                        .post("/api/v1/review-copies/" + copy + "/reviews")));
        answers.get(0).then().statusCode(200);
        answers.get(1).then().statusCode(409).body("violations.code", contains("review_over"));
    }
}
