package org.simpul.hold;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.shared.Ids;

/** An account of one institution, in canonical form. */
@Entity
class HoldAccount {
    @Id
    UUID id;

    UUID owner;
    UUID versionId;
    int position;

    @Enumerated(EnumType.STRING)
    IdentifierType type;

    String scope;
    String value;

    static HoldAccount of(HoldVersion version, int position, Identifier identifier) {
        HoldAccount row = new HoldAccount();
        row.id = Ids.next();
        row.owner = version.owner;
        row.versionId = version.id;
        row.position = position;
        row.type = identifier.type();
        row.scope = identifier.scope();
        row.value = identifier.value();
        return row;
    }

    Identifier identifier() {
        return new Identifier(type, scope, value);
    }
}
