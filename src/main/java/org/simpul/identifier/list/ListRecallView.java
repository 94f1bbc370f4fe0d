package org.simpul.identifier.list;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A recall of what went out of a list, for its owner.
 *
 * @param edition the newest that it takes back, with all before it
 * @param declineReason why it was declined
 */
@Schema(name = "IdentifierListRecall")
record ListRecallView(
        UUID id,
        UUID listId,
        int edition,
        ListRecallStatus status,
        String reason,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String declineReason) {

    static ListRecallView of(ListRecall recall) {
        return new ListRecallView(
                recall.id,
                recall.listId,
                recall.edition,
                recall.status,
                recall.reason,
                recall.proposedBy,
                recall.proposedAt,
                recall.decidedBy,
                recall.decidedAt,
                recall.declineReason);
    }
}
