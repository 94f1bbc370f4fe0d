package org.simpul.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new case.
 *
 * @param intakeIds accepted intakes that it begins with
 * @param restricted whether it is kept to its team from the beginning
 */
@Schema(example = "{\"title\":\"Collector account\",\"intake_ids\":[\"0199f0c2-0000-7000-8000-000000000001\"]}")
record OpenCase(
        @NotBlank @Size(max = 200) String title,
        @NotEmpty @Size(max = 100) List<@NotNull UUID> intakeIds,
        @Nullable Boolean restricted) {}
