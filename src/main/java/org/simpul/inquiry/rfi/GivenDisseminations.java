package org.simpul.inquiry.rfi;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.outbox.NotifiedObjects;
import org.simpul.shared.Problem;
import org.simpul.sharing.Ledger;
import org.simpul.sharing.ObjectKind;

/** What the FIU has disseminated to an agency, and may name in an answer to it. */
@ApplicationScoped
class GivenDisseminations {
    private final Ledger ledger;
    private final List<NotifiedObjects> rooms;

    GivenDisseminations(Ledger ledger, @All List<NotifiedObjects> rooms) {
        this.ledger = ledger;
        this.rooms = rooms;
    }

    /** @throws Problem INVALID for one that the caller does not see, or that the asker does not have now */
    void requireGiven(@Nullable UUID dissemination, UUID asker) {
        if (dissemination != null
                && !(isSeen(dissemination) && ledger.isGiven(ObjectKind.DISSEMINATION_VERSION, dissemination, asker))) {
            throw Problem.invalid("dissemination_id", "unknown_value");
        }
    }

    private boolean isSeen(UUID dissemination) {
        return rooms.stream()
                .filter(room -> room.kind().equals(ObjectKind.DISSEMINATION_VERSION.name()))
                .anyMatch(room -> !room.seen(List.of(dissemination)).isEmpty());
    }
}
