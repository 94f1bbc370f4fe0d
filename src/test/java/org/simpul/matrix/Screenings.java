package org.simpul.matrix;

import java.util.List;
import java.util.Map;
import org.simpul.access.Role;
import org.simpul.identifier.list.ListSteps;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

/** Files of values that have been asked. */
final class Screenings extends HubTest {
    private static final String PATH = "/api/v1/screening-runs";

    private final Cast cast;
    private final Target ofBank;
    private final Target ofOtherBank;
    private final Target ofFiu;

    Screenings(Cast cast) {
        this.cast = cast;
        ofBank = done(investigator(cast.bank));
        ofOtherBank = done(investigator(cast.otherBank));
        ofFiu = done(Institutions.fiu().person(Role.FIU_ANALYST));
    }

    private static Person investigator(Institution bank) {
        return bank.person(Role.INVESTIGATOR);
    }

    static Map<String, Object> opening() {
        return Map.of("defaults", Map.of("type", "BANK_ACCOUNT", "scope", "ID:014"));
    }

    private static Target done(Person person) {
        String id = as(person)
                .body(opening())
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(person)
                .contentType("text/csv")
                .body(("value\n" + ListSteps.account() + "\n").getBytes())
                .put(PATH + "/" + id + "/content")
                .then()
                .statusCode(200);
        return Target.of(id);
    }

    List<Target> targets(Principal principal, Relation relation) {
        return switch (relation) {
            case OWN -> cast.isFiu(principal) ? List.of(ofFiu) : cast.isBank(principal) ? List.of(ofBank) : List.of();
            case OTHERS -> List.of(cast.isBank(principal) ? ofOtherBank : ofBank);
            default -> List.of();
        };
    }
}
