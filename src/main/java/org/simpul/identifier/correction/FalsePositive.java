package org.simpul.identifier.correction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;

/** An identifier that stands on no list of its owner again, until that is lifted. */
@Entity
@DynamicUpdate
@Table(name = "confirmed_false_positive")
class FalsePositive {
    @Id
    UUID id;

    UUID owner;

    @Enumerated(EnumType.STRING)
    IdentifierType type;

    String scope;

    @Column(name = "value")
    String value;

    UUID correctionId;
    String reason;
    UUID confirmedBy;
    Instant confirmedAt;

    @Nullable
    UUID liftedBy;

    @Nullable
    Instant liftedAt;

    Identifier identifier() {
        return new Identifier(type, scope, value);
    }
}
