package org.simpul.casework;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

/**
 * A step of a case.
 *
 * @param reason required to close, and to propose a reopening
 */
@Schema(example = "{\"decision\":\"CLOSE\",\"reason\":\"Disseminated; nothing is left to do.\"}")
record DecideOnCase(@NotNull CaseStep decision, @Nullable @Size(max = 500) String reason) {

    /** @throws Problem INVALID for the edge that makes a case, and without the reason that a step needs */
    void check() {
        if (decision == CaseStep.OPEN) {
            throw Problem.invalid("decision", "unknown_value");
        }
        if (decision.needsReason() && (reason == null || reason.isBlank())) {
            throw Problem.invalid("reason", "reason_required");
        }
    }
}
