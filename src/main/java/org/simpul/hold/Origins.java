package org.simpul.hold;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.outbox.NotifiedObjects;

/** Which of the objects that gave the reason for a hold the caller sees; asked of the rooms that have them. */
@ApplicationScoped
class Origins {
    private final List<NotifiedObjects> rooms;

    Origins(@All List<NotifiedObjects> rooms) {
        this.rooms = rooms;
    }

    /** In the order given. A kind that no room answers for is seen by nobody. */
    List<Origin> seen(List<Origin> origins) {
        Map<OriginKind, Set<UUID>> asked = origins.stream()
                .collect(Collectors.groupingBy(Origin::kind, Collectors.mapping(Origin::id, Collectors.toSet())));
        Set<Origin> seen = new HashSet<>();
        asked.forEach((kind, ids) -> rooms.stream()
                .filter(room -> room.kind().equals(kind.name()))
                .flatMap(room -> room.seen(ids).stream())
                .forEach(id -> seen.add(new Origin(kind, id))));
        return origins.stream().filter(seen::contains).toList();
    }
}
