package org.simpul.casework;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.Party;

/** A transaction as it is disseminated; an account's institution is what its scope names. */
@Schema(name = "DisseminatedTransaction")
public record DisseminatedTransaction(
        LocalDate bookedOn,
        BigDecimal amount,
        String currency,
        Party from,
        Party to,
        @Nullable String channel,
        @Nullable String remark) {

    static DisseminatedTransaction from(DisseminationTransaction row, Masks masks) {
        return new DisseminatedTransaction(
                row.bookedOn,
                row.amount,
                row.currency,
                masks.party(row.id, MaskedPart.FROM, row.from()),
                masks.party(row.id, MaskedPart.TO, row.to()),
                masks.text(row.id, MaskedPart.CHANNEL, row.channel),
                masks.text(row.id, MaskedPart.REMARK, row.remark));
    }
}
