package org.simpul.retention;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How long one class is kept.
 *
 * @param months from the time at which the class begins to count, 1 to 1,200
 * @param lawReference the law that sets it, e.g. an act and its article
 */
@Schema(name = "RetentionPeriod")
record PeriodForm(
        @NotNull RecordClass recordClass,
        @Min(1) @Max(1_200) int months,
        @NotBlank @Size(max = 200) String lawReference) {}
