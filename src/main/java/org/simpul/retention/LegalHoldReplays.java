package org.simpul.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.simpul.outbox.NotifiedRooms;
import org.simpul.shared.ReplayGuard;

/** Whoever does not see a legal hold any more is not told again what it did there. */
@ApplicationScoped
class LegalHoldReplays implements ReplayGuard {
    private final NotifiedRooms rooms;

    LegalHoldReplays(NotifiedRooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public String collection() {
        return "legal-holds";
    }

    @Override
    public boolean isSeen(UUID id) {
        return !rooms.seen(LegalHold.KIND, Set.of(id)).isEmpty();
    }
}
