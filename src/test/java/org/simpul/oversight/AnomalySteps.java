package org.simpul.oversight;

import java.util.UUID;
import org.simpul.shared.Ids;
import org.simpul.testing.Drafts;
import org.simpul.testing.Institutions.Institution;

/** An anomaly in a test, as the job leaves it. */
public final class AnomalySteps {
    private AnomalySteps() {}

    public static UUID raised(Institution owner, UUID person) {
        UUID id = Ids.next();
        Drafts.execute(
                """
                insert into anomaly (id, owner, person_id, rule, occasion, acts, first_at, last_at, raised_at)
                values (?, ?, ?, 'OUT_OF_HOURS', '2026-03-07', 7, now(), now(), now())
                """,
                id,
                owner.id(),
                person);
        return id;
    }

    public static void review(UUID anomaly, Institution auditors) {
        Drafts.execute(
                """
                insert into anomaly_review (id, owner, anomaly_id, verdict, note, reviewed_by, at)
                values (gen_random_uuid(), ?, ?, 'EXPLAINED', 'None.', gen_random_uuid(), now())
                """,
                auditors.id(),
                anomaly);
    }
}
