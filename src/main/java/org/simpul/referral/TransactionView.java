package org.simpul.referral;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.safeguard.ProtectedValue;

/**
 * A transaction of a version.
 *
 * @param currency ISO 4217, or a virtual asset's ticker
 * @param channel how it was made, in the institution's words; may be null
 */
@Schema(name = "Transaction")
public record TransactionView(
        UUID id,
        LocalDate bookedOn,
        BigDecimal amount,
        String currency,
        Party from,
        Party to,
        @Nullable String channel,
        @Nullable String remark) {

    /** @param references of subjects that a later version protects, by their identifiers in this one */
    TransactionView masked(Map<ProtectedValue, String> references) {
        return new TransactionView(
                id, bookedOn, amount, currency, from.masked(references), to.masked(references), channel, remark);
    }

    static TransactionView from(ReferralTransaction row) {
        return new TransactionView(
                row.id,
                row.bookedOn,
                row.amount,
                row.currency,
                new Party(row.fromType, row.fromScope, row.fromValue),
                new Party(row.toType, row.toScope, row.toValue),
                row.channel,
                row.remark);
    }
}
