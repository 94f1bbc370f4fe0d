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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
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
        put(List.of(notification));
    }

    /** Puts many at once, e.g. one for each institution of a community. */
    public void put(List<Notification> notifications) {
        List<UUID> ids = notifications.stream().map(each -> Ids.next()).toList();
        database.createNativeQuery(
                        """
                        insert into outbox_notification
                          (id, owner, to_participant, to_person, permission, object_kind, object_id, urgent)
                        select n.id, :owner, n.to_participant, n.to_person, n.permission, n.object_kind, n.object_id, n.urgent
                        from unnest(:ids, :to, :persons, :permissions, :objectKinds, :objectIds, :urgent)
                          n (id, to_participant, to_person, permission, object_kind, object_id, urgent)
                        """)
                .setParameter("owner", current.get().participantId())
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("to", column(notifications, Notification::to, UUID[]::new))
                .setParameter("persons", column(notifications, Notification::person, UUID[]::new))
                .setParameter(
                        "permissions",
                        column(notifications, each -> each.permission().text(), String[]::new))
                .setParameter("objectKinds", column(notifications, Notification::objectKind, String[]::new))
                .setParameter("objectIds", column(notifications, Notification::objectId, UUID[]::new))
                .setParameter("urgent", column(notifications, Notification::urgent, Boolean[]::new))
                .executeUpdate();
        for (int i = 0; i < ids.size(); i++) {
            outbox.put(notifications.get(i).urgent() ? URGENT : ROUTINE, ids.get(i));
        }
    }

    private static <T> T[] column(
            List<Notification> notifications, Function<Notification, @Nullable T> value, IntFunction<T[]> array) {
        return notifications.stream().map(value).toArray(array);
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
