package org.simpul.identifier.list;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.sharing.InformationGrade;
import org.simpul.sharing.SourceGrade;

/** An identifier on a list, read; {@link EntryStore} writes many at once. */
@Entity
@Immutable
class ListEntry {
    @Id
    UUID id;

    UUID owner;
    UUID listId;

    @Enumerated(EnumType.STRING)
    IdentifierType type;

    String scope;

    @Column(name = "value")
    String value;

    short confidence;

    @Nullable
    @Enumerated(EnumType.STRING)
    SourceGrade sourceGrade;

    @Nullable
    @Enumerated(EnumType.STRING)
    InformationGrade informationGrade;

    @Nullable
    Instant validFrom;

    @Nullable
    Instant validUntil;

    @Nullable
    String decay;

    @Nullable
    String typologyCode;

    int addedIn;

    @Nullable
    Integer removedIn;

    /** Number of an edition from which on it is in none; null also for what is gone and not yet swept. */
    @Nullable
    Integer goneFrom;

    /** The same under another identifier. */
    EntryRow as(Identifier right) {
        return new EntryRow(
                right, confidence, sourceGrade, informationGrade, validFrom, validUntil, decay, typologyCode);
    }

    Identifier identifier() {
        return new Identifier(type, scope, value);
    }
}
