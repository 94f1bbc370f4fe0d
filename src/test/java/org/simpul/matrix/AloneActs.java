package org.simpul.matrix;

import java.util.List;
import java.util.UUID;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

/** Acts alone of each kind of institution that has some; they wait for their review. */
final class AloneActs {
    private final Cast cast;
    private final Target ofTheBank;
    private final Target ofAnotherBank;
    private final Target ofTheFiu;
    private final Target ofTheAgency;

    AloneActs(Cast cast, Target referral, Target ofAnother, Target dissemination, Target unmasking) {
        this.cast = cast;
        ofTheBank = act(cast.bank, cast.people.get(Principal.INVESTIGATOR), "SUBMISSION", referral);
        ofAnotherBank = act(cast.otherBank, cast.otherBank.person(Role.INVESTIGATOR), "SUBMISSION", ofAnother);
        Person analyst = cast.people.get(Principal.FIU_ANALYST);
        ofTheFiu = act(cast.institution(Principal.FIU_ANALYST.kind), analyst, "DISSEMINATION", dissemination);
        ofTheAgency = act(cast.agency, cast.people.get(Principal.LE_OFFICER), "UNMASK", unmasking);
    }

    List<Target> targets(Principal principal, Relation relation) {
        return switch (relation) {
            case OWN ->
                cast.isBank(principal)
                        ? List.of(ofTheBank)
                        : cast.isFiu(principal)
                                ? List.of(ofTheFiu)
                                : cast.isAgency(principal) ? List.of(ofTheAgency) : List.of();
            case OTHERS -> List.of(ofAnotherBank);
            default -> List.of();
        };
    }

    private static Target act(Institution owner, Person person, String kind, Target object) {
        UUID id = UUID.randomUUID();
        Database.updateAsSuperuser(
                """
                insert into alone_act (id, owner, kind, object_id, object_owner, ground, person_id, reason, makers,
                  content_digest, at, review_by)
                values (?, ?, ?, ?, ?, 'SELF_HARM_RISK', ?, 'None was reachable.', array[?]::uuid[],
                  repeat('0', 64), now(),
                  now() + interval '4 hours')
                """,
                id,
                owner.id(),
                kind,
                UUID.fromString(object.id()),
                owner.id(),
                Drafts.id(person),
                Drafts.id(person));
        return Target.of(id);
    }
}
