package org.simpul.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a recipient is with a version; shown to the FIU alone.
 *
 * @param disseminationId id of the version
 * @param outcome the last one that was not corrected
 * @param owes what the recipient still owes, and {@code dueAt} since when it is reminded of it
 * @param deletionConfirmedAt when the recipient said that what it had taken out is deleted
 */
@Schema(name = "DisseminationDelivery")
public record DeliveryView(
        UUID id,
        UUID disseminationId,
        RecipientView to,
        Progress progress,
        Instant deliveredAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Outcome outcome,
        Owed owes,
        Instant dueAt,
        int reminders,
        @Nullable Instant recalledAt,
        @Nullable Instant deletionConfirmedAt) {

    /** @param answers of this recipient to this version */
    static DeliveryView from(DisseminationDelivery row, RecipientView to, Collection<DisseminationResponse> answers) {
        Outcome outcome = DisseminationResponse.standing(answers)
                .max(Comparator.comparing(answer -> answer.id))
                .map(answer -> answer.outcome)
                .orElse(null);
        Instant deleted = at(answers, ResponseKind.DELETION_CONFIRMED);
        boolean settled = row.owes == Owed.DELETION ? deleted != null : outcome != null && outcome.isFinal();
        return new DeliveryView(
                row.id,
                row.versionId,
                to,
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
                row.recalledAt,
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
