package org.simpul.lead;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.shared.Ids;

/** Where money went, in canonical form. */
@Entity
class LeadIdentifier {
    @Id
    UUID id;

    UUID owner;
    UUID versionId;

    @Enumerated(EnumType.STRING)
    IdentifierType type;

    String scope;
    String value;

    static LeadIdentifier of(Lead lead, Identifier identifier) {
        LeadIdentifier row = new LeadIdentifier();
        row.id = Ids.next();
        row.owner = lead.owner;
        row.versionId = lead.id;
        row.type = identifier.type();
        row.scope = identifier.scope();
        row.value = identifier.value();
        return row;
    }

    Identifier identifier() {
        return new Identifier(type, scope, value);
    }
}
