package org.simpul.identifier.correction;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;

/**
 * A proposed correction, for the proposing institution and the list's owner.
 *
 * @param institution name of the proposing institution; who in it proposed is told to nobody
 * @param right what it should be; null when it should not be there
 * @param answer the owner's reason
 */
@Schema(name = "IdentifierCorrection")
public record CorrectionView(
        UUID id,
        UUID listId,
        String institution,
        CorrectionStatus status,
        CorrectionKind kind,
        Identifier identifier,
        @Nullable Identifier right,
        String reason,
        Instant proposedAt,
        @Nullable Instant decidedAt,
        @Nullable String answer) {

    static CorrectionView of(Correction correction, @Nullable CorrectionDecision decision, String institution) {
        return new CorrectionView(
                correction.id,
                correction.objectId,
                institution,
                decision == null ? CorrectionStatus.PROPOSED : decision.status,
                correction.kind,
                correction.identifier(),
                correction.right(),
                correction.reason,
                correction.proposedAt,
                decision == null ? null : decision.decidedAt,
                decision == null ? null : decision.reason);
    }
}
