package org.simpul.casework.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.shared.Problem;

/**
 * Which flow is asked for.
 *
 * @param until the last day; at most 366 days by day, and 120 months by month
 * @param account in and out of it; null for all transactions of the case
 */
@Schema(
        example = "{\"by\":\"MONTH\",\"from\":\"2026-01-01\",\"until\":\"2026-03-31\","
                + "\"account\":{\"type\":\"BANK_ACCOUNT\",\"scope\":\"ID:014\",\"value\":\"3100200001\"}}")
record AskMoneyFlow(
        @NotNull Period by, @NotNull LocalDate from, @NotNull LocalDate until, @Nullable @Valid Account account) {
    private static final int MOST_DAYS = 366;
    private static final int MOST_MONTHS = 120;

    /** How time is cut. */
    enum Period {
        DAY,
        MONTH
    }

    /** An account as its node shows it. */
    @Schema(name = "MoneyFlowAccount")
    record Account(
            @NotNull IdentifierType type,
            @NotNull @Size(max = 100) String scope,
            @NotNull @Size(min = 1, max = 500) String value) {

        Identifier identifier() {
            return new Identifier(type, scope, value);
        }
    }

    /** @throws Problem INVALID for a span that is empty or too long */
    void check() {
        long span = by == Period.DAY ? ChronoUnit.DAYS.between(from, until) : ChronoUnit.MONTHS.between(from, until);
        if (until.isBefore(from) || span >= (by == Period.DAY ? MOST_DAYS : MOST_MONTHS)) {
            throw Problem.invalid("until", "span_out_of_range");
        }
    }
}
