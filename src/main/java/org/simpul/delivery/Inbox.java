package org.simpul.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PeopleDirectory;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.shared.Ids;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Writes an item down for its addressee, with a sending for each channel; the same notification only once. */
@ApplicationScoped
class Inbox {
    static final String KIND = "NOTIFICATION";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PeopleDirectory people;
    private final ItemRepository items;
    private final Channels channels;
    private final AuditLog audit;
    private final InstantSource clock;

    Inbox(
            CurrentCaller current,
            AccessPolicy policy,
            PeopleDirectory people,
            ItemRepository items,
            Channels channels,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.people = people;
        this.items = items;
        this.channels = channels;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return whether it was new, and its addressee still there */
    @Transactional
    boolean receive(UUID sourceId, Notification notification) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        items.queue(caller.participantId());
        if (items.isKnown(scope, sourceId) || isGone(caller, notification)) {
            return false;
        }
        Item item = new Item();
        item.id = Ids.next();
        item.owner = caller.participantId();
        item.sourceId = sourceId;
        item.position = items.lastPosition(scope) + 1;
        item.personId = notification.person();
        item.permission = notification.permission().text();
        item.objectKind = notification.objectKind();
        item.objectId = notification.objectId();
        item.urgent = notification.urgent();
        item.at = clock.instant();
        items.persistAndFlush(item);
        channels.prepare(scope, item);
        audit.record(DeliveryAct.NOTIFICATION_RECEIVED, audited(item));
        return true;
    }

    private boolean isGone(Caller caller, Notification notification) {
        UUID person = notification.person();
        return person != null && people.roles(caller.participantId(), person).isEmpty();
    }

    static AuditedObject audited(Item item) {
        return new AuditedObject(KIND, item.id, item.owner);
    }
}
