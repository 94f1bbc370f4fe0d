package org.simpul.identifier.list;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file that will come.
 *
 * @param onError what becomes of it when something in it is wrong
 * @param defaults what holds for each row that does not tell it itself; may be left out
 */
@Schema(
        name = "OpenIdentifierListImport",
        example =
                "{\"operation\":\"ADD\",\"on_error\":\"KEEP_VALID\",\"defaults\":{\"type\":\"CRYPTO_ADDRESS\",\"scope\":\"bitcoin\",\"confidence\":90}}")
record OpenListImport(
        @NotNull Operation operation, @NotNull OnError onError, @Nullable @Valid ImportDefaults defaults) {

    OpenListImport {
        defaults = defaults == null ? ImportDefaults.NONE : defaults;
    }
}
