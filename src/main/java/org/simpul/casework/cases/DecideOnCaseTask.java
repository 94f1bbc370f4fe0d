package org.simpul.casework.cases;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.shared.Problem;

/** How a task ends. */
@Schema(example = "{\"decision\":\"DONE\"}")
record DecideOnCaseTask(@NotNull CaseTaskStep decision) {

    /** @throws Problem INVALID for an edge that does not end it */
    void check() {
        if (!decision.isDecision()) {
            throw Problem.invalid("decision", "unknown_value");
        }
    }
}
