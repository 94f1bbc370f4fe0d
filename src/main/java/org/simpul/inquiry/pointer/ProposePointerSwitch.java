package org.simpul.inquiry.pointer;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A switch as it is proposed.
 *
 * @param agency alias of an admitted agency
 * @param predicateOffence of the matters under which it may ask
 * @param endsAt at the latest after {@code simpul.pointer.longest}
 */
@Schema(
        example = "{\"agency\":\"agency-x\",\"predicate_offence\":\"CHILD_SEXUAL_EXPLOITATION\",\"reason\":"
                + "\"Agreement of 3 March\",\"ends_at\":\"2030-01-01T00:00:00Z\"}")
record ProposePointerSwitch(
        @NotBlank @Size(max = 40) String agency,
        @NotNull @Pattern(regexp = "[A-Z][A-Z_]{2,63}") String predicateOffence,
        @NotBlank @Size(max = 500) String reason,
        @NotNull @Future Instant endsAt) {}
