package org.simpul.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A system of the institution that is told that there is an item. */
@Entity
@DynamicUpdate
class Webhook {
    @Id
    UUID id;

    @Column(updatable = false)
    UUID owner;

    @Column(updatable = false)
    String url;

    @Column(updatable = false)
    UUID createdBy;

    @Column(updatable = false)
    Instant createdAt;

    @Nullable
    Instant removedAt;
}
