package org.simpul.matrix;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.simpul.access.ParticipantKind;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.typology.Typologies;

/** Drafts of typologies that are shown to partners for review. */
final class Reviews extends HubTest {
    private final Cast cast;
    private final Supplier<String> draft;
    private final Target shown;
    private final Target recalled;
    private final Target toOthers;
    private final Target copied;

    Reviews(Cast cast, Supplier<String> draft, Copies copies) {
        this.cast = cast;
        this.draft = draft;
        Institution partner = cast.institution(ParticipantKind.PARTNER);
        Institution supervisor = cast.institution(ParticipantKind.SUPERVISOR);
        shown = copy(partner, supervisor);
        recalled = copy(partner, supervisor);
        Database.updateAsSuperuser(
                "update disclosure set recalled_at = now() where object_id = ?", UUID.fromString(recalled.id()));
        toOthers = copy(Institutions.admit(ParticipantKind.PARTNER));
        copied = copies.reviewCopy(toOthers);
    }

    private Target copy(Institution... reviewers) {
        return Target.of(Typologies.shown(draft.get(), reviewers)
                .statusCode(201)
                .extract()
                .<String>path("id"));
    }

    List<Target> targets(Principal principal, Relation relation) {
        if (cast.isFiu(principal)) {
            return switch (relation) {
                case OWN -> List.of(shown);
                case OTHERS -> List.of(copied);
                default -> List.of();
            };
        }
        boolean reviews = cast.isPartner(principal) || cast.isSupervisor(principal);
        return switch (relation) {
            case DISCLOSED -> reviews ? List.of(shown) : List.of();
            case RECALLED -> reviews ? List.of(recalled) : List.of();
            case OTHERS -> reviews ? List.of(toOthers, copied) : List.of(shown, toOthers);
            default -> List.of();
        };
    }
}
