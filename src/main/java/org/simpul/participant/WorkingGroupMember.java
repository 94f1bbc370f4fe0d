package org.simpul.participant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One stay of an institution in a group; it ends, and is never taken back. */
@Entity
@IdClass(WorkingGroupMember.Key.class)
class WorkingGroupMember {
    /** The four columns of the key. */
    record Key(UUID owner, UUID groupId, UUID participantId, Instant joinedAt) implements Serializable {}

    @Id
    UUID owner;

    @Id
    UUID groupId;

    @Id
    UUID participantId;

    @Id
    @Column(updatable = false)
    Instant joinedAt;

    @Nullable
    Instant leftAt;

    boolean isInside(Instant now) {
        return !joinedAt.isAfter(now) && (leftAt == null || leftAt.isAfter(now));
    }

    /** One that was to join later never does. */
    void leave(Instant now) {
        leftAt = now.isBefore(joinedAt) ? joinedAt : now;
    }
}
