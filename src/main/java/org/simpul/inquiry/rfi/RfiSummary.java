package org.simpul.inquiry.rfi;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request in a list, without what it asks. */
@Schema(name = "RfiSummary")
record RfiSummary(
        UUID id,
        RfiStatus status,
        String predicateOffence,
        @Nullable UUID caseId,
        @Nullable String matter,
        boolean urgent,
        Instant createdAt,
        @Nullable Instant issuedAt) {

    static RfiSummary from(Rfi rfi) {
        return new RfiSummary(
                rfi.id,
                rfi.status,
                rfi.predicateOffence,
                rfi.caseId,
                rfi.matter,
                rfi.urgent,
                rfi.createdAt,
                rfi.issuedAt);
    }
}
