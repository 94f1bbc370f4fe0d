package org.simpul.retention;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why what is held need not be kept any longer. */
@Schema(example = "{\"reason\":\"The judgment is final.\"}")
record AskLifting(@NotBlank @Size(max = 1_000) String reason) {}
