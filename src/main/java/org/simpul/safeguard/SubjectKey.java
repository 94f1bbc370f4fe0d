package org.simpul.safeguard;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** The data key of one protected subject, wrapped. */
@Entity
@DynamicUpdate
class SubjectKey {
    @Id
    UUID id;

    UUID owner;

    /** The key of what this one's details were copied from; null for an institution's own subject. */
    @Nullable
    UUID ofKey;

    byte @Nullable [] wrapped;

    @Nullable
    Long kekId;

    Instant madeAt;

    @Nullable
    Instant destroyedAt;

    boolean isDestroyed() {
        return destroyedAt != null;
    }

    byte[] bytes() {
        if (wrapped == null) {
            throw new IllegalStateException("the key is destroyed");
        }
        return wrapped;
    }

    void destroy(Instant at) {
        wrapped = null;
        kekId = null;
        destroyedAt = at;
    }
}
