package org.simpul.typology.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.typology.TypologyContent;

/**
 * A draft as it is given to its reviewers.
 *
 * @param number of the version that it shall become
 * @param digest SHA-256 in hexadecimal of the content; a review names it
 * @param dueAt by when the reviews are asked for
 * @param closedAt when it was decided on, or other content took its place; null while it can be reviewed
 * @param reviews for the typology's owner all of them, oldest first; for others those of their own institution
 * @param reviewers names of the partners that it was shown to; null for everybody but the owner
 */
@Schema(name = "TypologyReviewCopy")
public record ReviewCopyView(
        UUID id,
        UUID typologyId,
        int number,
        TypologyContent content,
        String digest,
        Instant dueAt,
        @Nullable Instant closedAt,
        List<ReviewView> reviews,
        @Nullable List<String> reviewers) {}
