package org.simpul.matrix;

import java.util.List;
import java.util.UUID;
import org.simpul.access.ParticipantKind;
import org.simpul.hold.HoldSteps;
import org.simpul.testing.Database;

/** Holds of the FIU, of banks and of agencies. */
final class Holds {
    private final Cast cast;
    private final Target asked;
    private final Target recalled;
    private final Target draft;
    private final Target askedOfOthers;
    private final Target postponed;
    private final Target postponedByOthers;
    private final Target postponedAndRecalled;
    private final Target ordered;
    private final Target orderedByOthers;

    Holds(Cast cast) {
        this.cast = cast;
        HoldSteps fiu = new HoldSteps();
        asked = Target.of(fiu.requested(HoldSteps.halt(cast.bank, HoldSteps.anyAccount())));
        recalled = recalled(fiu.requested(HoldSteps.halt(cast.bank, HoldSteps.anyAccount())));
        draft = Target.of(fiu.drafted(HoldSteps.halt(cast.bank, HoldSteps.anyAccount())));
        askedOfOthers = Target.of(fiu.requested(HoldSteps.halt(cast.otherBank, HoldSteps.anyAccount())));
        postponed = Target.of(HoldSteps.postponed(cast.bank, HoldSteps.anyAccount()));
        postponedByOthers = Target.of(HoldSteps.postponed(cast.otherBank, HoldSteps.anyAccount()));
        postponedAndRecalled = recalled(HoldSteps.postponed(cast.otherBank, HoldSteps.anyAccount()));
        ordered = Target.of(HoldSteps.recorded(cast.agency, cast.bank, HoldSteps.anyAccount()));
        orderedByOthers = Target.of(HoldSteps.recorded(cast.otherAgency, cast.bank, HoldSteps.anyAccount()));
    }

    private static Target recalled(String id) {
        Database.updateAsSuperuser(
                "update disclosure set recalled_at = now() where object_id in (select id from hold_version where hold_id = ?)",
                UUID.fromString(id));
        return Target.of(id);
    }

    List<Target> targets(Principal principal, Relation relation) {
        if (cast.isFiu(principal)) {
            return switch (relation) {
                case OWN -> List.of(asked);
                case DISCLOSED -> List.of(postponedByOthers, ordered);
                case RECALLED -> List.of(postponedAndRecalled);
                default -> List.of();
            };
        }
        if (principal.kind == ParticipantKind.REPORTING_ENTITY && principal != Principal.SUSPENDED) {
            return switch (relation) {
                case OWN -> List.of(postponed);
                case DISCLOSED -> List.of(asked);
                case RECALLED -> List.of(recalled);
                default -> List.of(draft, askedOfOthers, postponedByOthers, ordered);
            };
        }
        if (cast.isAgency(principal)) {
            return switch (relation) {
                case OWN -> List.of(ordered);
                case OTHERS -> List.of(orderedByOthers, asked, postponed);
                default -> List.of();
            };
        }
        return relation == Relation.OTHERS ? List.of(asked) : List.of();
    }
}
