package org.simpul.identifier.correction;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.identifier.Identifier;

/** An identifier that stands on no list of ours. */
@Schema(name = "ConfirmedFalsePositive")
public record FalsePositiveView(UUID id, Identifier identifier, String reason, Instant confirmedAt) {
    static FalsePositiveView of(FalsePositive row) {
        return new FalsePositiveView(row.id, row.identifier(), row.reason, row.confirmedAt);
    }
}
