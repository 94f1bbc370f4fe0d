package org.simpul.typology.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reviewer's word.
 *
 * @param digest of the content as it was read
 * @param reason what to change, or why it may be published as it is
 */
@Schema(
        name = "TypologyReviewForm",
        example =
                """
                {"perspective":"CHILD_PROTECTION","verdict":"CHANGES_ASKED",
                "reason":"RF-902 would close the accounts of children who are victims: say that they are protected.",
                "digest":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""")
record WriteReview(
        @NotNull Perspective perspective,
        @NotNull Verdict verdict,
        @NotNull @NotBlank @Size(max = 4_000) String reason,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest) {}
