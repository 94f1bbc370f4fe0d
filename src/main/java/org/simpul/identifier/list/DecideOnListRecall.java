package org.simpul.identifier.list;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The second person's word on a recall.
 *
 * @param recallId of the recall that was read
 * @param reason needed to decline it
 */
@Schema(
        name = "IdentifierListRecallDecision",
        example = "{\"decision\":\"APPROVE\",\"recall_id\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"reason\":null}")
record DecideOnListRecall(@NotNull Choice decision, @NotNull UUID recallId, @Nullable @Size(max = 500) String reason) {

    /** Take it back, or leave it. */
    @Schema(name = "IdentifierListRecallChoice")
    enum Choice {
        APPROVE,
        DECLINE
    }
}
