package org.simpul.casework.network;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How money moved over time; periods in which none did are left out. */
@Schema(name = "MoneyFlow")
record MoneyFlowView(List<Step> steps) {

    /**
     * One period in one currency.
     *
     * @param from its first day
     * @param in into the account; null for the whole case
     * @param out out of the account; null for the whole case
     */
    @Schema(name = "MoneyFlowStep")
    record Step(
            LocalDate from,
            String currency,
            long count,
            BigDecimal sum,
            @Nullable BigDecimal in,
            @Nullable BigDecimal out) {}
}
