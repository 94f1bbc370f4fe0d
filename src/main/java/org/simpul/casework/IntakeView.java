package org.simpul.casework;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.referral.ReferralContent;

/** An intake with what was submitted; protected subjects are masked. */
@Schema(name = "Intake")
public record IntakeView(IntakeSummary intake, ReferralContent content) {}
