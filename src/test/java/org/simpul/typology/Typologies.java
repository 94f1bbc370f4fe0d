package org.simpul.typology;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

/** Typologies to draft in tests: sound, and each with a code of its own. */
public final class Typologies extends HubTest {
    private static final String PATH = "/api/v1/typologies";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Typologies() {}

    public static String code() {
        return "X" + System.nanoTime() % 1_000_000_000 + COUNT.incrementAndGet();
    }

    public static String content(String code) {
        return content(code, "Rekening penampung", 60, 2, flag("RF-901", "NETWORK", 40), flag("RF-902", "REMARK", 30));
    }

    /** A draft of the FIU. */
    public static String drafted(Person analyst) {
        return as(analyst)
                .body(content(code()))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Has the open draft endorsed by a partner of its own. */
    public static void endorse(String id) {
        Institution partner = Institutions.admit(ParticipantKind.PARTNER);
        String copy = shown(id, partner).statusCode(201).extract().path("id");
        review(partner.person(Role.PARTNER_ANALYST), copy, "CHILD_PROTECTION", "ENDORSED")
                .statusCode(201);
    }

    /** Gives the draft to a partner for review. */
    public static ValidatableResponse shown(String id, Institution... partners) {
        return as(Institutions.fiu().person(Role.FIU_ANALYST))
                .body(Map.of(
                        "reviewers",
                        List.of(partners).stream().map(Institution::alias).toList()))
                .post(PATH + "/" + id + "/review-copies")
                .then();
    }

    /** Says something to what the copy says now. */
    public static ValidatableResponse review(Person reviewer, String copy, String perspective, String verdict) {
        String path = "/api/v1/review-copies/" + copy;
        String digest = as(reviewer).get(path).then().statusCode(200).extract().path("digest");
        return as(reviewer)
                .body(Map.of(
                        "perspective",
                        perspective,
                        "verdict",
                        verdict,
                        "reason",
                        "Read with the eyes of a child.",
                        "digest",
                        digest))
                .post(path + "/reviews")
                .then();
    }

    /** Endorses the draft, hands it over and publishes it. */
    public static void publish(String id, Map<String, Object> audience) {
        endorse(id);
        String digest = as(Institutions.fiu().person(Role.FIU_ANALYST))
                .body(audience)
                .post(PATH + "/" + id + "/handovers")
                .then()
                .statusCode(200)
                .extract()
                .path("digest");
        as(Institutions.fiu().person(Role.FIU_SUPERVISOR))
                .body(Map.of("decision", "APPROVE", "digest", digest))
                .post(PATH + "/" + id + "/decisions")
                .then()
                .statusCode(200);
    }

    static String content(String code, String title, int threshold, int atLeast, String... flags) {
        return """
                {"code":"%s","title":{"id":"%s","en":"Collector account"},
                "summary":{"id":"Banyak pengirim, satu penerima.","en":"Many senders, one receiver."},
                "narrative":{"id":"Uang masuk dari banyak pihak.","en":"Money comes in from many parties."},
                "predicate_offence":"CHILD_SEXUAL_EXPLOITATION","jurisdictions":["ID"],
                "channels":["REMITTANCE","E_WALLET"],"handling":{"tlp":"TLP:AMBER","pap":"PAP:AMBER"},
                "combination":{"threshold":%d,"at_least":%d},"red_flags":[%s]}"""
                .formatted(code, title, threshold, atLeast, String.join(",", flags));
    }

    static String flag(String code, String category, int weight) {
        return """
                {"code":"%s","text":{"id":"Banyak pengirim","en":"Many senders"},"category":"%s","weight":%d,
                "provenance":{"publisher":"FATF","date":"2025-03","reference":"FATF, March 2025",
                "verification":"SECONDARY"}}"""
                .formatted(code, category, weight);
    }
}
