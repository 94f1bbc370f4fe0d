package org.simpul.casework.network;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;

/**
 * An identifier of a network to look at further, as its node shows it. Values stand in a body and never in an address.
 *
 * @param scope empty where the type has none
 * @param pageToken of the part before; null for the first
 */
@Schema(example = "{\"type\":\"PHONE\",\"scope\":\"\",\"value\":\"+6281234567890\"}")
record ExpandNode(
        @NotNull IdentifierType type,
        @NotNull @Size(max = 100) String scope,
        @NotNull @Size(min = 1, max = 500) String value,
        @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String pageToken) {

    Identifier identifier() {
        return new Identifier(type, scope, value);
    }
}
