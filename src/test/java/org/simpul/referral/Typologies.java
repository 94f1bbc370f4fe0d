package org.simpul.referral;

import java.util.List;
import java.util.Map;
import org.simpul.access.Role;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;

/** A typology that the FIU has published to all reporting entities. */
final class Typologies extends HubTest {
    private static final String TYPOLOGIES = "/api/v1/typologies";
    private static final String CONTENT =
            """
            {"code":"REF-%d","title":{"id":"Rekening penampung","en":"Collector account"},
            "summary":{"id":"Banyak pengirim.","en":"Many senders."},
            "narrative":{"id":"Uang masuk dari banyak pihak.","en":"Money comes in from many parties."},
            "predicate_offence":"CHILD_SEXUAL_EXPLOITATION","jurisdictions":["ID"],"channels":["E_WALLET"],
            "handling":{"tlp":"TLP:AMBER","pap":"PAP:AMBER"},"combination":{"threshold":60,"at_least":2},
            "red_flags":[%s,%s]}""";
    private static final String FLAG =
            """
            {"code":"%s","text":{"id":"Banyak pengirim","en":"Many senders"},"category":"NETWORK","weight":40,
            "provenance":{"publisher":"Simpul","date":"2025-03","reference":"Practitioner background",
            "verification":"BACKGROUND"}}""";

    private static String published;

    private Typologies() {}

    /** A red flag that every reporting entity may cite. */
    static synchronized Map<String, Object> redFlag() {
        if (published == null) {
            published = publish();
        }
        return Map.of("typology_version_id", published, "red_flag_code", "RF-01", "note", "seen in March");
    }

    private static String publish() {
        Institution fiu = Institutions.fiu();
        String content =
                CONTENT.formatted(System.nanoTime() % 1_000_000, FLAG.formatted("RF-01"), FLAG.formatted("RF-02"));
        String id = as(fiu.person(Role.FIU_ANALYST))
                .body(content)
                .post(TYPOLOGIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        org.simpul.typology.Typologies.publish(
                id, Map.of("communities", List.of("REPORTING_ENTITY"), "participants", List.of()));
        return as(fiu.person(Role.FIU_ANALYST))
                .get(TYPOLOGIES + "/" + id)
                .then()
                .extract()
                .path("version_id");
    }
}
