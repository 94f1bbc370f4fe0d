package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.Party;
import org.simpul.referral.TransactionView;
import org.simpul.shared.Ids;

/** A copied transaction; a protected party is its subject's reference here as well. */
@Entity
class DisseminationTransaction {
    @Id
    UUID id;

    UUID owner;
    UUID versionId;
    LocalDate bookedOn;
    BigDecimal amount;
    String currency;
    String fromType;
    String fromScope;
    String fromValue;
    String toType;
    String toScope;
    String toValue;

    @Nullable
    String channel;

    @Nullable
    String remark;

    /** @param transaction with the references of this dissemination */
    static DisseminationTransaction copy(TransactionView transaction, DisseminationVersion version) {
        DisseminationTransaction row = new DisseminationTransaction();
        row.id = Ids.next();
        row.owner = version.owner;
        row.versionId = version.id;
        row.bookedOn = transaction.bookedOn();
        row.amount = transaction.amount();
        row.currency = transaction.currency();
        row.fromType = transaction.from().type();
        row.fromScope = transaction.from().scope();
        row.fromValue = transaction.from().value();
        row.toType = transaction.to().type();
        row.toScope = transaction.to().scope();
        row.toValue = transaction.to().value();
        row.channel = transaction.channel();
        row.remark = transaction.remark();
        return row;
    }

    Party from() {
        return new Party(fromType, fromScope, fromValue);
    }

    Party to() {
        return new Party(toType, toScope, toValue);
    }
}
