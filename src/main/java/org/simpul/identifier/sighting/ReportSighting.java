package org.simpul.identifier.sighting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.identifier.IdentifierInput;

/**
 * What was seen of an entry.
 *
 * @param times 1 to 1,000,000
 * @param seenFrom first day
 * @param seenUntil last day, no earlier
 */
@Schema(
        name = "ReportSighting",
        example =
                "{\"identifier\":{\"type\":\"PHONE\",\"scope\":null,\"value\":\"0812-3456-7890\"},\"kind\":\"SEEN\",\"times\":3,\"seen_from\":\"2026-03-01\",\"seen_until\":\"2026-03-09\"}")
record ReportSighting(
        @NotNull @Valid IdentifierInput identifier,
        @NotNull SightingKind kind,
        @Min(1) @Max(1_000_000) int times,
        @NotNull LocalDate seenFrom,
        @NotNull LocalDate seenUntil) {}
