package org.simpul.identifier;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An identifier for the exclusion list, as it is typed. */
@Schema(
        example =
                "{\"identifier\":{\"type\":\"BANK_ACCOUNT\",\"scope\":\"ID:014\",\"value\":\"8808 0001\"},\"reason\":\"COLLECTION_ACCOUNT\"}")
record AddExclusion(@NotNull @Valid IdentifierInput identifier, @NotNull ExclusionReason reason) {}
