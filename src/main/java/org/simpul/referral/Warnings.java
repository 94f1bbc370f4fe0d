package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Wording;

/** What a referral warns its own institution of; it looks at what that has written, and at nothing of the FIU. */
@ApplicationScoped
class Warnings {
    private static final String DUE_ON = "statutory_report.due_on";

    private final ReferralDays days;
    private final Wording wording;

    Warnings(ReferralDays days, Wording wording) {
        this.days = days;
        this.wording = wording;
    }

    List<Warning> of(VersionView version) {
        List<Warning> warnings = new ArrayList<>();
        StatutoryReport report = version.statutoryReport();
        if (report != null && report.status() == StatutoryStatus.PENDING && report.dueOn() != null) {
            statutory(warnings, report.dueOn(), proposal(version));
        }
        for (int i = 0; i < version.heldItems().size(); i++) {
            HeldItem item = version.heldItems().get(i);
            LocalDate overwrittenOn = item.overwrittenOn();
            if (overwrittenOn != null && days.isSoonOverwritten(item)) {
                warnings.add(
                        warning("held_item_overwritten_soon", "held_items[" + i + "].overwritten_on", overwrittenOn));
            }
        }
        return warnings;
    }

    /** @return the last day for the statutory report, by the working days that the law gives; null before it can be said */
    @Nullable
    LocalDate proposal(VersionView version) {
        return version.suspicionFormedOn() == null ? null : days.statutoryDue(version.suspicionFormedOn());
    }

    private void statutory(List<Warning> warnings, LocalDate dueOn, @Nullable LocalDate proposal) {
        if (dueOn.isBefore(days.today())) {
            warnings.add(warning("statutory_overdue", DUE_ON, dueOn));
        } else if (days.isSoonDue(dueOn)) {
            warnings.add(warning("statutory_due_soon", DUE_ON, dueOn));
        }
        if (proposal != null && dueOn.isAfter(proposal)) {
            warnings.add(warning("statutory_due_after_proposal", DUE_ON, proposal));
        }
    }

    private Warning warning(String code, String field, LocalDate on) {
        return new Warning(code, field, on, wording.violation(code));
    }
}
