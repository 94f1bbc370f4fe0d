package org.simpul.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a recipient is with a version; shown to the FIU alone.
 *
 * @param disseminationId id of the version
 * @param givenBy name of whoever handed it on; null for the FIU
 * @param outcome the last one that was not corrected
 * @param owes what the recipient still owes, and {@code dueAt} since when it is reminded of it
 * @param exports how many copies the recipient took out of the hub
 * @param noticeReadAt when the recipient read that it was recalled
 * @param keptByLaw why the recipient has to keep it after the recall; null where it does not
 * @param deletionConfirmedAt when the recipient said that what it had taken out is deleted
 */
@Schema(name = "DisseminationDelivery")
public record DeliveryView(
        UUID id,
        UUID disseminationId,
        RecipientView to,
        @Nullable String givenBy,
        Progress progress,
        Instant deliveredAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Outcome outcome,
        Owed owes,
        Instant dueAt,
        int reminders,
        long exports,
        @Nullable Instant recalledAt,
        @Nullable Instant noticeReadAt,
        @Nullable String keptByLaw,
        @Nullable Instant deletionConfirmedAt) {

    /**
     * @param answers of this recipient to this version
     * @param exports copies that this recipient took of it
     */
    static DeliveryView from(
            DisseminationDelivery row,
            RecipientView to,
            @Nullable String givenBy,
            Collection<DisseminationResponse> answers,
            long exports) {
        Outcome outcome = DisseminationResponse.standing(answers)
                .max(Comparator.comparing(answer -> answer.id))
                .map(answer -> answer.outcome)
                .orElse(null);
        Collection<DisseminationResponse> receipts = row.recalledAt == null
                ? List.of()
                : answers.stream()
                        .filter(answer -> !answer.at.isBefore(row.recalledAt))
                        .toList();
        Instant deleted = at(receipts, ResponseKind.DELETION_CONFIRMED);
        String kept = receipts.stream()
                .filter(receipt -> receipt.kind == ResponseKind.KEPT_BY_LAW)
                .map(receipt -> receipt.note)
                .findFirst()
                .orElse(null);
        boolean settled =
                row.owes == Owed.DELETION ? deleted != null || kept != null : outcome != null && outcome.isFinal();
        return new DeliveryView(
                row.id,
                row.versionId,
                to,
                givenBy,
                row.recalledAt == null
                        ? Progress.of(
                                answers.stream().map(answer -> answer.kind).toList())
                        : Progress.RECALLED,
                row.deliveredAt,
                at(answers, ResponseKind.ACKNOWLEDGEMENT),
                outcome,
                settled ? Owed.NOTHING : row.owes,
                row.dueAt,
                row.reminders,
                exports,
                row.recalledAt,
                at(receipts, ResponseKind.RECALL_READ),
                kept,
                deleted);
    }

    private static @Nullable Instant at(Collection<DisseminationResponse> answers, ResponseKind kind) {
        return answers.stream()
                .filter(answer -> answer.kind == kind)
                .map(answer -> answer.at)
                .findFirst()
                .orElse(null);
    }
}
