package org.simpul.typology.review;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** A block and the publication that it would stop: one of them is first, and the other learns it. */
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
}
