package org.simpul.identifier;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An identifier on the exclusion list. */
@Schema(name = "Exclusion")
public record ExclusionView(UUID id, Identifier identifier, ExclusionReason reason, Instant addedAt) {
    static ExclusionView from(Exclusion exclusion) {
        return new ExclusionView(exclusion.id, exclusion.identifier(), exclusion.reason, exclusion.addedAt);
    }
}
