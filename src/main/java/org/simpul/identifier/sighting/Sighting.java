package org.simpul.identifier.sighting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;

/** What a member says of an entry of another's list; its own, whoever owns the list. */
@Entity
@Immutable
class Sighting {
    @Id
    UUID id;

    UUID owner;
    UUID listId;
    UUID listOwner;

    @Enumerated(EnumType.STRING)
    IdentifierType type;

    String scope;

    @Column(name = "value")
    String value;

    @Enumerated(EnumType.STRING)
    SightingKind kind;

    int times;
    LocalDate seenFrom;
    LocalDate seenUntil;
    UUID reportedBy;
    Instant reportedAt;

    Identifier identifier() {
        return new Identifier(type, scope, value);
    }
}
