package org.simpul.identifier.list;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.sharing.InformationGrade;
import org.simpul.sharing.SourceGrade;

/** A sound entry on its way onto a list, or, by its identifier alone, off it. */
record EntryRow(
        Identifier identifier,
        int confidence,
        @Nullable SourceGrade source,
        @Nullable InformationGrade information,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable String decay,
        @Nullable String typologyCode) {

    /** What shall leave a list. */
    static EntryRow of(Identifier identifier) {
        return new EntryRow(identifier, 0, null, null, null, null, null, null);
    }

    /** Everything of it, unambiguously; what the second person approves is a digest over these. */
    byte[] bytes() {
        return String.join(
                        "\u0000",
                        identifier.type().name(),
                        identifier.scope(),
                        identifier.value(),
                        String.valueOf(confidence),
                        String.valueOf(source),
                        String.valueOf(information),
                        String.valueOf(validFrom),
                        String.valueOf(validUntil),
                        String.valueOf(decay),
                        String.valueOf(typologyCode) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Leaves the value out, so that logging it does not spread it. */
    @Override
    public String toString() {
        return "EntryRow[" + identifier + "]";
    }
}
