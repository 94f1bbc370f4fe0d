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

    /** Puts references in the place of whoever is protected, before it is stored. */
    void mask(ProtectedPeople people) {
        Party from = people.mask(new Party(fromType, fromScope, fromValue));
        fromType = from.type();
        fromScope = from.scope();
        fromValue = from.value();
        Party to = people.mask(new Party(toType, toScope, toValue));
        toType = to.type();
        toScope = to.scope();
        toValue = to.value();
        channel = people.mask(channel);
        remark = people.mask(remark);
    }

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
