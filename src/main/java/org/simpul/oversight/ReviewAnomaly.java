package org.simpul.oversight;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an auditor made of it.
 *
 * @param note why, or what was set going
 */
@Schema(example = "{\"verdict\":\"EXPLAINED\",\"note\":\"A quarterly review that her supervisor had ordered.\"}")
record ReviewAnomaly(@NotNull AnomalyVerdict verdict, @NotBlank @Size(max = 2000) String note) {}
