package org.simpul.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.shared.Ids;

/** Notifications that commit with the act; room {@code delivery} brings them to their addressees afterwards. */
@ApplicationScoped
public class Notifications {
    /** Kind of the event that each leaves, with the id of the notification. */
    public static final String KIND = "notification";

    private final EntityManager database;
    private final CurrentCaller current;
    private final Outbox outbox;

    Notifications(EntityManager database, CurrentCaller current, Outbox outbox) {
        this.database = database;
        this.current = current;
        this.outbox = outbox;
    }

    public void put(Notification notification) {
        UUID id = Ids.next();
        database.createNativeQuery(
                        """
                        insert into outbox_notification
                          (id, owner, to_participant, to_person, permission, object_kind, object_id, urgent)
                        values (:id, :owner, :to, :person, :permission, :objectKind, :objectId, :urgent)
                        """)
                .setParameter("id", id)
                .setParameter("owner", current.get().participantId())
                .setParameter("to", notification.to())
                .setParameter("person", notification.person())
                .setParameter("permission", notification.permission().text())
                .setParameter("objectKind", notification.objectKind())
                .setParameter("objectId", notification.objectId())
                .setParameter("urgent", notification.urgent())
                .executeUpdate();
        outbox.put(KIND, id);
    }
}
