package org.simpul.identifier.correction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a confirmed false positive may be added again.
 *
 * @param reason what has become known since; no names
 */
@Schema(name = "LiftFalsePositive", example = "{\"reason\":\"The account has changed hands.\"}")
record LiftFalsePositive(@NotBlank @Size(max = 500) String reason) {}
