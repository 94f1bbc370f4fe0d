package org.simpul.matrix;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.Role;
import org.simpul.shared.Reference;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

/** Requests to unmask that were agreed to and are closed again: one of each who may ask, and one of another bank. */
final class Unmaskings {
    private static final List<Principal> ASKERS = List.of(
            Principal.INVESTIGATOR,
            Principal.COMPLIANCE_OFFICER,
            Principal.FIU_ANALYST,
            Principal.FIU_SUPERVISOR,
            Principal.LE_OFFICER,
            Principal.LE_SUPERVISOR);

    private final Cast cast;
    private final Map<Principal, Target> own = new EnumMap<>(Principal.class);
    private final Target others;

    Unmaskings(Cast cast) {
        this.cast = cast;
        for (Principal asker : ASKERS) {
            Institution institution = cast.institution(asker.kind);
            boolean isOfABank = cast.isBank(asker);
            own.put(
                    asker,
                    closed(
                            institution,
                            cast.people.get(asker),
                            institution.person(asker.role),
                            isOfABank ? "REFERRAL" : "DISSEMINATION",
                            isOfABank ? "FILING" : "LOCATE_AND_PROTECT"));
        }
        others = closed(
                cast.otherBank,
                cast.otherBank.person(Role.INVESTIGATOR),
                cast.otherBank.person(Role.COMPLIANCE_OFFICER),
                "REFERRAL",
                "FILING");
    }

    List<Target> targets(Principal principal, Relation relation) {
        return switch (relation) {
            case OWN -> own(principal);
            case OTHERS -> List.of(others);
            default -> List.of();
        };
    }

    private List<Target> own(Principal principal) {
        if (own.containsKey(principal)) {
            return List.of(own.get(principal));
        }
        if (cast.isBank(principal)) {
            return List.of(own.get(Principal.INVESTIGATOR));
        }
        return cast.isFiu(principal) ? List.of(own.get(Principal.FIU_ANALYST)) : List.of();
    }

    private static Target closed(Institution institution, Person asker, Person second, String kind, String purpose) {
        UUID id = UUID.randomUUID();
        Database.updateAsSuperuser(
                """
                insert into unmasking (id, owner, object_kind, object_id, version_id, subject_id, reference, purpose, reason,
                  status, requested_by, requested_at, decided_by, decided_at, closes_at)
                values (?, ?, ?, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), ?, ?, 'Whom to call.',
                  'APPROVED', ?, now() - interval '1 hour', ?, now() - interval '1 hour', now() - interval '45 minutes')
                """,
                id,
                institution.id(),
                kind,
                Reference.random("S"),
                purpose,
                Drafts.id(asker),
                Drafts.id(second));
        return Target.of(id);
    }
}
