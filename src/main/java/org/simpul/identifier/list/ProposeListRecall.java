package org.simpul.identifier.list;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That what went out of a list shall be taken back at once.
 *
 * @param reason for the second person; no receiver reads it
 */
@Schema(name = "ProposeIdentifierListRecall", example = "{\"reason\":\"A file of another list went into it.\"}")
record ProposeListRecall(@NotBlank @Size(max = 500) String reason) {}
