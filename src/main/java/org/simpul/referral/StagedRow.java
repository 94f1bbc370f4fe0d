package org.simpul.referral;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;

/** An imported payment as it waits: whoever is protected is its reference already. */
record StagedRow(
        LocalDate bookedOn,
        BigDecimal amount,
        String currency,
        Party from,
        Party to,
        @Nullable String channel,
        @Nullable String remark) {

    static StagedRow of(ImportedTransaction row, ProtectedPeople people) {
        return new StagedRow(
                row.bookedOn(),
                row.amount(),
                row.currency(),
                people.mask(party(row.from())),
                people.mask(party(row.to())),
                people.mask(row.channel()),
                people.mask(row.remark()));
    }

    private static Party party(Identifier identifier) {
        return new Party(identifier.type().name(), identifier.scope(), identifier.value());
    }

    /** Leaves the payment out: a log must not tell who paid whom. */
    @Override
    public String toString() {
        return "StagedRow";
    }
}
