package org.simpul.casework;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How good an institution's referrals of a quarter were: those whose FINISHED fell into it, 20 or more.
 *
 * @param quarter e.g. {@code 2026-Q1}, in the hub's time zone
 * @param referrals band of their number: 20-49, 50-99, 100-199 or 200+
 * @param form shares of the codes about the form
 * @param usefulness shares of the FIU's grades; null where fewer than 20 were graded
 */
@Schema(name = "QualityReport")
record QualityReportView(
        UUID id, String quarter, String referrals, Form form, @Nullable UsefulnessShares usefulness, Instant at) {

    /** Percent, rounded to five; a code that fewer than five referrals had counts nothing. */
    @Schema(name = "FormShares")
    record Form(int complete, int missingField, int late, int narrativeUnclear) {}

    /** Percent, rounded to five; a grade that fewer than five referrals had counts nothing. */
    @Schema(name = "UsefulnessShares")
    record UsefulnessShares(int high, int medium, int low, int none) {}

    static QualityReportView from(QualityReport row) {
        return new QualityReportView(
                row.id,
                row.quarter,
                row.referrals,
                new Form(row.complete, row.missingField, row.late, row.narrativeUnclear),
                usefulness(row),
                row.at);
    }

    private static @Nullable UsefulnessShares usefulness(QualityReport row) {
        Integer high = row.usefulHigh;
        Integer medium = row.usefulMedium;
        Integer low = row.usefulLow;
        Integer none = row.usefulNone;
        return high == null || medium == null || low == null || none == null
                ? null
                : new UsefulnessShares(high, medium, low, none);
    }
}
