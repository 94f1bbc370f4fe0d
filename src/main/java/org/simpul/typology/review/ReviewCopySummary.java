package org.simpul.typology.review;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A copy in a list.
 *
 * @param closedAt null while it can be reviewed
 */
@Schema(name = "TypologyReviewCopySummary")
public record ReviewCopySummary(
        UUID id, String code, int number, Instant shownAt, Instant dueAt, @Nullable Instant closedAt) {

    static ReviewCopySummary from(ReviewCopy copy) {
        return new ReviewCopySummary(copy.id, copy.code, copy.number, copy.sealedAt, copy.dueAt, copy.closedAt);
    }
}
