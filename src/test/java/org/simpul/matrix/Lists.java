package org.simpul.matrix;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.identifier.list.ListSteps;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;

/** Lists of identifiers: their drafts wait for a second person, who never comes. */
final class Lists extends HubTest {
    /** What stands on each of them. */
    private static final String LISTED = ListSteps.account();

    private final Cast cast;
    private final Target given;
    private final Target ofOthers;
    private final Target recalled;
    private final Target copied;

    Lists(Cast cast, Copies copies) {
        this.cast = cast;
        given = waiting(ListSteps.to(cast.bank, cast.agency));
        ofOthers = waiting(ListSteps.to(cast.otherBank, cast.otherAgency));
        recalled = waiting(ListSteps.to(cast.bank, cast.agency));
        Database.updateAsSuperuser(
                "update disclosure set recalled_at = now() where object_id in"
                        + " (select id from identifier_list_edition where list_id = ?)",
                UUID.fromString(recalled.id()));
        copied = copies.list(given);
    }

    static Map<String, Object> entries() {
        return Map.of("entries", List.of(ListSteps.entry(ListSteps.account())));
    }

    static Map<String, Object> removals() {
        return Map.of("identifiers", List.of(ListSteps.identifier(ListSteps.account())));
    }

    static Map<String, Object> sighting() {
        return Map.of(
                "identifier",
                ListSteps.identifier(LISTED),
                "kind",
                "SEEN",
                "times",
                1,
                "seen_from",
                "2026-03-01",
                "seen_until",
                "2026-03-01");
    }

    static Map<String, Object> opening() {
        return Map.of("operation", "ADD", "on_error", "REJECT_ALL");
    }

    /** With an edition, an import that has ended, and a draft that waits. */
    private static Target waiting(ListSteps list) {
        list.with(LISTED).published();
        ValidatableResponse run =
                as(list.analyst).body(opening()).post(list.path() + "/imports").then();
        String id = run.statusCode(201).extract().path("id");
        as(list.analyst)
                .contentType("text/csv")
                .body("type,scope,value\nBANK_ACCOUNT,ID:014,%s\n"
                        .formatted(ListSteps.account())
                        .getBytes())
                .put(list.path() + "/imports/" + id + "/content")
                .then()
                .statusCode(200);
        list.handOver().statusCode(200);
        return Target.of(list.id).with("importId", id);
    }

    List<Target> targets(Principal principal, Relation relation) {
        boolean reads = cast.isBank(principal) || cast.isAgency(principal);
        return switch (relation) {
            case OWN -> cast.isFiu(principal) ? List.of(given) : List.of();
            case DISCLOSED -> reads ? List.of(given) : List.of();
            case RECALLED -> reads ? List.of(recalled) : List.of();
            default -> List.of(cast.isFiu(principal) ? copied : reads ? ofOthers : given);
        };
    }
}
