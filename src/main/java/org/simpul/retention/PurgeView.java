package org.simpul.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A purge, and once it is finished its certificate: counts, dates and digests, and no content.
 *
 * @param digest of what was counted: what is ordered and approved
 * @param certificate SHA-256 over the canonical JSON of all this; the audit keeps it. Null until it is finished
 */
@Schema(name = "Purge")
public record PurgeView(
        UUID id,
        int scheduleNumber,
        PurgeStatus status,
        String digest,
        UUID countedBy,
        Instant countedAt,
        @Nullable UUID orderedBy,
        @Nullable Instant orderedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String declineReason,
        @Nullable Instant finishedAt,
        List<PurgedClass> classes,
        @Nullable String certificate) {

    /**
     * One class of it.
     *
     * @param expired how many were past their period when it was counted, those on hold and still needed among them
     * @param oldest the first day on which one of them was no longer kept; null where there is none
     * @param purged how many are gone
     * @param idsDigest the chain over their ids in order: h(n) = SHA-256(h(n-1) || id(n)), from 32 zero bytes on
     */
    @Schema(name = "PurgedClass")
    public record PurgedClass(
            RecordClass recordClass,
            long expired,
            long onHold,
            @Nullable LocalDate oldest,
            long purged,
            @Nullable LocalDate firstExpiry,
            @Nullable LocalDate lastExpiry,
            String idsDigest) {}

    /** @param certificate null while it is made */
    static PurgeView of(
            PurgeRun run, int number, List<PurgeClass> classes, Decisions decisions, @Nullable String certificate) {
        Optional<RetentionDecision> decision = decisions.decision();
        return new PurgeView(
                run.id,
                number,
                decisions.ofPurge(run.status),
                run.digest,
                run.countedBy,
                run.countedAt,
                run.orderedBy,
                run.orderedAt,
                decision.map(one -> one.personId).orElse(null),
                decision.map(one -> one.at).orElse(null),
                decision.map(one -> one.reason).orElse(null),
                run.finishedAt,
                classes.stream()
                        .map(one -> new PurgedClass(
                                one.recordClass,
                                one.expired,
                                one.onHold,
                                one.oldest,
                                one.purged,
                                one.firstExpiry,
                                one.lastExpiry,
                                one.chain))
                        .toList(),
                certificate);
    }
}
