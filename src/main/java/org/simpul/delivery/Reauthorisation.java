package org.simpul.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.simpul.outbox.NotifiedObjects.NotifiedObject;
import org.simpul.outbox.NotifiedRooms;

/** Asks whether the objects of notifications are still seen by the current caller. */
@ApplicationScoped
class Reauthorisation {
    private final NotifiedRooms rooms;

    Reauthorisation(NotifiedRooms rooms) {
        this.rooms = rooms;
    }

    /** @throws IllegalStateException for a kind that no room answers for: its event waits for a hub that knows it */
    void requireKnown(String kind) {
        if (!rooms.isKnown(kind)) {
            throw new IllegalStateException("no room answers for notifications about " + kind);
        }
    }

    /** @return the items whose objects are seen, in their order */
    List<Item> seen(Collection<Item> items) {
        Set<NotifiedObject> seen =
                rooms.seen(items.stream().map(Reauthorisation::object).collect(Collectors.toSet()));
        return items.stream().filter(item -> seen.contains(object(item))).toList();
    }

    /** @return whether everybody of the institution may know of it, as a mailbox or a webhook of the institution does */
    boolean isSeenByAll(Item item) {
        return !rooms.seenByAll(Set.of(object(item))).isEmpty();
    }

    private static NotifiedObject object(Item item) {
        return new NotifiedObject(item.objectKind, item.objectId);
    }
}
