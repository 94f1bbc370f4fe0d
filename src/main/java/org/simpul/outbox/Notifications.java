package org.simpul.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.Permission;
import org.simpul.shared.Ids;

/** Notifications that commit with the act; room {@code delivery} brings them to their addressees afterwards. */
@ApplicationScoped
public class Notifications {
    /** Kind of the event that a routine one leaves, with the id of the notification. */
    public static final String ROUTINE = "notification";

    /** The same of an urgent one, which goes first. */
    public static final String URGENT = "notification.urgent";

    private final EntityManager database;
    private final AgroalDataSource connections;
    private final CurrentCaller current;
    private final Outbox outbox;

    Notifications(EntityManager database, AgroalDataSource connections, CurrentCaller current, Outbox outbox) {
        this.database = database;
        this.connections = connections;
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
        outbox.put(notification.urgent() ? URGENT : ROUTINE, id);
    }

    /** Reads one for its delivery, in a transaction of its own, as the dispatcher: neither side's caller may. */
    public Notification read(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = connections.getConnection();
                    Statement role = connection.createStatement();
                    PreparedStatement select = connection.prepareStatement(
                            """
                            select to_participant, to_person, permission, object_kind, object_id, urgent
                            from outbox_notification where id = ?
                            """)) {
                role.execute("set local role simpul_dispatcher");
                select.setObject(1, id);
                return only(select);
            }
        });
    }

    private static Notification only(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("an event names a notification that is not there");
            }
            return new Notification(
                    row.getObject("to_participant", UUID.class),
                    row.getObject("to_person", UUID.class),
                    permission(row.getString("permission")),
                    row.getString("object_kind"),
                    row.getObject("object_id", UUID.class),
                    row.getBoolean("urgent"));
        }
    }

    private static Permission permission(String text) {
        return Arrays.stream(Permission.values())
                .filter(each -> each.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a permission that this hub does not know"));
    }
}
