package org.simpul.typology;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

/**
 * The second person's word on what was handed over.
 *
 * @param digest of the version as it was read
 * @param reason needed to give it back
 */
@Schema(
        name = "TypologyDecision",
        example =
                "{\"decision\":\"APPROVE\",\"digest\":\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\",\"reason\":null}")
record Decide(
        @NotNull Choice decision,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest,
        @Nullable @Size(max = 2_000) String reason) {

    /** @throws Problem INVALID when there is none */
    String requireReason() {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason", "required");
        }
        return reason;
    }

    /** Publish it, or give it back to its authors. */
    enum Choice {
        APPROVE,
        RETURN
    }
}
