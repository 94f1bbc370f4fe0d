package org.simpul.oversight;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.simpul.testing.HubTest;
import org.simpul.testing.Person;

/** A breach in a test. */
public final class BreachSteps extends HubTest {
    static final String BREACHES = "/api/v1/breaches";

    private BreachSteps() {}

    public static Map<String, Object> form() {
        return form(Instant.now().minus(1, ChronoUnit.HOURS));
    }

    static Map<String, Object> form(Instant discovered) {
        return Map.of(
                "category",
                "CONFIDENTIALITY",
                "discovered_at",
                discovered.toString(),
                "systems",
                "Export of disseminations",
                "persons",
                "UP_TO_10",
                "controllers",
                List.of("fiu"),
                "text",
                "An export was sent to the wrong unit.");
    }

    public static Map<String, Object> step(String step, String text) {
        return new HashMap<>(Map.of("step", step, "text", text));
    }

    /** @return its id */
    public static String recorded(Person supervisor) {
        return recorded(supervisor, Instant.now().minus(1, ChronoUnit.HOURS));
    }

    static String recorded(Person supervisor, Instant discovered) {
        return as(supervisor)
                .body(form(discovered))
                .post(BREACHES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
