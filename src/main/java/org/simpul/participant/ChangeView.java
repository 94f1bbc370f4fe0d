package org.simpul.participant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantKind;

/**
 * A proposed change as those who admit see it.
 *
 * @param digest what an approval names
 * @param checkedAt when the provider was looked at; null for not since the last edit
 * @param findings what that look found wrong, as codes of violations
 * @param approvedBy kinds of the institutions that have approved this digest: FIU, SUPERVISOR
 * @param approvalsNeeded kinds of which each must approve; of several kinds in one entry one is enough
 */
@Schema(name = "ParticipantChange")
record ChangeView(
        UUID id,
        UUID participantId,
        ChangeKind change,
        ChangeStatus status,
        String name,
        ParticipantKind kind,
        @Nullable String sector,
        String jurisdiction,
        Agreement agreement,
        List<String> roles,
        ProviderView identityProvider,
        String digest,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable Instant checkedAt,
        List<String> findings,
        List<ParticipantKind> approvedBy,
        List<String> approvalsNeeded,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    static ChangeView from(
            ParticipantChange change,
            Institution content,
            ProviderView provider,
            List<ParticipantKind> approvedBy,
            List<String> needed) {
        return new ChangeView(
                change.id,
                change.participantId,
                change.change,
                change.status,
                content.name(),
                content.kind(),
                content.sector(),
                content.jurisdiction(),
                content.agreement(),
                content.roles(),
                provider,
                change.digest,
                change.proposedBy,
                change.proposedAt,
                change.checkedAt,
                List.of(change.findings),
                approvedBy,
                needed,
                change.decidedAt,
                change.reason);
    }
}
