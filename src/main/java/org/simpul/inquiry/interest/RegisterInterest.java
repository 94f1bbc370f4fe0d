package org.simpul.inquiry.interest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.IdentifierInput;
import org.simpul.identifier.PersonName;
import org.simpul.shared.Problem;

/**
 * An interest as it is registered, in exactly one identifier or name.
 *
 * @param desk agency and unit, as another agency reads it
 * @param contact telephone or mailbox of the desk, of no person
 * @param endsAt at the latest with the matter
 * @param silence to be silent from the beginning, which a supervisor alone decides; left out to be told of whom it meets
 */
@Schema(
        example = "{\"identifier\":{\"type\":\"PHONE\",\"scope\":\"\",\"value\":\"0812-0000-0001\"},"
                + "\"desk\":\"Cyber unit, regional police X\",\"contact\":\"+622150000001\","
                + "\"ends_at\":\"2029-12-31T00:00:00Z\"}")
record RegisterInterest(
        @Nullable @Valid IdentifierInput identifier,
        @Nullable @Size(max = 200) String name,
        @NotBlank @Size(max = 120) String desk,
        @NotBlank @Size(max = 120) String contact,
        @NotNull @Future Instant endsAt,
        @Nullable @Valid SilenceInterest silence) {

    /** @throws Problem INVALID unless it is in exactly one of the two, or for a name without letters */
    void requireOne() {
        if ((identifier == null) == (name == null)) {
            throw Problem.invalid("identifier", "interest_in_one");
        }
        if (name != null && PersonName.of(name).text().isEmpty()) {
            throw Problem.invalid("name", "name_without_letters");
        }
    }

    /** Leaves the value out, so that logging it does not spread it. */
    @Override
    public String toString() {
        return "RegisterInterest[]";
    }
}
