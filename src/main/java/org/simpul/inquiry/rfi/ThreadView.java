package org.simpul.inquiry.rfi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Purpose;
import org.simpul.sharing.Handling;

/**
 * What one institution is asked by another, as both of them read it.
 *
 * @param from who asks; to an institution always the FIU
 * @param matter of an agency that asks the FIU
 * @param egmontReference between FIUs, the reference of the Egmont channel
 * @param mayRefuse whether the route lets the asked refuse
 * @param dueAt with the extensions
 * @param draft the answer that is being written; null for the asker
 */
@Schema(name = "RfiThread")
record ThreadView(
        UUID id,
        String reference,
        String from,
        String to,
        Purpose purpose,
        String predicateOffence,
        String legalBasis,
        @Nullable String matter,
        @Nullable String egmontReference,
        Question question,
        boolean preserve,
        boolean urgent,
        boolean mayRefuse,
        Handling handling,
        Instant issuedAt,
        Instant dueAt,
        ThreadStatus status,
        List<Step> steps,
        List<Given> answers,
        @Nullable Draft draft) {

    /** What one side said. */
    @Schema(name = "RfiThreadStep")
    record Step(
            ThreadTransition step,
            @Nullable String text,
            @Nullable Instant until,
            @Nullable Refusal refusal,
            @Nullable AnswerUse used,
            @Nullable String letterNumber,
            @Nullable LocalDate letterDate,
            Instant at) {

        static Step from(RfiStep row) {
            return new Step(
                    row.kind, row.text, row.until, row.refusal, row.used, row.letterNumber, row.letterDate, row.at);
        }
    }

    /** An answer that was given. */
    @Schema(name = "RfiGivenAnswer")
    record Given(int number, Outcome outcome, Instant at) {}

    /**
     * An answer that is being written.
     *
     * @param digest of what waits for the second person; null while it is written
     */
    @Schema(name = "RfiAnswerDraft")
    record Draft(
            int number,
            long revision,
            Outcome outcome,
            @Nullable Refusal refusal,
            @Nullable String note,
            @Nullable UUID disseminationId,
            AnswerContent content,
            @Nullable String digest,
            @Nullable String returnReason) {}
}
