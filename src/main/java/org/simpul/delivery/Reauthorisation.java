package org.simpul.delivery;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.simpul.outbox.NotifiedObjects;

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
        Map<String, Set<UUID>> asked = items.stream()
                .collect(Collectors.groupingBy(
                        item -> item.objectKind, Collectors.mapping(item -> item.objectId, Collectors.toSet())));
        Map<String, Set<UUID>> seen = asked.entrySet().stream()
                .filter(kind -> rooms.containsKey(kind.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, kind -> answer.apply(rooms.get(kind.getKey()), kind.getValue())));
        return items.stream()
                .filter(item -> seen.getOrDefault(item.objectKind, Set.of()).contains(item.objectId))
                .toList();
    }
}
