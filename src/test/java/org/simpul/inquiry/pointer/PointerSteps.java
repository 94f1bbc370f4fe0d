package org.simpul.inquiry.pointer;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;
import org.simpul.testing.Wire;

/** Switches of the pointer and searches that ask it, in a test. */
public final class PointerSteps extends HubTest {
    public static final String SWITCHES = "/api/v1/pointer-switches";
    static final String OFFENCE = "CHILD_SEXUAL_EXPLOITATION";

    private PointerSteps() {}

    public static Map<String, Object> form(Institution agency) {
        return new HashMap<>(Map.of(
                "agency",
                agency.alias(),
                "predicate_offence",
                OFFENCE,
                "reason",
                "Agreement of 3 March",
                "ends_at",
                Instant.now().plus(1, ChronoUnit.DAYS).toString()));
    }

    static ValidatableResponse propose(Person who, Map<String, Object> form) {
        return as(who).body(form).post(SWITCHES).then();
    }

    static ValidatableResponse decide(Person who, String id, String decision, String digest) {
        Map<String, Object> body = new HashMap<>(Map.of("decision", decision, "digest", digest));
        if (decision.equals("DECLINE")) {
            body.put("reason", "Not agreed.");
        }
        return as(who).body(body).post(SWITCHES + "/" + id + "/decisions").then();
    }

    public static String declined(Institution agency) {
        return decided(agency, "DECLINE");
    }

    /** @return id of the switch */
    public static String on(Institution agency) {
        return decided(agency, "APPROVE");
    }

    private static String decided(Institution agency, String decision) {
        Institution fiu = Institutions.fiu();
        var proposed = propose(fiu.person(Role.FIU_SUPERVISOR), form(agency))
                .statusCode(201)
                .extract();
        decide(fiu.person(Role.FIU_SUPERVISOR), proposed.path("id"), decision, proposed.path("digest"))
                .statusCode(200);
        return proposed.path("id");
    }

    /** An officer at work under a live matter of the offence. */
    public record Officer(Institution agency, String matter, Person person) {
        public static Officer of(Institution agency) {
            return new Officer(agency, Desk.matter(agency), agency.person(Role.LE_OFFICER));
        }

        public Wire.Reply search(String phone) {
            return ask(Map.of("identifier", Map.of("type", "PHONE", "value", phone)));
        }

        Wire.Reply ask(Map<String, Object> question) {
            return Wire.send(
                    "POST",
                    "/api/v1/searches",
                    Map.of(
                            "Authorization",
                            "Bearer " + Tokens.of(person),
                            "Content-Type",
                            "application/json",
                            "Accept",
                            "application/json",
                            "Purpose",
                            "LOCATE_AND_PROTECT",
                            "Case-Reference",
                            matter),
                    question);
        }

        String pointer(String phone) {
            Wire.Reply reply = search(phone);
            if (reply.status() != 200) {
                throw new AssertionError(reply);
            }
            return reply.body().replaceAll(".*\"pointer\":\"?([A-Za-z]+).*", "$1");
        }

        /** As if nobody had asked today. */
        public void forgetQuota() {
            Database.updateAsSuperuser("update inquiry_quota set asked = 1 where owner = ?", agency.id());
        }

        /** What the pointer was asked by the agency, the newest first. */
        List<UUID> searches() {
            return Database.queryAsSuperuser(
                            "select id from pointer_search where owner = ? order by id desc", agency.id())
                    .stream()
                    .map(UUID.class::cast)
                    .toList();
        }
    }
}
