package org.simpul.identifier.sighting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.identifier.IdentifierInput;

/** Entries of ours whose sightings are summed, at most 200. */
@Schema(
        name = "AskSightings",
        example = "{\"identifiers\":[{\"type\":\"PHONE\",\"scope\":null,\"value\":\"0812-3456-7890\"}]}")
record AskSightings(@NotEmpty @Size(max = 200) List<@NotNull @Valid IdentifierInput> identifiers) {}
