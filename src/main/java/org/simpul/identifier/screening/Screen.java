package org.simpul.identifier.screening;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.identifier.IdentifierInput;

/** Values to be asked, at most 1,000 at once. */
@Schema(
        name = "Screen",
        example =
                "{\"identifiers\":[{\"type\":\"PHONE\",\"scope\":null,\"value\":\"0812-3456-7890\"},{\"type\":\"BANK_ACCOUNT\",\"scope\":\"ID:014\",\"value\":\"8808 0001\"}]}")
record Screen(@NotEmpty @Size(max = 1_000) List<@NotNull @Valid IdentifierInput> identifiers) {}
