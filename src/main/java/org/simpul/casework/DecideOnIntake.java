package org.simpul.casework;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.FormCode;
import org.simpul.referral.ReferralField;
import org.simpul.shared.Problem;

/**
 * A decision on an intake.
 *
 * @param reason for the FIU alone; required to reject, not to accept, to retain, to withdraw and to propose a reopening
 * @param formCode how good the form was, told to the submitter at the fixed time; null leaves it as it is
 * @param reviewOn for RETAIN, and needed there: the day on which it is looked at again
 * @param missing fields of the referral that the submitter is asked for; told to it at once
 */
@Schema(example = "{\"decision\":\"REQUEST_INFORMATION\",\"form_code\":\"MISSING_FIELD\",\"missing\":[\"narrative\"]}")
record DecideOnIntake(
        @NotNull IntakeStep decision,
        @Nullable @Size(max = 500) String reason,
        @Nullable FormCode formCode,
        @Nullable LocalDate reviewOn,
        @Nullable @Size(max = 20) List<@NotNull ReferralField> missing) {

    List<ReferralField> asked() {
        return missing == null ? List.of() : List.copyOf(missing);
    }

    /** @throws Problem INVALID when the decision lacks what it needs, or has what it can't have */
    void check() {
        List<Problem.Violation> violations = new ArrayList<>();
        if (!decision.isDecision()) {
            violations.add(new Problem.Violation("decision", "unknown_value"));
        }
        if (decision.needsReason() && (reason == null || reason.isBlank())) {
            violations.add(new Problem.Violation("reason", "reason_required"));
        }
        if ((decision == IntakeStep.RETAIN) == (reviewOn == null)) {
            violations.add(new Problem.Violation("review_on", reviewOn == null ? "required" : "review_not_asked"));
        }
        if (decision.asksTheSubmitter() == asked().isEmpty()) {
            violations.add(new Problem.Violation(
                    "missing", decision.asksTheSubmitter() ? "missing_required" : "missing_not_asked"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }
}
