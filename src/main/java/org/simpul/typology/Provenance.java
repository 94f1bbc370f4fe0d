package org.simpul.typology;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Where a red flag comes from.
 *
 * @param date year, month or day as ISO 8601 gives it, as far as it is known; may be null
 */
public record Provenance(
        @NotNull @NotBlank @Size(max = 200) String publisher,
        @Nullable @Pattern(regexp = "\\d{4}(-\\d{2}(-\\d{2})?)?") String date,
        @NotNull @NotBlank @Size(max = 500) String reference,
        @NotNull Verification verification) {}
