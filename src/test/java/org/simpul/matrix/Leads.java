package org.simpul.matrix;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Person;

/** Leads of a partner. */
final class Leads extends HubTest {
    private final Cast cast;
    private final Target given;
    private final Target recalled;

    Leads(Cast cast) {
        this.cast = cast;
        Person partner = cast.institution(ParticipantKind.PARTNER).person(Role.PARTNER_ANALYST);
        given = lead(partner);
        recalled = lead(partner);
        Database.updateAsSuperuser(
                "update disclosure set recalled_at = now() where object_id = ?", UUID.fromString(recalled.id()));
    }

    static Map<String, Object> form() {
        return Map.of(
                "identifiers",
                List.of(Map.of("type", "BANK_ACCOUNT", "scope", "ID:014", "value", "1234567890")),
                "source",
                "HOTLINE",
                "observed_on",
                "2026-03-01",
                "child_at_risk",
                false);
    }

    private static Target lead(Person partner) {
        return Target.of(as(partner)
                .body(form())
                .post("/api/v1/leads")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id"));
    }

    List<Target> targets(Principal principal, Relation relation) {
        if (cast.isFiu(principal)) {
            return switch (relation) {
                case DISCLOSED -> List.of(given);
                case RECALLED -> List.of(recalled);
                default -> List.of();
            };
        }
        return relation == Relation.OTHERS ? List.of(given) : List.of();
    }
}
