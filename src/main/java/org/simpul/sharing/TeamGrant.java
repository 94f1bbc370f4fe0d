package org.simpul.sharing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** That an object is open to a person: of its team, or for a time. Kept by the database, read by {@link Visibility}. */
@Entity
@Immutable
class TeamGrant {
    @Id
    UUID owner;

    @Id
    UUID objectId;

    @Id
    UUID personId;

    @Nullable
    Instant expiresAt;
}
