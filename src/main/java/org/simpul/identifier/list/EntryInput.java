package org.simpul.identifier.list;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.IdentifierInput;
import org.simpul.sharing.Grading;

/**
 * An identifier for a list, as it is typed, and what is known of it.
 *
 * @param confidence 0 to 100; 50 when it is left out
 * @param grading of the source and of the information (3x5x2; the handling of the list takes the place of its last part)
 * @param validFrom when it began to be true; needed where its confidence falls
 * @param validUntil when it leaves: with the first edition after; left out for an entry that stays
 * @param decay name of a configured curve by which its confidence falls; left out for none
 * @param typologyCode of the typology that it was seen in
 */
@Schema(name = "ListEntryInput")
public record EntryInput(
        @NotNull @Valid IdentifierInput identifier,
        @Nullable @Min(0) @Max(100) Integer confidence,
        @Nullable @Valid Grading grading,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable @Size(max = 40) String decay,
        @Nullable @Pattern(regexp = "[A-Z0-9-]{1,32}") String typologyCode) {

    /** Leaves the value out, so that logging it does not spread it. */
    @Override
    public String toString() {
        return "EntryInput[" + identifier + "]";
    }
}
