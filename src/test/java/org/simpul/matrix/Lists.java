package org.simpul.matrix;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.Role;
import org.simpul.identifier.list.ListSteps;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Person;

/** Lists of identifiers: their drafts wait for a second person, who never comes. */
final class Lists extends HubTest {
    /** What stands on each of them. */
    private static final String LISTED = ListSteps.account();

    private final Cast cast;
    private final Target given;
    private final Target ofOthers;
    private final Target recalled;
    private final Target copied;
    private final Target correction;
    private final Target correctionOfOthers;
    private final Target copiedCorrection;
    private final Target falsePositive;

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
        correction = declined(cast.bank.person(Role.INVESTIGATOR), given);
        correctionOfOthers = declined(cast.otherBank.person(Role.INVESTIGATOR), ofOthers);
        copiedCorrection = copies.correction(correction);
        falsePositive = Target.of(falsePositive());
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

    static Map<String, Object> correction() {
        return Map.of("identifier", ListSteps.identifier(LISTED), "kind", "ENDED", "reason", "The account was closed.");
    }

    static Map<String, Object> declined() {
        return Map.of("decision", "DECLINE", "reason", "It is in use.");
    }

    static Map<String, Object> recallDecision() {
        return Map.of("decision", "APPROVE", "recall_id", UUID.randomUUID().toString());
    }

    private static Target declined(Person person, Target list) {
        String id = as(person)
                .body(correction())
                .post(ListSteps.PATH + "/" + list.id() + "/corrections")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(Institutions.fiu().person(Role.FIU_SUPERVISOR))
                .body(declined())
                .post("/api/v1/identifier-corrections/" + id + "/decisions")
                .then()
                .statusCode(200);
        return Target.of(UUID.fromString(id));
    }

    private static UUID falsePositive() {
        UUID id = UUID.randomUUID();
        Database.updateAsSuperuser(
                """
                insert into confirmed_false_positive (id, owner, type, scope, value, correction_id, reason, confirmed_by,
                  confirmed_at)
                values (?, ?, 'BANK_ACCOUNT', 'ID:014', ?, ?, 'A charity.', ?, now())""",
                id,
                Institutions.fiu().id(),
                ListSteps.account(),
                UUID.randomUUID(),
                UUID.randomUUID());
        return id;
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

    /** Only the bank has proposed. */
    List<Target> corrections(Principal principal, Relation relation) {
        boolean bank = cast.isBank(principal) && principal != Principal.SUSPENDED;
        return switch (relation) {
            case OWN -> bank || cast.isFiu(principal) ? List.of(correction) : List.of();
            case OTHERS -> List.of(cast.isFiu(principal) ? copiedCorrection : bank ? correctionOfOthers : correction);
            default -> List.of();
        };
    }

    List<Target> falsePositives(Principal principal, Relation relation) {
        return switch (relation) {
            case OWN -> cast.isFiu(principal) ? List.of(falsePositive) : List.of();
            case OTHERS -> cast.isFiu(principal) ? List.of() : List.of(falsePositive);
            default -> List.of();
        };
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
