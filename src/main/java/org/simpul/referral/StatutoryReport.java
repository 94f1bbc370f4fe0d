package org.simpul.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The report that the law asks for beside the referral (R12); the hub does not replace it.
 *
 * @param reporter the number under which the institution reports
 * @param dueOn the last day to file it
 * @param reference its number, once filed
 */
public record StatutoryReport(
        @Nullable @Size(max = 64) String reporter,
        @Nullable LocalDate dueOn,
        @Nullable @Size(max = 64) String reference,
        @NotNull StatutoryStatus status) {}
