package org.simpul.matrix;

import java.util.List;
import java.util.UUID;
import org.simpul.testing.Database;
import org.simpul.testing.Institutions.Institution;

/** Recalls that were declined, the FIU's and another's; and notices of recalls whose deletion is confirmed. */
final class Recalls {
    private final Cast cast;
    private final Target declined;
    private final Target copy;
    private final Target own;
    private final Target others;

    Recalls(Cast cast, Target disclosed, Target recalled, Target ofAnotherAgency, Target copied) {
        this.cast = cast;
        UUID theirs = recall(disclosed);
        declined = Target.of(theirs);
        copy = Target.of(recall(copied));
        own = notice(theirs, recalled, cast.agency);
        others = notice(theirs, ofAnotherAgency, cast.otherAgency);
    }

    List<Target> recalls(Principal principal, Relation relation) {
        boolean fiu = cast.isFiu(principal);
        return switch (relation) {
            case OWN -> fiu ? List.of(declined) : List.of();
            case OTHERS -> List.of(fiu ? copy : declined);
            default -> List.of();
        };
    }

    /** For an agency, what it was told is its own. */
    List<Target> notices(Principal principal, Relation relation) {
        boolean agency = cast.isAgency(principal);
        return switch (relation) {
            case OWN -> agency ? List.of(own) : List.of();
            case OTHERS -> agency ? List.of(others) : List.of(own, others);
            default -> List.of();
        };
    }

    private static UUID recall(Target dissemination) {
        UUID id = UUID.randomUUID();
        Database.updateAsSuperuser(
                """
                insert into dissemination_recall (id, owner, version_id, deliveries, reason, status, requested_by,
                  requested_at, decided_by, decided_at)
                select ?, owner, id, array[gen_random_uuid()], 'WRONG_CONTENT', 'DECLINED', gen_random_uuid(), now(),
                  gen_random_uuid(), now() from dissemination_version where id = ?
                """,
                id,
                UUID.fromString(dissemination.id()));
        return id;
    }

    private static Target notice(UUID recall, Target dissemination, Institution agency) {
        UUID id = UUID.randomUUID();
        UUID version = UUID.fromString(dissemination.id());
        Database.updateAsSuperuser(
                """
                insert into recall_notice (id, owner, recipient, recall_id, version_id, reference, at)
                select ?, owner, ?, ?, id, reference, now() from dissemination_version where id = ?
                """,
                id,
                agency.id(),
                recall,
                version);
        Database.updateAsSuperuser(
                """
                insert into dissemination_response (id, owner, object_id, object_owner, kind, notice_id, written_by, at)
                select gen_random_uuid(), ?, id, owner, 'DELETION_CONFIRMED', ?, gen_random_uuid(), now()
                from dissemination_version where id = ?
                """,
                agency.id(),
                id,
                version);
        return Target.of(id);
    }
}
