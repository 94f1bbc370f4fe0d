package org.simpul.typology.practice;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.simpul.testing.HubTest;
import org.simpul.testing.Person;

/** What people of institutions do with typologies that are published to them. */
public final class PracticeSteps extends HubTest {
    private PracticeSteps() {}

    public static ValidatableResponse adopt(Person person, String typology, int number) {
        return as(person)
                .post("/api/v1/typologies/" + typology + "/versions/" + number + "/adoptions")
                .then();
    }

    public static ValidatableResponse end(Person person, String adoption) {
        return as(person)
                .post("/api/v1/typology-adoptions/" + adoption + "/ends")
                .then();
    }

    public static Map<String, Object> redFlag() {
        return Map.of(
                "text",
                Map.of("id", "Isi ulang pulsa sebelum kiriman kecil.", "en", "Airtime top-ups before small transfers."),
                "category",
                "TRANSACTION_PATTERN",
                "observation",
                "Seen in eleven alerts.");
    }

    public static ValidatableResponse propose(Person person, String typology) {
        return as(person)
                .body(redFlag())
                .post("/api/v1/typologies/" + typology + "/red-flag-proposals")
                .then();
    }

    public static ValidatableResponse decide(Person supervisor, String proposal, Map<String, Object> decision) {
        return as(supervisor)
                .body(decision)
                .post("/api/v1/red-flag-proposals/" + proposal + "/decisions")
                .then();
    }

    public static Map<String, Object> declined() {
        return Map.of("decision", "DECLINE", "reason", "T04 has it as RF-016.");
    }

    public static Map<String, Object> accepted(String code) {
        return Map.of("decision", "ACCEPT", "code", code, "weight", 15);
    }
}
