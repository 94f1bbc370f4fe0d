package org.simpul.testing;

import java.sql.SQLException;
import java.util.UUID;
import org.simpul.testing.Institutions.Institution;

/** Consents in SQL, under the hub's role. */
public final class Grants {
    private Grants() {}

    /** One that was asked for, to hand a version on to one institution, for an hour. */
    public static UUID asked(Institution originator, Institution asker, UUID version, Institution recipient)
            throws SQLException {
        UUID id = UUID.randomUUID();
        Database.update(
                asker.id(),
                null,
                """
                insert into consent (id, owner, object_kind, object_id, object_owner, scope, recipients, purpose, reason, until,
                  asked_by, asked_at)
                values (?, ?, 'DISSEMINATION_VERSION', ?, ?, 'ONWARD', array[?::uuid], 'LOCATE_AND_PROTECT', 'R',
                  now() + interval '1 hour', gen_random_uuid(), now())
                """,
                id,
                asker.id(),
                version,
                originator.id(),
                recipient.id());
        return id;
    }

    /** @return what the originator has granted as it was asked for */
    public static UUID granted(Institution originator, Institution asker, UUID version, Institution recipient)
            throws SQLException {
        UUID consent = asked(originator, asker, version, recipient);
        say(originator, consent, "GRANTED");
        return consent;
    }

    /** Says something to a consent, in the name of whoever says it. */
    public static void say(Institution who, UUID consent, String outcome) throws SQLException {
        boolean granted = outcome.equals("GRANTED");
        Database.update(
                who.id(),
                null,
                """
                insert into consent_decision (id, owner, recipient, consent_id, outcome, recipients, until, reason, decided_by, at)
                select gen_random_uuid(), ?, c.owner, c.id, ?, case when ? then c.recipients else '{}' end,
                  case when ? then c.until end, case when ? then null else 'R' end, gen_random_uuid(), now()
                from consent c where c.id = ?
                """,
                who.id(),
                outcome,
                granted,
                granted,
                granted,
                consent);
    }
}
