package org.simpul.typology;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.sharing.Handling;

/**
 * A typology in a list, by the newest version that the caller may see.
 *
 * @param publishedAt null for a draft
 */
@Schema(name = "TypologySummary")
public record TypologySummary(
        UUID id,
        UUID versionId,
        String code,
        int number,
        TypologyStatus status,
        Editions title,
        Editions summary,
        PredicateOffence predicateOffence,
        Handling handling,
        @Nullable Instant publishedAt) {

    static TypologySummary from(TypologyVersion version, TypologyStatus status) {
        return new TypologySummary(
                version.typologyId,
                version.id,
                version.code,
                version.number,
                status,
                new Editions(version.titleId, version.titleEn),
                new Editions(version.summaryId, version.summaryEn),
                version.predicateOffence,
                version.handling(),
                version.sealedAt);
    }
}
