package org.simpul.sharing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Which key a live disclosure reaches; kept by the database from the ledger, read by {@link Visibility}. */
@Entity
@Immutable
class Reach {
    @Id
    UUID audience;

    @Id
    @Enumerated(EnumType.STRING)
    ObjectKind objectKind;

    @Id
    UUID objectId;

    @Id
    UUID disclosureId;

    UUID fromParticipant;

    @Nullable
    Instant expiresAt;
}
