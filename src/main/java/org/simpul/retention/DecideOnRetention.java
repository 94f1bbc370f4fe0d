package org.simpul.retention;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/**
 * The second person's decision.
 *
 * @param digest of what was read and is decided on
 * @param reason needed to decline
 */
@Schema(
        example = "{\"decision\":\"APPROVE\",\"digest\":"
                + "\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}")
record DecideOnRetention(
        @NotNull Decision decision,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest,
        @Nullable @Size(max = 500) String reason) {

    /** Let it be, or not. */
    enum Decision {
        APPROVE,
        DECLINE
    }

    boolean approves() {
        return decision == Decision.APPROVE;
    }

    /** @throws Problem INVALID when it is declined without a reason */
    void check() {
        if (!approves() && (reason == null || reason.isBlank())) {
            throw Problem.invalid("reason", "reason_required");
        }
    }

    /** @throws Problem VERSION_CHANGED when it is not what was read */
    void require(String now) {
        if (!digest.equals(now)) {
            throw Problem.of(ProblemType.VERSION_CHANGED);
        }
    }
}
