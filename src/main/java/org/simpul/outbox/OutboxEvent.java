package org.simpul.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "outbox_event")
class OutboxEvent {
    @Id
    UUID id;

    UUID owner;
    String kind;
    UUID objectId;
    Instant createdAt;
    int attempts;
    Instant dueAt;

    @Nullable
    Instant handledAt;
}
