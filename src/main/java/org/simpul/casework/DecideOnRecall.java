package org.simpul.casework;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The second person's decision on a recall that was asked for. */
@Schema(example = "{\"decision\":\"APPROVE\"}")
record DecideOnRecall(@NotNull Decision decision) {

    /** Take it back, or leave it. */
    enum Decision {
        APPROVE,
        DECLINE
    }
}
