package org.simpul.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.shared.Ids;

/** An identifier of an open subject, in canonical form. */
@Entity
class ReferralIdentifier {
    @Id
    UUID id;

    UUID owner;
    UUID versionId;
    UUID subjectId;

    String type;

    String scope;

    @Column(name = "value")
    String value;

    static ReferralIdentifier of(ReferralSubject subject, Identifier identifier) {
        ReferralIdentifier row = new ReferralIdentifier();
        row.id = Ids.next();
        row.owner = subject.owner;
        row.versionId = subject.versionId;
        row.subjectId = subject.id;
        row.type = identifier.type().name();
        row.scope = identifier.scope();
        row.value = identifier.value();
        return row;
    }

    Identifier identifier() {
        return new Identifier(IdentifierType.valueOf(type), scope, value);
    }
}
