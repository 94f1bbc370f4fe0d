package org.simpul.matrix;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.ParticipantKind;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

/** Working groups of the FIU: one that every kind of reader is inside of, one that they left, one of others. */
final class Circles extends HubTest {
    private static final String PATH = "/api/v1/working-groups/";

    private final Cast cast;
    private final Person supervisor;
    private final List<Institution> readers;
    private final Target inside;
    private final Target left;
    private final Target others;
    private final Target copy;

    Circles(Cast cast, Copies copies) {
        this.cast = cast;
        supervisor = cast.people.get(Principal.FIU_SUPERVISOR);
        readers = List.of(
                cast.bank,
                cast.agency,
                cast.institution(ParticipantKind.PARTNER),
                cast.institution(ParticipantKind.SUPERVISOR));
        inside = group(readers).with("participantId", cast.otherAgency.id());
        join(inside, cast.otherAgency);
        leave(inside, cast.otherAgency);
        left = group(readers);
        others = group(List.of(cast.otherBank));
        copy = copies.group(inside);
    }

    /** What is disclosed to each of them, once it has been; then all leave the one that they leave. */
    void leave() {
        readers.forEach(institution -> leave(left, institution));
    }

    String inside() {
        return inside.id();
    }

    String left() {
        return left.id();
    }

    String others() {
        return others.id();
    }

    List<Target> targets(Principal principal, Relation relation) {
        boolean fiu = cast.isFiu(principal);
        boolean reads = cast.isBank(principal)
                || cast.isAgency(principal)
                || cast.isPartner(principal)
                || cast.isSupervisor(principal);
        return switch (relation) {
            case OWN -> fiu ? List.of(inside) : List.of();
            case DISCLOSED -> reads ? List.of(inside) : List.of();
            case RECALLED -> reads ? List.of(left) : List.of();
            default -> List.of(fiu ? copy : others);
        };
    }

    private Target group(List<Institution> members) {
        String id = as(supervisor)
                .body(Map.of("name", "Group " + UUID.randomUUID(), "purpose", "Payments behind abuse"))
                .post("/api/v1/working-groups")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Target group = Target.of(id);
        members.forEach(member -> join(group, member));
        return group;
    }

    private void join(Target group, Institution member) {
        as(supervisor)
                .body(Map.of("participant", member.alias()))
                .post(PATH + group.id() + "/members")
                .then()
                .statusCode(200);
    }

    private void leave(Target group, Institution member) {
        as(supervisor)
                .post(PATH + group.id() + "/members/" + member.id() + "/departures")
                .then()
                .statusCode(200);
    }
}
