package org.simpul.typology;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An observable fact that raises suspicion and never proves it.
 *
 * @param code unique in its typology, e.g. {@code RF-006}
 * @param weight 0 to 100, below the typology's threshold; 0 for CONTEXT
 */
@Schema(name = "RedFlag")
public record RedFlagContent(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,31}") String code,
        @NotNull @Valid Editions text,
        @NotNull Category category,
        @NotNull @Min(0) @Max(100) Integer weight,
        @NotNull @Valid Provenance provenance) {}
