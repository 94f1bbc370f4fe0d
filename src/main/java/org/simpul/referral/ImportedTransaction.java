package org.simpul.referral;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;

/**
 * A payment as an import read it.
 *
 * @param bookedOn the institution's own booking date
 * @param amount in units of the currency, at most 4 decimals and 15 digits before them
 * @param currency ISO 4217, or the ticker of a virtual asset: 3 to 5 capitals
 * @param channel the institution's word for how it was paid
 */
public record ImportedTransaction(
        LocalDate bookedOn,
        BigDecimal amount,
        String currency,
        Identifier from,
        Identifier to,
        @Nullable String channel,
        @Nullable String remark) {

    /** Years in which a payment can have been booked; others are typing errors, or a date read in another format. */
    public static final int FIRST_YEAR = 1950;

    public static final int LAST_YEAR = 2100;

    /** Leaves the payment out: a log must not tell who paid whom. */
    @Override
    public String toString() {
        return "ImportedTransaction";
    }
}
