package org.simpul.hold;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What comes next for a hold.
 *
 * @param step EXTENSION or RELEASE
 * @param officialReference number of the record or letter that it stands on
 */
@Schema(example = "{\"step\":\"EXTENSION\",\"official_reference\":\"S-131/PS/2026\",\"official_date\":\"2026-03-06\"}")
record ProposeStep(
        @NotNull VersionStep step,
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ./-]{2,63}") String officialReference,
        @NotNull @PastOrPresent LocalDate officialDate) {}
