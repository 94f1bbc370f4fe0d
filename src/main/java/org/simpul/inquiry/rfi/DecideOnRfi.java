package org.simpul.inquiry.rfi;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/**
 * The second person's decision on a request, or on an answer.
 *
 * @param digest of what was read and is decided on
 * @param reason needed to return it; shown within the institution alone
 */
@Schema(
        example = "{\"decision\":\"APPROVE\",\"digest\":"
                + "\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}")
record DecideOnRfi(
        @NotNull Decision decision,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest,
        @Nullable @Size(max = 500) String reason) {

    /** Send it, or give it back. */
    enum Decision {
        APPROVE,
        RETURN
    }

    /** @throws Problem INVALID when it is returned without a reason */
    void check() {
        if (decision == Decision.RETURN && (reason == null || reason.isBlank())) {
            throw Problem.invalid("reason", "reason_required");
        }
    }

    /**
     * @param handedOver null when nothing waits
     * @param now digest of what stands there now
     * @throws Problem VERSION_CHANGED when it is not what was read
     */
    void require(@Nullable String handedOver, String now) {
        if (!digest.equals(handedOver) || !digest.equals(now)) {
            throw Problem.of(ProblemType.VERSION_CHANGED);
        }
    }
}
