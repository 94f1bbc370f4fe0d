package org.simpul.matrix;

import java.util.List;
import java.util.Map;
import org.simpul.inquiry.interest.InterestSteps;
import org.simpul.testing.Institutions.Institution;

/** Interests of agencies, withdrawn. */
final class Interests {
    private final Cast cast;
    private final Target own;
    private final Target others;

    Interests(Cast cast) {
        this.cast = cast;
        own = withdrawn(cast.agency);
        others = withdrawn(cast.otherAgency);
    }

    private static Target withdrawn(Institution agency) {
        InterestSteps steps = new InterestSteps(agency);
        String id = steps.registered(Map.of("name", "Bagas Wirya"));
        steps.withdraw(id).then().statusCode(200);
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
