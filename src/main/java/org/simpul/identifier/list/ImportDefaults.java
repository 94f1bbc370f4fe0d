package org.simpul.identifier.list;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.IdentifierInput;
import org.simpul.identifier.IdentifierType;
import org.simpul.sharing.Grading;

/** What holds for each row that does not tell it itself. */
@Schema(name = "ListImportDefaults")
public record ImportDefaults(
        @Nullable IdentifierType type,
        @Nullable @Size(max = 64) String scope,
        @Nullable @Min(0) @Max(100) Integer confidence,
        @Nullable @Valid Grading grading,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable @Size(max = 40) String decay,
        @Nullable @Pattern(regexp = "[A-Z0-9-]{1,32}") String typologyCode) {
    static final ImportDefaults NONE = new ImportDefaults(null, null, null, null, null, null, null, null);

    /** @return the row with what it left out; the scope is that of the type given here, and of no other */
    public EntryInput complete(EntryInput row) {
        boolean ofOurType = row.identifier().type() == null || row.identifier().type() == type;
        return new EntryInput(
                new IdentifierInput(
                        or(row.identifier().type(), type),
                        or(row.identifier().scope(), ofOurType ? scope : null),
                        row.identifier().value()),
                or(row.confidence(), confidence),
                or(row.grading(), grading),
                or(row.validFrom(), validFrom),
                or(row.validUntil(), validUntil),
                or(row.decay(), decay),
                or(row.typologyCode(), typologyCode));
    }

    private static <T> @Nullable T or(@Nullable T told, @Nullable T otherwise) {
        return told == null ? otherwise : told;
    }
}
