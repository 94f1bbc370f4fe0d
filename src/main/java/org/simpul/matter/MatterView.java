package org.simpul.matter;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A registered matter.
 *
 * @param reason why it was last extended, or closed
 */
@Schema(name = "Matter")
record MatterView(
        UUID id,
        String number,
        String offence,
        MatterStatus status,
        Instant registeredAt,
        Instant expiresAt,
        @Nullable String reason) {

    static MatterView from(Matter matter, Instant now) {
        return new MatterView(
                matter.id,
                matter.number,
                matter.offence,
                matter.statusAt(now),
                matter.registeredAt,
                matter.expiresAt,
                matter.reason);
    }
}
