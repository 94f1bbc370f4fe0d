package org.simpul.outbox;

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
import org.simpul.outbox.NotifiedObjects.NotifiedObject;

/** Asks the rooms, once for each kind, which objects the current caller sees. Denies what no room answers for. */
@ApplicationScoped
public class NotifiedRooms {
    private final Map<String, NotifiedObjects> rooms;

    NotifiedRooms(@All List<NotifiedObjects> rooms) {
        this.rooms = rooms.stream().collect(Collectors.toMap(NotifiedObjects::kind, Function.identity()));
    }

    public boolean isKnown(String kind) {
        return rooms.containsKey(kind);
    }

    public Set<UUID> seen(String kind, Collection<UUID> ids) {
        return seen(ids.stream().map(id -> new NotifiedObject(kind, id)).collect(Collectors.toSet())).stream()
                .map(NotifiedObject::id)
                .collect(Collectors.toSet());
    }

    public Set<NotifiedObject> seen(Set<NotifiedObject> objects) {
        return seen(objects, NotifiedObjects::seen);
    }

    /** @return those that everybody of the caller's institution may know of */
    public Set<NotifiedObject> seenByAll(Set<NotifiedObject> objects) {
        return seen(objects, NotifiedObjects::seenByAll);
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
}
