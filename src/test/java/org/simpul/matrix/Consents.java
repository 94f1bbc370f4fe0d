package org.simpul.matrix;

import java.util.List;
import java.util.UUID;
import org.simpul.access.ParticipantKind;
import org.simpul.testing.Database;
import org.simpul.testing.Institutions.Institution;

/** Consents that were denied, and onward disclosures that were declined: what an agency asked of the FIU, and others did. */
final class Consents {
    private final Cast cast;
    private final Target asked;
    private final Target othersAsked;
    private final Target ofAnother;
    private final Target onward;
    private final Target othersOnward;

    /** @param copied a dissemination that the other agency owns */
    Consents(Cast cast, Target disclosed, Target ofAnotherAgency, Target copied) {
        this.cast = cast;
        UUID consent = consent(disclosed, cast.agency);
        UUID others = consent(ofAnotherAgency, cast.otherAgency);
        asked = Target.of(consent);
        othersAsked = Target.of(others);
        ofAnother = Target.of(consent(copied, cast.institution(ParticipantKind.SUPERVISOR)));
        onward = Target.of(onward(consent, cast.agency));
        othersOnward = Target.of(onward(others, cast.otherAgency));
    }

    /** The FIU decides; an agency reads what it asked for, and decides on nothing of another's. */
    List<Target> consents(Principal principal, Relation relation) {
        boolean fiu = cast.isFiu(principal);
        boolean agency = cast.isAgency(principal);
        return switch (relation) {
            case OWN -> fiu ? List.of(asked) : List.of();
            case DISCLOSED -> agency ? List.of(asked) : List.of();
            case OTHERS -> fiu ? List.of(ofAnother) : agency ? List.of(othersAsked) : List.of(asked, othersAsked);
            default -> List.of();
        };
    }

    List<Target> onward(Principal principal, Relation relation) {
        boolean agency = cast.isAgency(principal);
        return switch (relation) {
            case OWN -> agency ? List.of(onward) : List.of();
            case OTHERS -> agency ? List.of(othersOnward) : List.of(onward, othersOnward);
            default -> List.of();
        };
    }

    private UUID consent(Target dissemination, Institution asker) {
        UUID id = UUID.randomUUID();
        Database.updateAsSuperuser(
                """
                insert into consent (id, owner, object_kind, object_id, object_owner, scope, recipients, purpose, reason, until,
                  asked_by, asked_at)
                select ?, ?, 'DISSEMINATION_VERSION', id, owner, 'ONWARD', array[?::uuid], 'LOCATE_AND_PROTECT', 'R',
                  now() + interval '1 day', gen_random_uuid(), now() from dissemination_version where id = ?
                """,
                id,
                asker.id(),
                cast.institution(ParticipantKind.PARTNER).id(),
                UUID.fromString(dissemination.id()));
        Database.updateAsSuperuser(
                """
                insert into consent_decision (id, owner, recipient, consent_id, outcome, recipients, reason, decided_by, at)
                select gen_random_uuid(), object_owner, owner, id, 'DENIED', '{}', 'R', gen_random_uuid(), now()
                from consent where id = ?
                """,
                id);
        return id;
    }

    private static UUID onward(UUID consent, Institution giver) {
        UUID id = UUID.randomUUID();
        Database.updateAsSuperuser(
                """
                insert into onward_disclosure (id, owner, consent_id, recipients, legal_basis, tlp, pap, until, status, digest,
                  reason, drafted_by, drafted_at, decided_by, decided_at)
                select ?, ?, id, recipients, 'X', 'TLP:AMBER+STRICT', 'PAP:RED', until, 'DECLINED', repeat('a', 64), 'R',
                  gen_random_uuid(), now(), gen_random_uuid(), now() from consent where id = ?
                """,
                id,
                giver.id(),
                consent);
        return id;
    }
}
