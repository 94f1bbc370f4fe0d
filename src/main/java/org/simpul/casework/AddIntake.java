package org.simpul.casework;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An accepted intake that a case takes in. */
@Schema(example = "{\"intake_id\":\"0199f0c2-0000-7000-8000-000000000001\"}")
record AddIntake(@NotNull UUID intakeId) {}
