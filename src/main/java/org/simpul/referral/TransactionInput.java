package org.simpul.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.IdentifierInput;

/**
 * A transaction as the institution's system has it.
 *
 * @param bookedOn between 1950 and 2100
 * @param amount not negative, at most 4 decimals, in the currency's main unit
 * @param currency ISO 4217, or a virtual asset's ticker
 * @param channel code of how it was made, e.g. {@code MOBILE}
 */
record TransactionInput(
        @NotNull LocalDate bookedOn,
        @NotNull @PositiveOrZero @Digits(integer = 15, fraction = 4) BigDecimal amount,
        @NotNull @Pattern(regexp = "[A-Z]{3,5}") String currency,
        @NotNull @Valid IdentifierInput from,
        @NotNull @Valid IdentifierInput to,
        @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{1,31}") String channel,
        @Nullable @Size(max = 500) String remark) {

    boolean hasPlausibleDate() {
        return bookedOn.getYear() >= ImportedTransaction.FIRST_YEAR
                && bookedOn.getYear() <= ImportedTransaction.LAST_YEAR;
    }
}
