package org.simpul.matrix;

import java.util.List;
import java.util.UUID;
import org.simpul.access.Role;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Machine;

/** People and machines: of the bank, and of another one. */
final class Company extends HubTest {
    private final Cast cast;
    private final Target colleague;
    private final Target stranger;
    private final Target machineAsAPerson;
    private final Target machine;
    private final Target machineOfOthers;

    Company(Cast cast) {
        this.cast = cast;
        colleague = Target.of(Drafts.id(cast.bank.person(Role.INVESTIGATOR)));
        stranger = Target.of(Drafts.id(cast.otherBank.person(Role.INVESTIGATOR)));
        machineAsAPerson = Target.of(Machine.of(cast.bank, Role.INVESTIGATOR).id());
        machine = Target.of(revoked(cast.bank));
        machineOfOthers =
                Target.of(Machine.of(cast.otherBank, Role.INVESTIGATOR).id());
    }

    /** A machine is none of the people. */
    List<Target> people(Principal principal, Relation relation) {
        return switch (relation) {
            case OWN -> cast.isBank(principal) ? List.of(colleague) : List.of();
            case OTHERS -> cast.isBank(principal) ? List.of(stranger, machineAsAPerson) : List.of(colleague);
            default -> List.of();
        };
    }

    List<Target> machines(Principal principal, Relation relation) {
        return switch (relation) {
            case OWN -> cast.isBank(principal) ? List.of(machine) : List.of();
            case OTHERS -> List.of(cast.isBank(principal) ? machineOfOthers : machine);
            default -> List.of();
        };
    }

    private static UUID revoked(Institution bank) {
        String id = Machine.of(bank, Role.INVESTIGATOR).id();
        as(bank.person(Role.PARTICIPANT_ADMIN))
                .post("/api/v1/machine-clients/" + id + "/revocations")
                .then()
                .statusCode(200);
        return UUID.fromString(id);
    }
}
