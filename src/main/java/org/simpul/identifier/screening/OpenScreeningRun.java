package org.simpul.identifier.screening;

import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file of values that will come.
 *
 * @param defaults what holds for each row that does not tell it itself; may be left out
 */
@Schema(name = "OpenScreeningRun", example = "{\"defaults\":{\"type\":\"BANK_ACCOUNT\",\"scope\":\"ID:014\"}}")
record OpenScreeningRun(@Nullable @Valid ScreeningDefaults defaults) {

    OpenScreeningRun {
        defaults = defaults == null ? ScreeningDefaults.NONE : defaults;
    }
}
