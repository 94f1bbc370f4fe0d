package org.simpul.identifier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** An identifier on the FIU's exclusion list; one that was taken off stays, so that what was hidden when can be told. */
@Entity
@DynamicUpdate
class Exclusion {
    @Id
    UUID id;

    UUID owner;
    String type;
    String scope;

    @Column(name = "value")
    String value;

    @Enumerated(EnumType.STRING)
    ExclusionReason reason;

    UUID addedBy;
    Instant addedAt;

    @Nullable
    UUID removedBy;

    @Nullable
    Instant removedAt;

    Identifier identifier() {
        return new Identifier(IdentifierType.valueOf(type), scope, value);
    }
}
