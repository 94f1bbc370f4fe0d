package org.simpul.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.shared.Ids;

/** Events that commit with the act, and are handled after it, at least once, by {@link OutboxDispatcher}. */
@ApplicationScoped
public class Outbox {
    private final EntityManager database;
    private final CurrentCaller current;
    private final InstantSource clock;

    Outbox(EntityManager database, CurrentCaller current, InstantSource clock) {
        this.database = database;
        this.current = current;
        this.clock = clock;
    }

    /**
     * @param kind e.g. {@code referral.submitted}
     * @param objectId what it happened to; an event carries nothing else
     */
    public void put(String kind, UUID objectId) {
        OutboxEvent event = new OutboxEvent();
        event.id = Ids.next();
        event.owner = current.get().participantId();
        event.kind = kind;
        event.objectId = objectId;
        event.createdAt = clock.instant();
        event.dueAt = event.createdAt;
        database.persist(event);
    }
}
