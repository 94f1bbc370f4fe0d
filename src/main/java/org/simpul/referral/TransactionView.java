package org.simpul.referral;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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

    TransactionView with(Party from, Party to, @Nullable String channel, @Nullable String remark) {
        return new TransactionView(id, bookedOn, amount, currency, from, to, channel, remark);
    }

    public TransactionView between(Party newFrom, Party newTo) {
        return with(newFrom, newTo, channel, remark);
    }

    /** @param words what becomes of a protected party's reference, and of the texts, which may hold one */
    public TransactionView rewritten(UnaryOperator<@Nullable String> words) {
        return with(from.rewritten(words), to.rewritten(words), words.apply(channel), words.apply(remark));
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
