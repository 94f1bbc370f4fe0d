package org.simpul.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.shared.Ids;

/** A copied identifier, of a copied subject or by itself. */
@Entity
class DisseminationIdentifier {
    @Id
    UUID id;

    UUID owner;
    UUID versionId;

    @Nullable
    UUID subjectId;

    @Enumerated(EnumType.STRING)
    IdentifierType type;

    String scope;

    @Column(name = "value")
    String value;

    static DisseminationIdentifier copy(
            Identifier identifier, DisseminationVersion version, @Nullable UUID copiedSubject) {
        DisseminationIdentifier row = new DisseminationIdentifier();
        row.id = Ids.next();
        row.owner = version.owner;
        row.versionId = version.id;
        row.subjectId = copiedSubject;
        row.type = identifier.type();
        row.scope = identifier.scope();
        row.value = identifier.value();
        return row;
    }

    Identifier identifier() {
        return new Identifier(type, scope, value);
    }
}
