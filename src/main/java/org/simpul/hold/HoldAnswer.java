package org.simpul.hold;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the institution did with the accounts: its own row, read by it and by whoever asked. */
@Entity
class HoldAnswer {
    @Id
    UUID id;

    UUID owner;
    UUID objectId;
    UUID objectOwner;

    @Enumerated(EnumType.STRING)
    AnswerKind kind;

    Instant doneAt;

    @Nullable
    BigDecimal amount;

    @Nullable
    String currency;

    String reference;

    @Nullable
    @Enumerated(EnumType.STRING)
    RefusalReason reason;

    UUID writtenBy;
    Instant at;
}
