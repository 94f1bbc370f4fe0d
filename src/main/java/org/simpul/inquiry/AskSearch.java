package org.simpul.inquiry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.IdentifierType;

/** A search by one identifier; the value stands in the body, never in an address. */
@Schema(example = "{\"identifier\":{\"type\":\"PHONE\",\"scope\":\"\",\"value\":\"0812-0000-0001\"}}")
record AskSearch(@NotNull @Valid Asked identifier) {

    /**
     * The identifier as it is typed.
     *
     * @param scope bank, chain, platform, country; empty or null where the type has none
     */
    @Schema(name = "AskedIdentifier")
    record Asked(
            @NotNull IdentifierType type,
            @Nullable @Size(max = 64) String scope,
            @NotBlank @Size(max = 2048) String value) {

        /** Leaves the value out, so that logging a question does not spread it. */
        @Override
        public String toString() {
            return "Asked[type=" + type + "]";
        }
    }
}
