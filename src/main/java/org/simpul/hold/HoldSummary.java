package org.simpul.hold;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A hold in a list, without the accounts. */
@Schema(name = "HoldSummary")
record HoldSummary(
        UUID id,
        String reference,
        HoldKind kind,
        HoldStatus status,
        String from,
        String institution,
        HoldMeasure measure,
        @Nullable Instant endsAt) {}
