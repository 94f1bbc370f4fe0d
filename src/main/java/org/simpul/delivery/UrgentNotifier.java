package org.simpul.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.simpul.outbox.Notifications;
import org.simpul.outbox.OutboxHandler;

/** The same for what is urgent, which the outbox hands out before everything that is routine. */
@ApplicationScoped
class UrgentNotifier implements OutboxHandler {
    private final Notifier notifier;

    UrgentNotifier(Notifier notifier) {
        this.notifier = notifier;
    }

    @Override
    public String kind() {
        return Notifications.URGENT;
    }

    @Override
    public void handle(UUID id) {
        notifier.handle(id);
    }
}
