package org.simpul.identifier.sighting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.identifier.Identifier;

/** What we said of an entry; we alone read it. */
@Schema(name = "Sighting")
record SightingView(
        UUID id,
        UUID listId,
        Identifier identifier,
        SightingKind kind,
        int times,
        LocalDate seenFrom,
        LocalDate seenUntil,
        Instant reportedAt) {

    static SightingView of(Sighting sighting) {
        return new SightingView(
                sighting.id,
                sighting.listId,
                sighting.identifier(),
                sighting.kind,
                sighting.times,
                sighting.seenFrom,
                sighting.seenUntil,
                sighting.reportedAt);
    }
}
