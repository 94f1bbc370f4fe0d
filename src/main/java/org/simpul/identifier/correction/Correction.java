package org.simpul.identifier.correction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;

/** What a reader says is wrong with an entry; read by it and by the list's owner, and never changed. */
@Entity
@Immutable
@Table(name = "identifier_correction")
class Correction {
    @Id
    UUID id;

    UUID owner;

    /** The list. */
    UUID objectId;

    UUID objectOwner;

    @Enumerated(EnumType.STRING)
    IdentifierType type;

    String scope;

    @Column(name = "value")
    String value;

    @Enumerated(EnumType.STRING)
    CorrectionKind kind;

    @Nullable
    @Enumerated(EnumType.STRING)
    IdentifierType rightType;

    @Nullable
    String rightScope;

    @Nullable
    String rightValue;

    String reason;
    UUID proposedBy;
    Instant proposedAt;

    Identifier identifier() {
        return new Identifier(type, scope, value);
    }

    /** What it should be; null when it should not be there. */
    @Nullable
    Identifier right() {
        return rightType == null ? null : new Identifier(rightType, rightScope, rightValue);
    }
}
