package org.simpul.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an intake is taken out of a case. */
@Schema(example = "{\"reason\":\"Another account with a similar number.\"}")
record RemoveIntake(@NotBlank @Size(max = 500) String reason) {}
