package org.simpul.matter;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An agency's matter as its supervisor registers it.
 *
 * @param number the agency's own number, later sent as {@code Case-Reference}
 * @param offence the predicate offence that is looked into
 * @param expiresAt when reading under it ends
 */
@Schema(
        example =
                "{\"number\":\"LP/B/17/2026\",\"offence\":\"CHILD_SEXUAL_EXPLOITATION\",\"expires_at\":\"2030-01-01T00:00:00Z\"}")
record RegisterMatter(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ./-]{2,63}") String number,
        @NotNull @Pattern(regexp = "[A-Z][A-Z_]{2,63}") String offence,
        @NotNull @Future Instant expiresAt) {}
