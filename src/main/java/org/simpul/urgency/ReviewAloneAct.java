package org.simpul.urgency;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The second person's word on an act alone.
 *
 * @param digest of the act that was read
 */
@Schema(
        example = "{\"verdict\":\"UPHELD\",\"reason\":\"The session was announced for the same night.\",\"digest\":"
                + "\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}")
record ReviewAloneAct(
        @NotNull Verdict verdict,
        @NotBlank @Size(max = 2_000) String reason,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest) {}
