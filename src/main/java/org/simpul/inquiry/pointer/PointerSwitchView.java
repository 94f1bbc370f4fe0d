package org.simpul.inquiry.pointer;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A switch of the pointer.
 *
 * @param agency name of the agency
 * @param digest of the proposal; the decision names it
 * @param proposedBy login
 * @param decidedBy login; null until it is decided on
 * @param endedAt when it was switched off; null where it ended by itself
 */
@Schema(name = "PointerSwitch")
record PointerSwitchView(
        UUID id,
        String agency,
        String predicateOffence,
        String reason,
        Instant endsAt,
        PointerSwitchStatus status,
        String digest,
        @Nullable String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String declineReason,
        @Nullable Instant endedAt) {

    static PointerSwitchView from(PointerSwitch row, String agency, Map<UUID, String> logins, Instant now) {
        return new PointerSwitchView(
                row.id,
                agency,
                row.predicateOffence,
                row.reason,
                row.endsAt,
                row.statusAt(now),
                row.digest,
                logins.get(row.proposedBy),
                row.proposedAt,
                row.decidedBy == null ? null : logins.get(row.decidedBy),
                row.decidedAt,
                row.declineReason,
                row.endedAt);
    }
}
