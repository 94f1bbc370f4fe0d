package org.simpul.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** What one secret of a webhook is derived from, see {@link Secrets}. */
@Entity
@DynamicUpdate
class WebhookSecret {
    @Id
    UUID id;

    @Column(updatable = false)
    UUID owner;

    @Column(updatable = false)
    UUID webhookId;

    @Column(updatable = false)
    byte[] salt;

    @Column(updatable = false)
    Instant createdAt;

    /** Null for the newest. */
    @Nullable
    Instant endsAt;

    boolean isLive(Instant now) {
        return endsAt == null || endsAt.isAfter(now);
    }

    /** Never longer than it would have. */
    void endBy(Instant end) {
        endsAt = endsAt == null || end.isBefore(endsAt) ? end : endsAt;
    }
}
