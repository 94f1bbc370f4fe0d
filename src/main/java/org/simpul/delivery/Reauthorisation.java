package org.simpul.delivery;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.outbox.NotifiedObjects.NotifiedObject;

/** Asks the rooms, once for each kind, which objects the current caller still sees. Denies what no room answers for. */
@ApplicationScoped
class Reauthorisation {
    private final Map<String, NotifiedObjects> rooms;

    Reauthorisation(@All List<NotifiedObjects> rooms) {
        this.rooms = rooms.stream().collect(Collectors.toMap(NotifiedObjects::kind, Function.identity()));
    }

    /** @throws IllegalStateException for a kind that no room answers for: its event waits for a hub that knows it */
    void requireKnown(String kind) {
        if (!rooms.containsKey(kind)) {
            throw new IllegalStateException("no room answers for notifications about " + kind);
        }
    }

    /** @return the items whose objects are seen, in their order */
    List<Item> seen(Collection<Item> items) {
        return seen(items, NotifiedObjects::seen);
    }

    /** @return whether everybody of the institution may know of it, as a mailbox or a webhook of the institution does */
    boolean isSeenByAll(Item item) {
        return !seen(List.of(item), NotifiedObjects::seenByAll).isEmpty();
    }

    private List<Item> seen(Collection<Item> items, BiFunction<NotifiedObjects, Collection<UUID>, Set<UUID>> answer) {
        Set<NotifiedObject> seen =
                seen(items.stream().map(Reauthorisation::object).collect(Collectors.toSet()), answer);
        return items.stream().filter(item -> seen.contains(object(item))).toList();
    }

    private Set<NotifiedObject> seen(
            Set<NotifiedObject> objects, BiFunction<NotifiedObjects, Collection<UUID>, Set<UUID>> answer) {
        Map<String, Set<UUID>> asked = objects.stream()
                .collect(Collectors.groupingBy(
                        NotifiedObject::kind, Collectors.mapping(NotifiedObject::id, Collectors.toSet())));
        Set<NotifiedObject> seen = new HashSet<>();
        Map<NotifiedObject, NotifiedObject> about = new HashMap<>();
        asked.forEach((kind, ids) -> {
            NotifiedObjects room = rooms.get(kind);
            if (room != null) {
                Set<UUID> own = answer.apply(room, ids);
                own.forEach(id -> seen.add(new NotifiedObject(kind, id)));
                room.about(own).forEach((id, other) -> about.put(new NotifiedObject(kind, id), other));
            }
        });
        if (!about.isEmpty()) {
            Set<NotifiedObject> behind = seen(Set.copyOf(about.values()), answer);
            seen.removeIf(object -> about.containsKey(object) && !behind.contains(about.get(object)));
        }
        return seen;
    }

    private static NotifiedObject object(Item item) {
        return new NotifiedObject(item.objectKind, item.objectId);
    }
}
