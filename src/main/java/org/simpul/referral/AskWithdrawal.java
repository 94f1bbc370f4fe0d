package org.simpul.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Asks the FIU to withdraw a referral.
 *
 * @param reason told to the FIU
 */
@Schema(example = "{\"reason\":\"The payments were our own settlement.\"}")
record AskWithdrawal(@NotBlank @Size(max = 2_000) String reason) {}
