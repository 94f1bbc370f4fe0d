package org.simpul.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Records that the institution holds and may overwrite; the hub never takes them.
 *
 * @param reference random and the same in all versions; the FIU asks to keep the item by it. Left out for a new one
 * @param description what it is, in a few words; no person, no address of material
 * @param periodFrom first day that it covers
 * @param periodTo last day that it covers
 * @param overwrittenOn the day on which it is gone unless somebody keeps it; null when it stays
 */
@Schema(name = "HeldItem")
public record HeldItem(
        @Nullable @Size(max = 20) String reference,
        @NotNull HeldItemKind kind,
        @NotBlank @Size(max = 500) String description,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        @Nullable LocalDate overwrittenOn) {

    boolean coversAPeriod() {
        return periodFrom != null && periodTo != null;
    }

    boolean isReversed() {
        return periodFrom != null && periodTo != null && periodTo.isBefore(periodFrom);
    }

    /** Whether it is gone on a day from today to the last one. */
    boolean isOverwrittenBetween(LocalDate today, LocalDate last) {
        return overwrittenOn != null && !overwrittenOn.isBefore(today) && !overwrittenOn.isAfter(last);
    }

    static HeldItem from(ReferralHeldItem row) {
        return new HeldItem(row.reference, row.kind, row.description, row.periodFrom, row.periodTo, row.overwrittenOn);
    }
}
