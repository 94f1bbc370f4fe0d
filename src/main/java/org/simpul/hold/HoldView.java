package org.simpul.hold;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.sharing.Handling;

/**
 * A hold as its two sides see it.
 *
 * @param from who asks, orders or tells
 * @param institution whose accounts they are
 * @param measure what is to be done with the accounts; {@code handling} says what may be done beyond it
 * @param answers what the institution did
 * @param desk what its owner alone sees; null for the other side
 */
@Schema(name = "Hold")
record HoldView(
        UUID id,
        String reference,
        HoldKind kind,
        HoldStatus status,
        String from,
        String institution,
        HoldMeasure measure,
        Handling handling,
        HoldGround ground,
        String legalBasis,
        List<Identifier> accounts,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        List<Step> steps,
        List<Answer> answers,
        @Nullable Desk desk) {

    /** A sealed version: the request, its extension, the release. */
    @Schema(name = "HoldStep")
    record Step(
            VersionStep step,
            String officialReference,
            LocalDate officialDate,
            int workingDays,
            @Nullable Instant endsAt,
            @Nullable Instant at) {

        static Step from(HoldVersion version) {
            return new Step(
                    version.step,
                    version.officialReference,
                    version.officialDate,
                    version.workingDays,
                    version.endsAt,
                    version.sealedAt);
        }
    }

    /** A row of the institution. */
    @Schema(name = "HoldAnswer")
    record Answer(
            AnswerKind answer,
            Instant doneAt,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            String reference,
            @Nullable RefusalReason reason,
            Instant at) {

        static Answer from(HoldAnswer row) {
            return new Answer(row.kind, row.doneAt, row.amount, row.currency, row.reference, row.reason, row.at);
        }
    }

    /**
     * The owner's own.
     *
     * @param open what waits to be handed over or decided on; null when nothing does
     * @param digest of what waits for a decision
     * @param origins those that the reader sees
     */
    @Schema(name = "HoldDesk")
    record Desk(
            long revision,
            @Nullable Step open,
            @Nullable String digest,
            @Nullable String returnReason,
            List<Origin> origins) {}
}
