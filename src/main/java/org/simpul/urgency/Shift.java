package org.simpul.urgency;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A shift.
 *
 * @param login of a colleague who has signed in at least once
 * @param position 1 is called first; of equals, whose shift began first
 */
@Schema(name = "Shift")
record Shift(
        @NotBlank @Size(max = 100) String login,
        @NotNull Instant startsAt,
        @NotNull Instant endsAt,
        @Min(1) @Max(100) int position) {}
