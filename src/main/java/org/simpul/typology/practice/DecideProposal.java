package org.simpul.typology.practice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The FIU's answer to a proposal.
 *
 * @param code under which an accepted red flag enters the draft
 * @param weight that it has there
 * @param reason why it is declined; the proposing institution reads it
 */
@Schema(
        name = "RedFlagProposalDecision",
        example = "{\"decision\":\"ACCEPT\",\"code\":\"RF-061\",\"weight\":15,\"reason\":null}")
record DecideProposal(
        @NotNull Choice decision,
        @Nullable @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,31}") String code,
        @Nullable @Min(0) @Max(100) Integer weight,
        @Nullable @Size(max = 2_000) String reason) {

    /** Take it into the next draft, or not. */
    enum Choice {
        ACCEPT,
        DECLINE
    }
}
