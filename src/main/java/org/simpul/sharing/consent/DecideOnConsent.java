package org.simpul.sharing.consent;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

/**
 * The originator's answer.
 *
 * @param recipients fewer than were asked for; null for all of them
 * @param until earlier than was asked for; null for that
 * @param conditions of a grant; read by whoever asked
 * @param reason needed to deny; read by whoever asked
 */
@Schema(example = "{\"decision\":\"GRANT\",\"recipients\":[\"agency-y\"],\"conditions\":\"Named officers alone.\"}")
record DecideOnConsent(
        @NotNull Decision decision,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 40) String> recipients,
        @Nullable Instant until,
        @Nullable @Size(max = 2000) String conditions,
        @Nullable @Size(max = 500) String reason) {

    /** Let it be, or not. */
    enum Decision {
        GRANT,
        DENY
    }

    /** @throws Problem INVALID when it is denied without one */
    String requiredReason() {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason", "reason_required");
        }
        return reason;
    }
}
