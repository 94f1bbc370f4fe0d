package org.simpul.participant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A second person's decision.
 *
 * @param digest of the change as it was read
 * @param reason why it is declined
 */
@Schema(example = "{\"decision\":\"APPROVE\",\"digest\":\"0f3a…64 hexadecimal digits\"}")
record DecideOnChange(
        @NotNull Choice decision,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest,
        @Nullable @Size(max = 1000) String reason) {

    /** Approve it, or turn it down for good. */
    enum Choice {
        APPROVE,
        DECLINE
    }
}
