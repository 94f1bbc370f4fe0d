package org.simpul.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the compliance officer decides on a referral that was handed over.
 *
 * @param digest of the version that was read; needed to approve
 * @param reason needed to return it
 */
@Schema(
        example =
                "{\"decision\":\"APPROVE\",\"digest\":\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\",\"reason\":null}")
record Decision(
        @NotNull Choice decision,
        @Nullable @Pattern(regexp = "[0-9a-f]{64}") String digest,
        @Nullable @Size(max = 2_000) String reason) {

    /** Approve and submit it, or give it back to its team. */
    enum Choice {
        APPROVE,
        RETURN
    }
}
