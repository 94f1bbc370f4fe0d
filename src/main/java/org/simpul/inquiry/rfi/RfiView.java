package org.simpul.inquiry.rfi;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Purpose;
import org.simpul.sharing.Handling;

/**
 * A request for information, as whoever asks reads it.
 *
 * @param egmontReference of what crosses a border
 * @param searchId of an agency: its search that it asks on after
 * @param origins threads of agencies that it asks on
 * @param recipients names of those whom it would reach now; once it is issued, of those whom it was asked of
 * @param threads one for each of them, once it is issued
 * @param aloneActId of the act by which one person issued it; null else
 * @param digest of what waits for a decision
 * @param nilReturns how many said that they have nothing; told once it is over
 */
@Schema(name = "Rfi")
record RfiView(
        UUID id,
        RfiStatus status,
        Purpose purpose,
        String predicateOffence,
        String legalBasis,
        @Nullable UUID caseId,
        @Nullable String matter,
        @Nullable String egmontReference,
        @Nullable UUID searchId,
        Question question,
        boolean preserve,
        boolean urgent,
        @Nullable Instant answerBy,
        Handling handling,
        @Nullable ScopeRule scope,
        List<UUID> origins,
        List<String> recipients,
        List<Line> threads,
        @Nullable UUID aloneActId,
        long revision,
        @Nullable String digest,
        @Nullable String returnReason,
        Instant createdAt,
        @Nullable Instant issuedAt,
        @Nullable Instant closedAt,
        @Nullable Integer nilReturns) {

    /** How far one of those is who are asked. */
    @Schema(name = "RfiThreadLine")
    record Line(UUID id, String reference, String institution, ThreadStatus status, Instant dueAt) {}
}
