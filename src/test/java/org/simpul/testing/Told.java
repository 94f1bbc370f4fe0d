package org.simpul.testing;

import java.util.List;
import java.util.UUID;

/** Notifications that were put out, in the order in which they were; each as whom, what for, and how urgent. */
public final class Told {
    private Told() {}

    /** @return e.g. {@code all referral.triage urgent}, or the person's id in the place of {@code all} */
    public static List<String> about(UUID object) {
        return Database.queryAsSuperuser(
                        """
                        select coalesce(cast(to_person as text), 'all') || ' ' || permission
                          || case when urgent then ' urgent' else ' routine' end
                        from outbox_notification where object_id = ? order by id
                        """,
                        object)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** @return how many of them went to the institution */
    public static long to(UUID institution, UUID object) {
        return Drafts.count("from outbox_notification where object_id = ? and to_participant = ?", object, institution);
    }
}
