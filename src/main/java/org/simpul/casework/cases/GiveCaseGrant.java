package org.simpul.casework.cases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Lets a supervisor into a restricted case.
 *
 * @param login of another supervisor of the FIU
 * @param until at most the configured number of days from now
 */
@Schema(
        example = "{\"login\":\"rina.hartono\",\"reason\":\"Reviews the dissemination.\","
                + "\"until\":\"2026-03-09T17:00:00Z\"}")
record GiveCaseGrant(
        @NotBlank @Size(max = 200) String login, @NotBlank @Size(max = 500) String reason, @NotNull Instant until) {}
