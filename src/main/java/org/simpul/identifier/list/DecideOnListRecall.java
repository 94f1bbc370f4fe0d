package org.simpul.identifier.list;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The second person's word on a recall.
 *
 * @param recallId of the recall that was read
 * @param edition up to which it takes back, as it was read
 * @param reason needed to decline it
 */
@Schema(
        name = "IdentifierListRecallDecision",
        example =
                "{\"decision\":\"APPROVE\",\"recall_id\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"edition\":4,\"reason\":null}")
record DecideOnListRecall(
        @NotNull Choice decision,
        @NotNull UUID recallId,
        @NotNull @Min(1) Integer edition,
        @Nullable @Size(max = 500) String reason) {

    /** Take it back, or leave it. */
    @Schema(name = "IdentifierListRecallChoice")
    enum Choice {
        APPROVE,
        DECLINE
    }
}
