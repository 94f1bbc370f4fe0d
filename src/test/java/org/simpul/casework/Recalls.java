package org.simpul.casework;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.simpul.testing.Person;

/** Steps of a recall in a test. */
final class Recalls {
    private Recalls() {}

    static ValidatableResponse recall(Person who, String dissemination, Map<String, ?> form) {
        return Desk.by(who)
                .body(form)
                .post("/api/v1/disseminations/" + dissemination + "/recalls")
                .then();
    }

    static ValidatableResponse request(Person who, String dissemination, Map<String, ?> form) {
        return Desk.by(who)
                .body(form)
                .post("/api/v1/disseminations/" + dissemination + "/recall-requests")
                .then();
    }

    static ValidatableResponse decide(Person who, String recall, String decision) {
        return Desk.by(who)
                .body(Map.of("decision", decision))
                .post("/api/v1/recalls/" + recall + "/decisions")
                .then();
    }

    static ValidatableResponse notices(Person who) {
        return Desk.by(who).get("/api/v1/recall-notices").then().statusCode(200);
    }

    static ValidatableResponse confirm(Person who, String notice) {
        return Desk.by(who)
                .post("/api/v1/recall-notices/" + notice + "/deletions")
                .then();
    }
}
