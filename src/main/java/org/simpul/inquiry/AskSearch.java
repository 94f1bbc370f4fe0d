package org.simpul.inquiry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.identifier.IdentifierInput;

/** A search by one identifier; the value stands in the body, never in an address. */
@Schema(example = "{\"identifier\":{\"type\":\"PHONE\",\"scope\":\"\",\"value\":\"0812-0000-0001\"}}")
record AskSearch(@NotNull @Valid IdentifierInput identifier) {}
