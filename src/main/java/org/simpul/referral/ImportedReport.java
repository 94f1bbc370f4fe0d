package org.simpul.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says beside its transactions.
 *
 * @param narrative the reason for the suspicion; null for none
 * @param reporter the number under which the institution reports
 * @param reference the institution's number of the report
 * @param filed whether it has gone to the FIU
 */
public record ImportedReport(
        List<ImportedSubject> subjects,
        @Nullable String narrative,
        @Nullable String reporter,
        @Nullable String reference,
        boolean filed) {

    /** Leaves the content out of logs. */
    @Override
    public String toString() {
        return "ImportedReport";
    }
}
