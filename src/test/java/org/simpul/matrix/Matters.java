package org.simpul.matrix;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.Role;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

/** Closed matters of agencies. */
final class Matters extends HubTest {
    private final Cast cast;
    private final Target own;
    private final Target others;

    Matters(Cast cast) {
        this.cast = cast;
        own = closed(cast.agency);
        others = closed(cast.otherAgency);
    }

    private static Target closed(Institution agency) {
        Person supervisor = agency.person(Role.LE_SUPERVISOR);
        String id = as(supervisor)
                .body(Calls.matter())
                .post("/api/v1/matters")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(supervisor)
                .body(Map.of("reason", "The judgment is final."))
                .post("/api/v1/matters/" + UUID.fromString(id) + "/closures")
                .then()
                .statusCode(200);
        return Target.of(id);
    }

    List<Target> targets(Principal principal, Relation relation) {
        return switch (relation) {
            case OWN -> cast.isAgency(principal) ? List.of(own) : List.of();
            case OTHERS -> List.of(cast.isAgency(principal) ? others : own);
            default -> List.of();
        };
    }
}
