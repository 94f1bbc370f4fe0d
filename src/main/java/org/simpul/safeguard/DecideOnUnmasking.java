package org.simpul.safeguard;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

/**
 * What the second person says.
 *
 * @param reason for DECLINE
 */
@Schema(example = "{\"decision\":\"APPROVE\"}")
record DecideOnUnmasking(@NotNull Choice decision, @Nullable @Size(max = 500) String reason) {

    /** What can be said. */
    enum Choice {
        APPROVE,
        DECLINE
    }

    String requiredReason() {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason", "reason_required");
        }
        return reason;
    }
}
