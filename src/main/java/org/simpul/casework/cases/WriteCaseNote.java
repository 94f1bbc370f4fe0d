package org.simpul.casework.cases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new note. */
@Schema(example = "{\"text\":\"The collector account was opened two days before the first payment.\"}")
record WriteCaseNote(@NotBlank @Size(max = 20_000) String text) {}
