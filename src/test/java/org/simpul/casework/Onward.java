package org.simpul.casework;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.simpul.access.Role;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.simpul.casework.Desk.by;

/** Steps of a consent, and of what is handed on under it, in a test. */
public final class Onward {
    private Onward() {}

    static Map<String, Object> form(String dissemination, Institution... recipients) {
        Map<String, Object> form = new HashMap<>();
        form.put("dissemination_id", dissemination);
        form.put("scope", recipients.length == 0 ? "EXPORT" : "ONWARD");
        if (recipients.length > 0) {
            form.put("recipients", Stream.of(recipients).map(Institution::alias).toList());
        }
        form.put("purpose", "LOCATE_AND_PROTECT");
        form.put("reason", "The account is used in their province.");
        form.put("until", Instant.now().plus(30, ChronoUnit.DAYS).toString());
        return form;
    }

    static ValidatableResponse ask(Person who, Map<String, ?> form) {
        return by(who).body(form).post("/api/v1/consents").then();
    }

    static String asked(Institution asker, String dissemination, Institution... recipients) {
        return ask(asker.person(Role.LE_OFFICER), form(dissemination, recipients))
                .statusCode(201)
                .extract()
                .path("id");
    }

    static ValidatableResponse decide(Person who, String consent, Map<String, ?> decision) {
        return by(who).body(decision)
                .post("/api/v1/consents/" + consent + "/decisions")
                .then();
    }

    static String granted(Desk desk, Institution asker, String dissemination, Institution... recipients) {
        String consent = asked(asker, dissemination, recipients);
        decide(desk.supervisor, consent, Map.of("decision", "GRANT")).statusCode(200);
        return consent;
    }

    static ValidatableResponse revoke(Person who, String consent) {
        return by(who).body(Map.of("reason", "The suspicion has fallen away."))
                .post("/api/v1/consents/" + consent + "/revocations")
                .then();
    }

    static ValidatableResponse draft(Person who, Map<String, ?> form) {
        return by(who).body(form).post("/api/v1/onward-disclosures").then();
    }

    static ValidatableResponse approve(Person who, String onward, String digest) {
        return by(who).body(Map.of("decision", "APPROVE", "digest", digest))
                .post("/api/v1/onward-disclosures/" + onward + "/decisions")
                .then();
    }

    /** By two persons of the giver, to all whom the consent names. */
    static String handedOn(Institution giver, String consent) {
        return handedOn(giver, Map.of("consent_id", consent));
    }

    static String handedOn(Institution giver, Map<String, ?> form) {
        var draft = draft(giver.person(Role.LE_OFFICER), form).statusCode(201).extract();
        String id = draft.path("id");
        approve(giver.person(Role.LE_SUPERVISOR), id, draft.path("digest")).statusCode(200);
        return id;
    }

    static ValidatableResponse takeBack(Person who, String onward) {
        return by(who).body(Map.of("reason", "It was handed to the wrong unit."))
                .post("/api/v1/onward-disclosures/" + onward + "/recalls")
                .then();
    }

    static List<String> codes(ValidatableResponse answer) {
        return answer.extract().path("violations.code");
    }
}
