package org.simpul.identifier.correction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The owner's answer to a proposed correction.
 *
 * @param reason the proposing institution reads it
 */
@Schema(
        name = "IdentifierCorrectionDecision",
        example = "{\"decision\":\"ACCEPT\",\"reason\":\"The bank has shown whose account it is.\"}")
record DecideOnCorrection(@NotNull Choice decision, @NotBlank @Size(max = 500) String reason) {

    /** Put the list right, or not. */
    @Schema(name = "IdentifierCorrectionChoice")
    enum Choice {
        ACCEPT,
        DECLINE
    }
}
