package org.simpul.typology.review;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was said to a copy.
 *
 * @param institution name of the reviewer's institution
 * @param latest whether the same person has said nothing later: only then it counts
 */
@Schema(name = "TypologyReview")
public record ReviewView(
        UUID id,
        String institution,
        Perspective perspective,
        Verdict verdict,
        String reason,
        Instant at,
        boolean latest) {}
