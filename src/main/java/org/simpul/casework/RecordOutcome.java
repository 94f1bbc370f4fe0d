package org.simpul.casework;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of a dissemination.
 *
 * @param childCountBand for CHILD_SAFEGUARDED alone; may be null
 * @param note for the FIU; no names of children
 * @param corrects an outcome of one's own that this one stands for; null for a new one
 */
@Schema(example = "{\"outcome\":\"CHILD_SAFEGUARDED\",\"child_count_band\":\"ONE\"}")
record RecordOutcome(
        @NotNull Outcome outcome,
        @Nullable ChildCountBand childCountBand,
        @Nullable @Size(max = 500) String note,
        @Nullable UUID corrects) {}
