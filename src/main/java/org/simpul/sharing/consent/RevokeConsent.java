package org.simpul.sharing.consent;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Ends a consent before its time.
 *
 * @param reason read by whoever asked for it
 */
@Schema(example = "{\"reason\":\"The suspicion has fallen away.\"}")
record RevokeConsent(@NotBlank @Size(max = 500) String reason) {}
