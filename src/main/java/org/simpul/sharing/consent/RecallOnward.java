package org.simpul.sharing.consent;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Takes back what was handed on.
 *
 * @param reason read within the giver's institution alone
 */
@Schema(name = "RecallOnwardDisclosure", example = "{\"reason\":\"It was handed to the wrong unit.\"}")
record RecallOnward(@NotBlank @Size(max = 500) String reason) {}
