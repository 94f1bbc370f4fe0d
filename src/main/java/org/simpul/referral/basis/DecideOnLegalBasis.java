package org.simpul.referral.basis;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a legal basis.
 *
 * @param digest of what was read; needed to approve
 */
@Schema(
        example =
                "{\"decision\":\"APPROVE\",\"digest\":\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}")
record DecideOnLegalBasis(@NotNull Choice decision, @Nullable @Pattern(regexp = "[0-9a-f]{64}") String digest) {

    /** Put it into force, refuse it; propose to take it out of force, do so, or leave it in force. */
    enum Choice {
        APPROVE(BasisStep.APPROVE),
        DECLINE(BasisStep.DECLINE),
        PROPOSE_RETIREMENT(BasisStep.PROPOSE_RETIREMENT),
        RETIRE(BasisStep.RETIRE),
        DECLINE_RETIREMENT(BasisStep.DECLINE_RETIREMENT);

        private final BasisStep step;

        Choice(BasisStep step) {
            this.step = step;
        }

        BasisStep step() {
            return step;
        }
    }
}
