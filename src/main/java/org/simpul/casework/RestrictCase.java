package org.simpul.casework;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a case is kept to its team. */
@Schema(example = "{\"restricted\":true}")
record RestrictCase(@NotNull Boolean restricted) {}
