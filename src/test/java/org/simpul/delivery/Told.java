package org.simpul.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.Permission;
import org.simpul.access.SystemActor;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.Institutions.Institution;

/** Puts notifications into the outbox, and brings them to their addressees. */
@ApplicationScoped
class Told {
    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final Notifications notifications;
    private final Notifier notifier;
    private final OutboxDispatcher outbox;

    Told(
            SystemActor actor,
            ParticipantDirectory directory,
            Notifications notifications,
            Notifier notifier,
            OutboxDispatcher outbox) {
        this.actor = actor;
        this.directory = directory;
        this.notifications = notifications;
        this.notifier = notifier;
        this.outbox = outbox;
    }

    /** Everything that waits in the outbox and is due. */
    void everything() {
        for (int i = 0;
                i < 40
                        && !Database.queryAsSuperuser(
                                        "select id from outbox_event where handled_at is null and due_at <= now() limit 1")
                                .isEmpty();
                i++) {
            outbox.drain();
        }
    }

    /** @return the id in the outbox of a notification that has arrived */
    UUID of(Institution to, @Nullable UUID person, Permission permission, UUID referral, boolean urgent) {
        UUID source = put(new Notification(to.id(), person, permission, "REFERRAL", referral, urgent));
        notifier.handle(source);
        return source;
    }

    /** @return the id in the outbox of a notification that waits there */
    UUID put(Notification notification) {
        var giver = directory.byId(List.of(notification.to())).get(notification.to());
        actor.act("test", giver, () -> {
            notifications.put(notification);
            return true;
        });
        return (UUID) Drafts.value(
                "select id from outbox_notification where to_participant = ? order by id desc limit 1",
                notification.to());
    }
}
