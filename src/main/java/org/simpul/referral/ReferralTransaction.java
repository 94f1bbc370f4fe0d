package org.simpul.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.shared.Ids;

/** A transaction of a version; its parties are canonical identifiers or references of protected subjects. */
@Entity
class ReferralTransaction {
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

    static ReferralTransaction of(ReferralVersion version, TransactionInput input, Identifier from, Identifier to) {
        ReferralTransaction row = new ReferralTransaction();
        row.id = Ids.next();
        row.owner = version.owner;
        row.versionId = version.id;
        row.bookedOn = input.bookedOn();
        row.amount = input.amount();
        row.currency = input.currency();
        row.fromType = from.type().name();
        row.fromScope = from.scope();
        row.fromValue = from.value();
        row.toType = to.type().name();
        row.toScope = to.scope();
        row.toValue = to.value();
        row.channel = input.channel();
        row.remark = input.remark();
        return row;
    }
}
