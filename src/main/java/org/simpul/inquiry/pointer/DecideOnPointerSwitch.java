package org.simpul.inquiry.pointer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/**
 * The second person's decision on a switch.
 *
 * @param digest of the proposal that was read
 * @param reason needed to decline it
 */
@Schema(
        example = "{\"decision\":\"APPROVE\",\"digest\":"
                + "\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}")
record DecideOnPointerSwitch(
        @NotNull Decision decision,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest,
        @Nullable @Size(max = 500) String reason) {

    /** Switch it on, or not. */
    enum Decision {
        APPROVE,
        DECLINE
    }

    /** @throws Problem INVALID when it declines without a reason */
    void check() {
        if (decision == Decision.DECLINE && (reason == null || reason.isBlank())) {
            throw Problem.invalid("reason", "reason_required");
        }
    }

    /** @throws Problem VERSION_CHANGED for another digest than that of what is proposed */
    void require(String proposed) {
        if (!digest.equals(proposed)) {
            throw Problem.of(ProblemType.VERSION_CHANGED);
        }
    }
}
