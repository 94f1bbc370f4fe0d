package org.simpul.inquiry.rfi;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Whom a request was asked of, under which thread; read by whoever asks, and nobody else. */
@Entity
@DynamicUpdate
class RfiRecipient {
    @Id
    UUID owner;

    @Id
    UUID rfiId;

    @Id
    UUID threadId;

    UUID recipient;

    /** With the extensions. */
    Instant dueAt;

    @Enumerated(EnumType.STRING)
    RecipientStage stage;

    @Nullable
    Instant lookAt;
}
