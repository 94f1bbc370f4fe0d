package org.simpul.matter;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A registered matter. */
@Schema(name = "Matter")
record MatterView(UUID id, String number, String offence, Instant registeredAt, Instant expiresAt) {

    static MatterView from(Matter matter) {
        return new MatterView(matter.id, matter.number, matter.offence, matter.registeredAt, matter.expiresAt);
    }
}
