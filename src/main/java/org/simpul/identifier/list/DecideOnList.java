package org.simpul.identifier.list;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The second person's word on the draft of a list.
 *
 * @param digest of the draft as it was read
 * @param reason needed to give it back
 */
@Schema(
        name = "IdentifierListDecision",
        example =
                "{\"decision\":\"APPROVE\",\"digest\":\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\",\"reason\":null}")
record DecideOnList(
        @NotNull Choice decision,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest,
        @Nullable @Size(max = 2_000) String reason) {

    /** Let it go out, or give it back. */
    @Schema(name = "IdentifierListChoice")
    enum Choice {
        APPROVE,
        RETURN
    }
}
