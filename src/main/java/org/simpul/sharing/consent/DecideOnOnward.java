package org.simpul.sharing.consent;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

/**
 * The second person's decision.
 *
 * @param digest of what was read and is decided on
 * @param reason needed to decline; shown within the institution alone
 */
@Schema(
        name = "DecideOnOnwardDisclosure",
        example = "{\"decision\":\"APPROVE\",\"digest\":"
                + "\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}")
record DecideOnOnward(
        @NotNull Decision decision,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest,
        @Nullable @Size(max = 500) String reason) {

    /** Hand it on, or leave it. */
    enum Decision {
        APPROVE,
        DECLINE
    }

    /** @throws Problem INVALID when it is declined without one */
    String requiredReason() {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason", "reason_required");
        }
        return reason;
    }
}
