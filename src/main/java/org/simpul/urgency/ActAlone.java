package org.simpul.urgency;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why one person acts without waiting for the second.
 *
 * @param reason in words, for the second person, who reads it within hours
 */
@Schema(
        example =
                "{\"ground\":\"LIVE_OR_SCHEDULED_ABUSE\",\"reason\":\"A session is announced for tonight; nobody to approve is reachable.\"}")
public record ActAlone(@NotNull UrgencyGround ground, @NotBlank @Size(max = 2_000) String reason) {}
