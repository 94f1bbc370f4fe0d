package org.simpul.inquiry.rfi;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer that was submitted, with its rows. */
@Schema(name = "RfiAnswer")
record AnswerView(
        int number,
        Outcome outcome,
        @Nullable Refusal refusal,
        @Nullable String note,
        @Nullable UUID disseminationId,
        AnswerContent content,
        Instant at) {}
