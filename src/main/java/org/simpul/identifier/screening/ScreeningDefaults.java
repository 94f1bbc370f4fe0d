package org.simpul.identifier.screening;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.IdentifierType;

/**
 * What holds for each row that does not tell it itself.
 *
 * @param scope of the type given here, and of no other
 */
@Schema(name = "ScreeningDefaults")
public record ScreeningDefaults(@Nullable IdentifierType type, @Nullable @Size(max = 64) String scope) {
    static final ScreeningDefaults NONE = new ScreeningDefaults(null, null);
}
