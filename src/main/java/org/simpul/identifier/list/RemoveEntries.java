package org.simpul.identifier.list;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.identifier.IdentifierInput;

/** Identifiers that shall leave a list, at most 1,000; a file takes more. */
@Schema(
        name = "RemoveListEntries",
        example = "{\"identifiers\":[{\"type\":\"PHONE\",\"scope\":null,\"value\":\"0812-3456-7890\"}]}")
record RemoveEntries(@NotEmpty @Size(max = 1_000) List<@NotNull @Valid IdentifierInput> identifiers) {}
