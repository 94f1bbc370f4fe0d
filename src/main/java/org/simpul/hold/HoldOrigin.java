package org.simpul.hold;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;

/** Where the reason came from; read by whoever asks for the hold, and nobody else. */
@Entity
class HoldOrigin {
    @Id
    UUID owner;

    @Id
    UUID holdId;

    @Id
    @Enumerated(EnumType.STRING)
    OriginKind kind;

    @Id
    UUID objectId;
}
