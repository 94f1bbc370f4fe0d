package org.simpul.sharing.agreement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

/**
 * The second person's decision on a proposed agreement.
 *
 * @param digest of the proposal that was read
 * @param reason needed to decline it
 */
@Schema(
        example = "{\"decision\":\"APPROVE\",\"digest\":"
                + "\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}")
record DecideOnAgreement(
        @NotNull Choice decision,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest,
        @Nullable @Size(max = 500) String reason) {

    /** Put it in force in the place of the one before, or not. */
    enum Choice {
        APPROVE,
        DECLINE
    }

    /** @throws Problem INVALID when it declines without a reason */
    void check() {
        if (decision == Choice.DECLINE && (reason == null || reason.isBlank())) {
            throw Problem.invalid("reason", "reason_required");
        }
    }
}
