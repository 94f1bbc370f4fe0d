package org.simpul.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The second person's word on what was proposed once.
 *
 * @param digest of what was read and is decided on
 * @param reason needed to decline it; shown within the institution alone
 */
@Schema(
        example = "{\"decision\":\"APPROVE\",\"digest\":"
                + "\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}")
public record ApproveOrDecline(
        @NotNull Decision decision,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest,
        @Nullable @Size(max = 500) String reason)
        implements SecondWord {

    /** Let it be, or not. */
    public enum Decision {
        APPROVE,
        DECLINE
    }

    @Override
    public boolean approves() {
        return decision == Decision.APPROVE;
    }
}
