package org.simpul.casework;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.FormCode;
import org.simpul.referral.ReferralContent;

/**
 * An intake with what was submitted; protected subjects are masked.
 *
 * @param withdrawalReason why the submitter asked for a withdrawal; null when it did not
 * @param formCodeProposal LATE when the suspicion was older than the FIU allows; whoever decides may follow it
 * @param usefulness the FIU's grade; null until it has one
 */
@Schema(name = "Intake")
public record IntakeView(
        IntakeSummary intake,
        ReferralContent content,
        @Nullable String withdrawalReason,
        @Nullable FormCode formCodeProposal,
        @Nullable Usefulness usefulness) {}
