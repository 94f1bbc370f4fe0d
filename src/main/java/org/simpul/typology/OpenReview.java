package org.simpul.typology;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who shall review a draft besides the FIU's own analysts.
 *
 * @param reviewers aliases of institutions of the kinds PARTNER and SUPERVISOR
 */
@Schema(name = "TypologyReviewers", example = "{\"reviewers\":[\"hotline-h\"]}")
record OpenReview(@NotNull @NotEmpty @Size(max = 20) List<@NotNull @Size(max = 40) String> reviewers) {}
