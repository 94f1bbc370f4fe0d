package org.simpul.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantDirectory.Member;

/**
 * That something that was received is recalled, or superseded.
 *
 * @param from name of whoever it came from
 * @param originator name of the FIU whose it is
 * @param disseminationId the address under which it was read; nothing is found there any more once it is recalled
 * @param reference of what was recalled
 * @param instruction what to do now
 * @param readAt when the signed notice was read
 * @param keptByLaw why it has to be kept, as the recipient said
 * @param confirmedAt when the deletion was confirmed; null while it is waited for
 */
@Schema(name = "RecallNotice")
public record RecallNoticeView(
        UUID id,
        RecallNoticeKind kind,
        String from,
        String originator,
        UUID disseminationId,
        String reference,
        String instruction,
        Instant recalledAt,
        @Nullable Instant readAt,
        @Nullable String keptByLaw,
        @Nullable Instant confirmedAt) {

    /**
     * @param members whose names it tells
     * @param receipts the recipient's own, of this notice
     */
    static RecallNoticeView of(
            RecallNotice notice, Map<UUID, Member> members, String instruction, List<DisseminationResponse> receipts) {
        return new RecallNoticeView(
                notice.id,
                notice.kind,
                members.get(notice.from()).name(),
                members.get(notice.owner).name(),
                notice.versionId,
                notice.reference,
                instruction,
                notice.at,
                receipt(receipts, ResponseKind.RECALL_READ).map(row -> row.at).orElse(null),
                receipt(receipts, ResponseKind.KEPT_BY_LAW).map(row -> row.note).orElse(null),
                receipt(receipts, ResponseKind.DELETION_CONFIRMED)
                        .map(row -> row.at)
                        .orElse(null));
    }

    private static Optional<DisseminationResponse> receipt(List<DisseminationResponse> receipts, ResponseKind kind) {
        return receipts.stream().filter(row -> row.kind == kind).findFirst();
    }
}
