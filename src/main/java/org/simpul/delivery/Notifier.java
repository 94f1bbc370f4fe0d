package org.simpul.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.SystemActor;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.outbox.OutboxHandler;

/**
 * Takes each notification over to its addressee, whose it is from then on. Whoever is not admitted by now gets nothing:
 * it finds what it missed in its lists once it is back.
 */
@ApplicationScoped
class Notifier implements OutboxHandler {
    static final String NAME = "notifier";

    private final Notifications notifications;
    private final ParticipantDirectory directory;
    private final SystemActor actor;
    private final Reauthorisation reauthorisation;
    private final Inbox inbox;

    Notifier(
            Notifications notifications,
            ParticipantDirectory directory,
            SystemActor actor,
            Reauthorisation reauthorisation,
            Inbox inbox) {
        this.notifications = notifications;
        this.directory = directory;
        this.actor = actor;
        this.reauthorisation = reauthorisation;
        this.inbox = inbox;
    }

    @Override
    public String kind() {
        return Notifications.ROUTINE;
    }

    @Override
    public void handle(UUID id) {
        Notification notification = notifications.read(id);
        reauthorisation.requireKnown(notification.objectKind());
        directory
                .admittedOf(List.of(notification.to()))
                .forEach(member -> actor.act(NAME, member, () -> inbox.receive(id, notification)));
    }
}
