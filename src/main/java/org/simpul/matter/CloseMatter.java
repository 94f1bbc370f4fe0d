package org.simpul.matter;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The end of a matter.
 *
 * @param reason kept with the matter, for the agency alone
 */
@Schema(example = "{\"reason\":\"The judgment is final.\"}")
record CloseMatter(@NotBlank @Size(max = 500) String reason) {}
