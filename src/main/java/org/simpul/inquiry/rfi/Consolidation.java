package org.simpul.inquiry.rfi;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to one request, together.
 *
 * @param progress how many of those who are asked are how far
 * @param nilReturns how many said that they have nothing; told once it is over
 */
@Schema(name = "RfiConsolidation")
record Consolidation(
        int asked, Map<ThreadStatus, Long> progress, @Nullable Integer nilReturns, List<Answered> answers) {

    /**
     * The last answer of one of them.
     *
     * @param content without transactions
     * @param transactions how many there are
     */
    @Schema(name = "RfiConsolidatedAnswer")
    record Answered(
            UUID threadId,
            String reference,
            String institution,
            int number,
            Outcome outcome,
            @Nullable Refusal refusal,
            @Nullable String note,
            @Nullable UUID disseminationId,
            AnswerContent content,
            int transactions) {}
}
